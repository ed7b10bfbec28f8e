package site

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"net/http"
	"strings"

	"rapporteur/internal/publish/api"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// reviewing is what pages need for decisions to be made on them.
type reviewing struct {
	CSRF    string
	By      string
	Back    string  // the page itself
	Done    []entry // what was just decided
	Undo    string  // the ids of it, for a button
	Working bool
}

// newSecret is what forms of this process carry, so that no other site's page
// can hand in a form.
func newSecret() string {
	var key [32]byte
	rand.Read(key[:]) // it never fails
	return hex.EncodeToString(key[:])
}

func (t *Site) ours(got string) bool { return hmac.Equal([]byte(got), []byte(t.secret)) }

// reviewer is who decides where a form names nobody: the user of a browser that
// has to say one, or else the one whom the server was started for.
func (t *Site) reviewer(r *http.Request) string {
	if user, _, ok := r.BasicAuth(); ok && strings.TrimSpace(user) != "" {
		return user
	}
	return t.opt.Desk.Reviewer
}

// reviewing is nil where no decisions are taken.
func (t *Site) reviewing(r *http.Request) *reviewing {
	if t.opt.Desk == nil {
		return nil
	}
	here := *r.URL
	q := here.Query()
	asked := q.Get("done")
	q.Del("done")
	q.Del("open") // what the script is to open
	here.RawQuery = q.Encode()
	v := &reviewing{CSRF: t.secret, By: t.reviewer(r), Back: here.RequestURI(), Working: t.opt.Desk.Busy()}
	b := t.shelf.Held(r.Context())
	var ids []string
	for id := range strings.SplitSeq(asked, ".") {
		if e, ok := b.Ledger.Find(record.ID(id)); ok && len(v.Done) < maxDone {
			v.Done = append(v.Done, told(b, e))
			if e.Undone == "" && e.Action != record.ToUndo {
				ids = append(ids, id)
			}
		}
	}
	v.Undo = strings.Join(ids, ",")
	return v
}

// forged refuses a form that no page of this process made.
var forged = api.NewProblem("form", "The form is not of this server", http.StatusForbidden, "load the page again, and decide there")

func bodyProblem(err error) *api.Problem {
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return api.NewProblem("body", "The form is too long", http.StatusRequestEntityTooLarge, "it may have 1048576 bytes")
	}
	return api.NewProblem("body", "The form cannot be read", http.StatusBadRequest, "send it as a browser does")
}

func problemFor(err error) *api.Problem {
	var w *shelf.Wrong
	if errors.As(err, &w) {
		p := problemOf(w)
		p.Title = "This cannot be decided"
		return p
	}
	return api.ProblemOf(err)
}

// takes says whether decisions are handed in at a path.
func (t *Site) takes(path string) bool {
	return t.opt.Desk != nil && (path == "/decide" || path == api.DecisionsPath)
}

// refusedWrite is why a decision is not taken; nil when it is.
func (t *Site) refusedWrite(r *http.Request) *api.Problem {
	site, origin := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Origin")
	switch {
	case site != "" && site != "same-origin", origin != "" && origin != "http://"+r.Host && origin != "https://"+r.Host:
		return api.NewProblem("site", "Another site decides", http.StatusForbidden, "decide on a page of this server, or without a browser")
	case t.opt.Token == "" && !ownPeer(r.RemoteAddr):
		return api.NewProblem("token", "A token is needed", http.StatusUnauthorized, "only this machine may decide without one")
	case r.ContentLength > api.MaxBody:
		return api.NewProblem("body", "The body is too long", http.StatusRequestEntityTooLarge, "it may have 1048576 bytes")
	}
	return nil
}

// ownPeer says whether an address is of this machine.
func ownPeer(remote string) bool {
	host, _, err := net.SplitHostPort(remote)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}

// pageMark is what all pages have in common that the record does not tell.
func (t *Site) pageMark() string {
	sum := sha256.Sum256([]byte(t.opt.Edition + "\x00" + t.style.mark + "\x00" + t.script.mark + "\x00" + t.secret))
	return hex.EncodeToString(sum[:8])
}
