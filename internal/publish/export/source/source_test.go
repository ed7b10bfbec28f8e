package source

import (
	"context"
	"slices"
	"testing"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func sourceOf(t *testing.T, r *record.Record, f store.Filter) *Source {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return New(context.Background(), m, f)
}

func ids(t *testing.T, s *Source, kinds ...string) (out []string) {
	t.Helper()
	for l, err := range s.Lines(kinds...) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(l.LineID()))
	}
	return out
}

func TestKindsOfFilterAndExportBothHold(t *testing.T) {
	s := sourceOf(t, publishtest.Rich(), store.Filter{Types: []string{record.KindEvent, record.KindQuote}})
	if got := s.Kinds(); !slices.Equal(got, []string{record.KindQuote, record.KindEvent}) {
		t.Errorf("kinds: %v", got)
	}
	if got := ids(t, s, record.KindQuote, record.KindReport); !slices.Equal(got, []string{"q1", "q2", "q3", "q4"}) {
		t.Errorf("quotes: %v", got)
	}
	if got := ids(t, s, record.KindReport); len(got) != 0 {
		t.Errorf("reports: %v", got)
	}
}

func TestPickedLinesKeepTheirOrder(t *testing.T) {
	r := publishtest.Rich()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	picked := []record.Line{&r.Events[3], &r.Quotes[0], &r.Events[1]}
	s := Picked(context.Background(), m, slices.Values(picked))
	if got := ids(t, s); !slices.Equal(got, []string{string(r.Events[3].ID), "q1", string(r.Events[1].ID)}) {
		t.Errorf("got %v", got)
	}
	if got := ids(t, s, record.KindQuote); !slices.Equal(got, []string{"q1"}) {
		t.Errorf("quotes: %v", got)
	}
}

// TestWhatIsRejectedIsGone: entities and stories, too, and differences about
// what is gone also where only they are asked for.
func TestWhatIsRejectedIsGone(t *testing.T) {
	r := publishtest.Rich()
	rejected := record.Rejected
	r.Entities[0].Review, r.Stories[0].Review, r.Quotes[0].Review = &rejected, &rejected, &rejected
	s := sourceOf(t, r, store.Filter{})
	all := ids(t, s)
	for _, id := range []record.ID{r.Entities[0].ID, r.Stories[0].ID, "q1", "d2"} { // d2 is about q1
		if slices.Contains(all, string(id)) {
			t.Errorf("%s is rejected and there", id)
		}
	}
	if got := ids(t, s, record.KindDifference); slices.Contains(got, "d2") || len(got) != 5 {
		t.Errorf("differences: %v", got)
	}
}

func TestACastCoversTheWholeRecord(t *testing.T) {
	c, err := sourceOf(t, publishtest.Rich(), store.Filter{Story: "st2"}).Cast()
	if err != nil {
		t.Fatal(err)
	}
	toland := record.ID("toland")
	if got := c.Name(&record.Party{Entity: &toland, Text: "she"}); got != "Mira Toland" {
		t.Errorf("toland is called %q", got)
	}
	if c.ReportName("r1") != "Ilvane Courier" || c.Day("r1") != "2031-05-12" || c.Report("r1").Text != "" || c.Link("r1") == "" || c.Link("r2") != "" {
		t.Errorf("r1: %q, %q", c.ReportName("r1"), c.Day("r1"))
	}
}

func TestOnlyWebAddressesAreLinks(t *testing.T) {
	for s, want := range map[string]string{
		"https://a.example/x?y=1": "https://a.example/x?y=1", "http://a.example": "http://a.example", "HTTPS://A.example/": "https://A.example/",
		"javascript:alert(1)": "", "//a.example": "", "ftp://a.example": "", "https:///x": "", "": "", "https://a.example/\x00": "", "data:text/html,x": "",
	} {
		if got := WebAddress(s); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	}
	if got := WebAddress(`https://a.example/"><script>`); got != "https://a.example/%22%3E%3Cscript%3E" {
		t.Errorf("got %q", got)
	}
}
