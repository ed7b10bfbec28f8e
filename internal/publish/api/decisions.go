package api

import (
	"encoding/json"
	"errors"
	"io"
	"iter"
	"mime"
	"net/http"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// DecisionsPath is where decisions are read and handed in.
const DecisionsPath = Prefix + "decisions"

// Kept is a decision with what took it back.
type Kept struct {
	record.Decision
	Undone *record.ID `json:"undone"` // the undo that holds; null when the decision is in force
}

// Handed is what is handed in.
type Handed struct {
	Decisions []shelf.Wish `json:"decisions"`
}

// Taken is what became of it.
type Taken struct {
	Items   []record.Decision `json:"items"`
	Working bool              `json:"working"` // the record is still being made anew
}

// decisionParams are what the list of decisions may be asked.
var decisionParams = []string{"about", "action", "by", "limit", "cursor"}

// decisions lists what reviewers decided, the latest first.
func (a *API) decisions(w http.ResponseWriter, r *http.Request) {
	q, bad := params(r, decisionParams)
	if bad != nil {
		bad.write(w)
		return
	}
	book := a.shelf.Held(r.Context())
	all := book.Ledger.All()
	if id := q.Get("about"); id != "" {
		all = aboutLine(book, record.ID(id))
	}
	found := []Kept{}
	for _, e := range all {
		if by, action := q.Get("by"), q.Get("action"); by != "" && e.By != by || action != "" && string(e.Action) != action {
			continue
		}
		k := Kept{Decision: *e.Decision}
		if e.Undone != "" {
			k.Undone = &e.Undone
		}
		found = append(found, k)
	}
	send(w, r, book, q, items{len(found), func(from int) iter.Seq2[json.RawMessage, error] {
		return func(yield func(json.RawMessage, error) bool) {
			for _, k := range found[min(from, len(found)):] {
				if !yield(marshal(k)) {
					return
				}
			}
		}
	}})
}

func aboutLine(b *shelf.Book, id record.ID) (out []shelf.Entry) {
	if l := b.Line(id); l != nil {
		of := b.Ledger.Of(l)
		for i := len(of) - 1; i >= 0; i-- {
			out = append(out, of[i])
		}
	}
	return out
}

// MaxBody is how many bytes may be handed in at a stroke.
const MaxBody = 1 << 20

// decide takes decisions. Who may hand them in is for the server to say.
func (a *API) decide(w http.ResponseWriter, r *http.Request) {
	if a.desk == nil {
		nowhere(w, r)
		return
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		p := NewProblem("media-type", "Decisions are JSON", http.StatusUnsupportedMediaType, "send them as application/json")
		p.Allowed = []string{"application/json"}
		p.write(w)
		return
	}
	var in Handed
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, MaxBody))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&in); err != nil {
		badBody(err).write(w)
		return
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		wrongParam("body", "it is more than one object", nil).write(w)
		return
	}
	taken, err := a.desk.Take(r.Context(), a.shelf, in.Decisions)
	if err != nil {
		ProblemOf(err).write(w)
		return
	}
	w.Header().Del("ETag")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	body, _ := marshal(Taken{taken, a.desk.Busy()}) // plain structs
	w.Write(append(body, '\n'))
}

// badBody says what is wrong with a body that cannot be read.
func badBody(err error) *Problem {
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return NewProblem("body", "The body is too long", http.StatusRequestEntityTooLarge, "it may have 1048576 bytes")
	}
	return wrongParam("body", "it is no JSON of the form that /openapi.json describes: "+clean(err.Error()), []string{`{"decisions": [{"action": "reject", "about": "ID"}]}`})
}
