package main

import (
	"context"
	"encoding/json"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// What is decided in a browser is kept at once and worked into the record behind
// it: a merge leads the old address on, a correction shows, and after undoing all
// the record is what it was, byte for byte.
func TestDecidedInTheBrowser(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "r.db"), store.Options{Create: true, Edition: pipeline.Edition()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := pipeline.Read(ctx, s, []string{"../../examples/reports"}, pipeline.Options{}); err != nil {
		t.Fatal(err)
	}
	sh, err := shelf.Open(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	first := sh.Current()
	dec := newDeciding(s, sh)
	go dec.run(ctx, func(err error) { t.Error(err) })
	desk := dec.desktop("anna")
	d, ln := desked(t), listening(t)
	go d.serve(ctx, ln, (&serveCmd{Listen: ln.Addr().String()}).handler(sh, desk))
	defer close(d.stop)
	base := "http://" + ln.Addr().String()

	var people []record.ID
	for _, e := range first.Record.Entities {
		if e.EntKind == "person" && len(people) < 2 {
			people = append(people, e.ID)
		}
	}
	event := first.Record.Events[0].ID
	taken := handIn(t, base, `{"decisions": [{"action": "merge", "about": "`+string(people[0])+`", "with": ["`+string(people[1])+`"]},
		{"action": "correct", "about": "`+string(event)+`", "field": "label", "value": "ceremony"}]}`)
	waitFor(t, func() bool { return !desk.Busy() })
	if status, body := fetch(t, base+"/api/v1/events/"+string(event)); status != 200 || !strings.Contains(body, `"label":"ceremony"`) || !strings.Contains(body, `"review":"corrected"`) {
		t.Errorf("the corrected event: status %d: %.300s", status, body)
	}
	if got := sh.Current().Record.Merged; len(got) != 1 {
		t.Errorf("%d lines were merged", len(got))
	} else if status, body := fetch(t, base+"/entities/"+string(got[0].ID)+".json"); status != 200 || !strings.Contains(body, string(got[0].Into)) {
		t.Errorf("the old address: status %d: %.200s", status, body)
	}
	handIn(t, base, `{"decisions": [{"action": "undo", "about": "`+taken[0]+`"}, {"action": "undo", "about": "`+taken[1]+`"}]}`)
	waitFor(t, func() bool { return !desk.Busy() })
	if sh.Current().Digest != first.Digest {
		t.Error("with all taken back, the record is another than before")
	}
}

func waitFor(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !done(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it takes too long")
		}
	}
}

// handIn posts decisions and gives the ids under which they are kept.
func handIn(t *testing.T, base, body string) (ids []string) {
	t.Helper()
	resp, err := http.Post(base+"/api/v1/decisions", "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var got struct{ Items []record.Decision }
	if err := json.NewDecoder(resp.Body).Decode(&got); err != nil || resp.StatusCode != http.StatusCreated {
		t.Fatalf("status %d: %v", resp.StatusCode, err)
	}
	for _, d := range got.Items {
		ids = append(ids, string(d.ID))
	}
	return ids
}
