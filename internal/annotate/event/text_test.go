package event_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// TestText reads whole texts of 10 March 2025, the grammar as the weights give it.
func TestText(t *testing.T) {
	for _, name := range [5]string{"events", "deeds", "deep", "times", "beside"} {
		annotatetest.Run(t, "testdata/"+name+".txt", func(body string) *news.Document {
			return &news.Document{Text: body, Language: "en", Published: news.Stamp{Value: "2025-03-10", Basis: news.Given},
				Blocks: []news.Block{{Span: text.At(0, len(strings.TrimSpace(body)))}}}
		}, listed)
	}
}

// TestIdioms reads sentences with the phrases of idioms.txt.
func TestIdioms(t *testing.T) {
	annotatetest.Run(t, "testdata/idioms.txt", func(body string) *news.Document {
		return &news.Document{Text: body, Language: "en", Published: news.Stamp{Value: "2025-03-10", Basis: news.Given},
			Blocks: []news.Block{{Span: text.At(0, len(strings.TrimSpace(body)))}}}
	}, listed)
}

// TestLeaning reads what words tell of that no rule knows, by the model.
func TestLeaning(t *testing.T) {
	annotatetest.Run(t, "testdata/leaning.txt", func(body string) *news.Document {
		return &news.Document{Text: body, Language: "en", Published: news.Stamp{Value: "2025-03-10", Basis: news.Given},
			Blocks: []news.Block{{Span: text.At(0, len(strings.TrimSpace(body)))}}}
	}, func(a *news.Analysis) string {
		for i := range a.Events {
			if e := &a.Events[i]; e.Rule == leaning && e.Confidence >= 0.5 {
				t.Errorf("%s is shown as fact", e.Trigger.Of(a.Doc.Text))
			}
		}
		return list(a, func(e *news.Event) bool { return e.Rule == leaning })
	})
}

// leaning is the rule of events that the model reads and no rule.
const leaning = "event/leaning"

func listed(a *news.Analysis) string {
	return list(a, func(e *news.Event) bool { return e.Rule != leaning })
}

func list(a *news.Analysis, wanted func(*news.Event) bool) string {
	var b strings.Builder
	for i := range a.Events {
		e := &a.Events[i]
		if !wanted(e) {
			continue
		}
		var who []string
		for _, p := range e.Participants {
			who = append(who, string(p.Role)+" "+p.Span.Of(a.Doc.Text))
		}
		when := ""
		if t := a.Time(e.Time); t != nil {
			when = t.Value
		}
		apart := ""
		if e.Apart {
			apart = " apart"
		}
		fmt.Fprintf(&b, "%s %s%s | %s | %s | %s\n", e.Class, e.Status, apart, strings.Join(who, "; "), e.Place.Span.Of(a.Doc.Text), when)
	}
	return b.String()
}
