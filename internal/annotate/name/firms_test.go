package name

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

func TestNamesOfFirmsAndPlacesAreMended(t *testing.T) {
	per, loc := LabelOf(PER, Whole), LabelOf(LOC, Whole)
	for _, c := range []struct {
		text   string
		labels []Label
		want   string
		kind   news.Kind
	}{
		{"an analyst at Telis & Orn Ltd left", []Label{0, 0, 0, per, 0, per}, "Telis & Orn Ltd", news.Organization},
		{"an analyst at Brenn, Telis & Orn left", []Label{0, 0, 0, per, 0, per, 0, per}, "Brenn, Telis & Orn", news.Organization},
		{"the security firm Varlux left", []Label{0, 0, 0, per}, "Varlux", news.Organization},
		{"the security firm Varlux left", nil, "Varlux", news.Organization},
		{"the Brel Institute for Harbour Studies left", []Label{0, LabelOf(ORG, Begin), LabelOf(ORG, Last)}, "Brel Institute for Harbour Studies", news.Organization},
		{"the Brel Council left", []Label{0, LabelOf(LOC, Begin), LabelOf(LOC, Last)}, "Brel Council", news.Organization},
		{"they met in Telis Park today", []Label{0, 0, 0, LabelOf(PER, Begin), LabelOf(PER, Last)}, "Telis Park", news.Place},
		{"Ornt-Brel International Airport closed", []Label{loc, 0, LabelOf(LOC, Begin), LabelOf(LOC, Inside), LabelOf(LOC, Last)}, "Ornt-Brel International Airport", news.Place},
		{"the Harbour Safety Board (HSB) left", nil, "Harbour Safety Board", news.Organization},
		{"Vault for Brel (VfB) left", []Label{LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Last)}, "VfB", news.Organization},
		{"the station KBRX reported it", nil, "KBRX", news.Organization},
		{"the hookup site Ornt Varl Finder left", nil, "Ornt Varl Finder", news.Organization},
		{"he was polled by OrntMetric today", nil, "OrntMetric", news.Organization},
		{"he had told The Harbourman today", nil, "Harbourman", news.Organization},
		{"hackers then broke into Brenn Payment Systems today", nil, "Brenn Payment Systems", news.Organization},
		{"he said so on the Ornvision television station", nil, "Ornvision", news.Organization},
		{"so he said Ornta Varlo of Human Rights Watch left", []Label{0, 0, 0, LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Last)}, "Human Rights Watch", news.Organization},
		{"the ruling Unity and Progress Party lost", []Label{0, 0, 0, 0, LabelOf(ORG, Begin), LabelOf(ORG, Last)}, "Unity and Progress Party", news.Organization},
		{"they met near the Varlo Shoal today", []Label{0, 0, 0, 0, LabelOf(ORG, Begin), LabelOf(ORG, Last)}, "Varlo Shoal", news.Place},
		{"they met near the Varlo archipelago today", []Label{0, 0, 0, 0, loc}, "Varlo archipelago", news.Place},
		{"the court in The Hague ruled", []Label{0, 0, 0, 0, loc}, "The Hague", news.Place},
		{"the oil giant Varlux left", nil, "Varlux", news.Organization},
		{"the flight of Envoy Air left", []Label{0, 0, 0, LabelOf(PER, Begin), LabelOf(PER, Last)}, "Envoy Air", news.Organization},
	} {
		a, forms := annotated(c.text)
		for i := range a.Tags {
			switch {
			case forms[i].Marks&(lex.Title|lex.Upper) != 0:
				a.Tags[i].UPOS = news.PROPN
			case a.Word(news.TokenID(i+1)) == "in":
				a.Tags[i].UPOS = news.ADP
			}
		}
		w := NewWindow(lex.Default(), noWords(), a, forms)
		copy(w.Labels, c.labels)
		w.Remember()
		w.mend()
		n := &Namer{lex: lex.Default(), words: noWords()}
		found := false
		got := n.mentions(a, w)
		for _, m := range got {
			found = found || m.Span.Of(c.text) == c.want && m.Kind == c.kind
		}
		if !found {
			t.Errorf("%q: got %+v, want %s %q", c.text, got, c.kind, c.want)
		}
	}
}

func TestHumpsOfNames(t *testing.T) {
	for word, want := range map[string]int{"OrntMetric": 1, "McBrenn": 0, "DeOrnt": 0, "MacTelis": 0, "OrntMetric.com": 0, "Ornt": 0, "ORNT": 0, "WikiOrntBase": 2} {
		if got := humps(word); got != want {
			t.Errorf("%q has %d capitals inside, not %d", word, got, want)
		}
	}
}

func TestWhatIsNoCallSign(t *testing.T) {
	for _, word := range []string{"WHO", "KGB", "ABC", "WTO1", "WORLD", "kbrn"} {
		if called(word) {
			t.Errorf("%q is the call sign of a station", word)
		}
	}
}
