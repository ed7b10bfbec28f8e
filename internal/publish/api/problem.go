package api

import (
	"context"
	"errors"
	"net/http"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/store"
)

// Problem is a refusal in the form of RFC 9457.
type Problem struct {
	Type      string   `json:"type"`   // urn:rapporteur:problem:...
	Title     string   `json:"title"`  // the same for all problems of a type
	Status    int      `json:"status"` // of HTTP
	Detail    string   `json:"detail"`
	Parameter string   `json:"parameter,omitempty"` // which one makes no sense
	Allowed   []string `json:"allowed,omitempty"`   // what would be understood in its place
}

const urn = "urn:rapporteur:problem:"

// NewProblem makes a problem of a type, which is one word or several with "-".
func NewProblem(kind, title string, status int, detail string) *Problem {
	return &Problem{Type: urn + kind, Title: title, Status: status, Detail: detail}
}

// Write answers with p.
func (p *Problem) Write(w http.ResponseWriter) { p.write(w) }

func (p *Problem) write(w http.ResponseWriter) {
	body, err := marshal(p)
	if err != nil {
		http.Error(w, p.Title, p.Status)
		return
	}
	w.Header().Del("ETag")
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	w.Write(append(body, '\n'))
}

func notFound(detail string) *Problem {
	return NewProblem("not-found", "There is no such thing", http.StatusNotFound, detail)
}

func nowhere(w http.ResponseWriter, r *http.Request) {
	p := notFound("nothing answers at this address")
	for _, l := range lists {
		p.Allowed = append(p.Allowed, Prefix+l.name)
	}
	p.Allowed = append(p.Allowed, Prefix+"search", Prefix+"changes", DecisionsPath, Prefix+"export", "/openapi.json")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		p = NewProblem("method", "Only reading is done here", http.StatusMethodNotAllowed, r.Method+" is not understood")
		p.Allowed = []string{http.MethodGet, http.MethodHead}
		w.Header().Set("Allow", "GET, HEAD")
	}
	p.write(w)
}

func wrongParam(name, why string, allowed []string) *Problem {
	p := NewProblem("parameter", "The question makes no sense", http.StatusBadRequest, name+": "+why)
	p.Parameter, p.Allowed = name, allowed
	return p
}

// ProblemOf tells an error as problem details.
func ProblemOf(err error) *Problem { return problemOf(err) }

// problemOf tells an error; one that is not the reader's fault tells nothing
// of the inside.
func problemOf(err error) *Problem {
	var w *shelf.Wrong
	if errors.As(err, &w) {
		return wrongParam(w.Param, w.Why, w.Allowed)
	}
	var trouble *store.Trouble
	if errors.As(err, &trouble) {
		return NewProblem("store", "The store takes nothing now", http.StatusServiceUnavailable, trouble.Hint()) // not its path
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return NewProblem("busy", "The store is busy", http.StatusServiceUnavailable, "ask again in a moment")
	}
	return NewProblem("inside", "The server is at fault", http.StatusInternalServerError, "the answer could not be made")
}
