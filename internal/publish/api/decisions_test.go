package api

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// deciding gives the API with a desk.
func deciding(t testing.TB) http.Handler {
	t.Helper()
	_, s, m := serving(t, publishtest.Rich())
	return New(s, &shelf.Desk{Reviewer: "anna", Keep: func(ctx context.Context, ds []record.Decision) error {
		_, err := m.PutDecisions(ctx, ds)
		return err
	}})
}

func post(h http.Handler, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", DecisionsPath, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// What is handed in is listed, as described, to the last field; a rejected line
// says so at once.
func TestDecisionsAreAsDescribed(t *testing.T) {
	d, h := described(t), deciding(t)
	w := post(h, `{"decisions": [{"action": "reject", "about": "q2", "note": "an aside"}, {"action": "merge", "about": "velt", "with": ["Lia Sund"], "by": "bo"},
		{"action": "correct", "about": "ev1", "field": "place", "value": "Sarn"}]}`)
	if w.Code != http.StatusCreated {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	var taken any
	if err := json.Unmarshal(w.Body.Bytes(), &taken); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range fits(d, dig(d, "paths", DecisionsPath, "post", "responses", "201", "content", "application/json", "schema"), taken, "taken") {
		t.Error(wrong)
	}
	var sent any
	if err := json.Unmarshal([]byte(`{"decisions": [{"action": "split", "about": "q1", "by": "bo", "part": {"passages": [{"report": "r2", "start": 1, "end": 2}]}}]}`), &sent); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range fits(d, dig(d, "paths", DecisionsPath, "post", "requestBody", "content", "application/json", "schema"), sent, "sent") {
		t.Error(wrong)
	}
	var list any
	got(t, h, DecisionsPath, 200, &list)
	for _, wrong := range fits(d, dig(d, "paths", DecisionsPath, "get", "responses", "200", "content", "application/json", "schema"), list, "list") {
		t.Error(wrong)
	}
	var q record.Quote
	got(t, h, Prefix+"quotes/q2", 200, &q)
	if q.Review == nil || *q.Review != record.Rejected {
		t.Errorf("the review of q2 is %v", q.Review)
	}
	for address, want := range map[string]int{"": 3, "?by=anna": 2, "?action=merge": 1, "?about=q2": 1, "?about=sund": 1, "?about=none": 0, "?limit=2": 3} {
		var a answer
		got(t, h, DecisionsPath+address, 200, &a)
		if a.Total != want {
			t.Errorf("%s: %d decisions, want %d", address, a.Total, want)
		}
	}
}

// A cursor outlives no decision: what comes after it would be another.
func TestACursorOutlivesNoDecision(t *testing.T) {
	h := deciding(t)
	var a answer
	got(t, h, Prefix+"quotes?limit=1", 200, &a)
	if w := post(h, `{"decisions": [{"action": "seen", "about": "q1"}]}`); w.Code != 201 {
		t.Fatal(w.Code)
	}
	var p Problem
	got(t, h, Prefix+"quotes?limit=1&cursor="+*a.Next, http.StatusGone, &p)
}

// A store that is written by another program takes nothing now, and that is
// said, but not where it lies.
func TestALockedStoreIsTold(t *testing.T) {
	_, s, _ := serving(t, publishtest.Rich())
	h := New(s, &shelf.Desk{Reviewer: "anna", Keep: func(context.Context, []record.Decision) error {
		return &store.Trouble{Path: "/a/path.db", Kind: store.Locked}
	}})
	w := post(h, `{"decisions": [{"action": "seen", "about": "q1"}]}`)
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "try again") || strings.Contains(w.Body.String(), "/a/path") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

func FuzzDecisions(f *testing.F) {
	f.Add(`{"decisions": [{"action": "split", "about": "q1", "part": {"passages": [{"report": "r2", "start": -1, "end": 2}], "names": [""]}}]}`)
	f.Add(`{"decisions": [{"action": "correct", "about": "f1", "field": "value", "value": "1e999"}]}`)
	f.Add(`{"decisions": [{"action": "undo", "about": "k"}, {"action": "merge", "about": "q1", "with": ["q1", "/statements/"]}]}`)
	h := deciding(f)
	f.Fuzz(func(t *testing.T, body string) {
		w := post(h, body)
		if w.Code != 201 && w.Code != 400 {
			t.Errorf("%q: status %d", body, w.Code)
		}
		if !json.Valid(w.Body.Bytes()) {
			t.Errorf("%q: no JSON", body)
		}
	})
}
