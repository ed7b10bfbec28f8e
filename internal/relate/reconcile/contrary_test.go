package reconcile

import (
	"slices"
	"testing"

	"rapporteur/internal/news"
)

func TestForAndAgainst(t *testing.T) {
	for second, want := range map[string][]string{
		"Vask praised the dam.":              {"status conflict"},
		"Vask praised the bridge.":           nil,
		"Vask, who denounced it, has a dam.": nil, // one of the two is read wrongly
	} {
		d := newDesk(t)
		position := func(body, thing string, stance news.Stance) {
			a := d.report("2031-03-03", body)
			a.Positions = append(a.Positions, news.Position{Holder: d.party("Vask", news.Person), Stance: stance, Issue: d.span(thing), Terms: []string{thing}, Sentence: 1, Rule: "test", Confidence: 0.8})
		}
		position("Vask denounced the dam.", "dam", news.Reject)
		thing := "dam"
		if want == nil && second == "Vask praised the bridge." {
			thing = "bridge"
		}
		position(second, thing, news.Support)
		if got := kinds(d.reconcile()); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", second, got, want)
		}
	}
}
