package timeline

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// published is the JSON of TimelineJS as its documentation states it, with the
// parts that may be there.
type published struct {
	Scale  string `json:"scale"`
	Title  *slideDoc
	Eras   []json.RawMessage
	Events []slideDoc
}

type slideDoc struct {
	Start   *dateDoc `json:"start_date"`
	End     *dateDoc `json:"end_date"`
	Display string   `json:"display_date"`
	Text    struct {
		Headline string
		Text     string
	}
	Group  string
	Unique string `json:"unique_id"`
	Media  json.RawMessage
}

type dateDoc struct {
	Year, Month, Day, Hour, Minute, Second *int
}

func read(t *testing.T, r *record.Record, f store.Filter) (p published) {
	t.Helper()
	src := exporttest.Of(t, r, f)
	dec := json.NewDecoder(bytes.NewReader(exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src) })))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&p); err != nil {
		t.Fatal(err)
	}
	return p
}

// check holds a slide to what TimelineJS asks: a year, a month from 1 to 12 and
// a day only with it, an id of its own, HTML of paragraphs and safe links.
func check(t *testing.T, s slideDoc) {
	t.Helper()
	if s.Unique == "" || s.Start == nil || s.Start.Year == nil {
		t.Errorf("%q has no id or no year", s.Unique)
	}
	for _, d := range []*dateDoc{s.Start, s.End} {
		if d == nil {
			continue
		}
		if d.Day != nil && d.Month == nil || d.Hour != nil && d.Day == nil || d.Month != nil && (*d.Month < 1 || *d.Month > 12) {
			t.Errorf("%s: a date of no sort: %+v", s.Unique, d)
		}
	}
	for _, words := range []string{s.Text.Headline, s.Text.Text, s.Group, s.Display} {
		z := html.NewTokenizer(strings.NewReader(words))
		for z.Next() != html.ErrorToken {
			tok := z.Token()
			if tok.Type == html.TextToken {
				continue
			}
			if tok.Data != "p" && tok.Data != "a" {
				t.Errorf("%s: an element %s in %q", s.Unique, tok.Data, words)
			}
			for _, a := range tok.Attr {
				if a.Key != "rel" && (a.Key != "href" || !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://")) {
					t.Errorf("%s: an attribute %s=%q", s.Unique, a.Key, a.Val)
				}
			}
		}
	}
}

func TestTheTimelineIsAsPublished(t *testing.T) {
	p := read(t, publishtest.Rich(), store.Filter{})
	byID := map[string]slideDoc{}
	for _, s := range p.Events {
		check(t, s)
		byID[s.Unique] = s
	}
	if len(byID) != len(p.Events) || len(p.Events) != 6 {
		t.Errorf("%d slides of %d ids, want 6", len(p.Events), len(byID))
	}
	if s := byID["ev6"]; s.Start.Day != nil || *s.Start.Month != 3 || s.Group != "history" {
		t.Errorf("March 2029 is %+v in %q", s.Start, s.Group)
	}
	if s := byID["ev5"]; s.End == nil || *s.End.Day != 25 || s.Group != "planned" {
		t.Errorf("a week ends at %+v, in %q", s.End, s.Group)
	}
	if s := byID["ev2"]; !strings.Contains(s.Text.Text, "Mira Toland and Joseph Harn met in Ilvane on Friday.") {
		t.Errorf("no sentence in %q", s.Text.Text)
	}
	if p.Title == nil || p.Title.Text.Text != "<p>6 events; 3 more have no place in time.</p>" {
		t.Errorf("title: %+v", p.Title)
	}
}

func TestHostileWordsStayWords(t *testing.T) {
	r := publishtest.Hostile()
	day, next := "2031-05-12", "2031-05-13"
	r.Events[0].Time.From, r.Events[0].Time.To = &day, &next
	p := read(t, r, store.Filter{})
	if len(p.Events) != 1 {
		t.Fatalf("%d slides", len(p.Events))
	}
	check(t, p.Events[0])
}

func TestNothingIsATimelineToo(t *testing.T) {
	if p := read(t, &record.Record{}, store.Filter{}); len(p.Events) != 0 || p.Title == nil {
		t.Errorf("%+v", p)
	}
}
