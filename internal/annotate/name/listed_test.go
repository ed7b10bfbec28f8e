package name

import (
	"slices"
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

func TestEmbeddedListsRead(t *testing.T) {
	g, err := readLists(listFiles)
	if err != nil {
		t.Fatal(err)
	}
	of := func(words ...string) uint32 {
		kinds, n := g.phrases.Longest(0, len(words), func(i int) string { return words[i] })
		if n != len(words) {
			return 0
		}
		return kinds
	}
	if c, ok := phraseClass(of("Major", "League", "Baseball")); !ok || c != ORG {
		t.Error("a league is no organization")
	}
	if c, ok := phraseClass(of("GULF", "OF", "ADEN")); !ok || c != LOC {
		t.Error("a gulf is no place")
	}
	if _, ok := phraseClass(of("World", "Series")); ok {
		t.Error("a contest is a name")
	}
	f := lex.FormOf("Chaos")
	if bits(g.words, &f)&(1<<(commonList-givenList)) == 0 {
		t.Error("Chaos is no ordinary word")
	}
}

func TestListsSayWhatIsWrong(t *testing.T) {
	g := &gazetteer{phrases: lex.NewPhrases()}
	for _, text := range []string{"[nothing]\nA", "A; B\n"} {
		if err := g.read(text, map[uint32]uint8{}); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}

func TestAPhraseOfTheListsIsOneName(t *testing.T) {
	for _, c := range []struct {
		text   string
		labels []Label
		want   string
	}{
		{"Major League Baseball said no", []Label{0, LabelOf(PER, Begin), LabelOf(PER, Last)}, "Major League Baseball"},
		{"Boston Globe of today", []Label{LabelOf(LOC, Whole)}, "Boston Globe"},
		{"the Ada Boston Globe Prize", []Label{0, LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Last)}, "Ada Boston Globe Prize"},
	} {
		a, forms := annotated(c.text)
		w := NewWindow(lex.Default(), noWords(), a, forms)
		copy(w.Labels, c.labels)
		w.wholes()
		n := &Namer{lex: lex.Default(), words: noWords()}
		if got := n.mentions(a, w); len(got) != 1 || got[0].Span.Of(a.Doc.Text) != c.want || got[0].Kind != news.Organization {
			t.Errorf("%q: got %+v", c.text, got)
		}
	}
}

func TestRunsLeaveOutWhatIsInNoName(t *testing.T) {
	a, forms := annotated("they saw that Bank of Orn was there")
	for i := range a.Tags {
		a.Tags[i].UPOS = news.VERB
	}
	w := NewWindow(lex.Default(), noWords(), a, forms)
	w.Enter(0, len(forms))
	first, last := w.Run(0)
	if first != 3 || last != 6 {
		t.Fatalf("run %d to %d, want 3 to 6", first, last)
	}
	if m := w.Allowed(4, first, last); m&^insideOnly != 0 {
		t.Errorf("a small word may have labels %b", m)
	}
	if first, last = w.Run(last); first != last {
		t.Errorf("another run %d to %d", first, last)
	}
}

func TestNamesAreMended(t *testing.T) {
	per, org := LabelOf(PER, Whole), LabelOf(ORG, Whole)
	two := func(c Class) []Label { return []Label{LabelOf(c, Begin), LabelOf(c, Last)} }
	for _, c := range []struct {
		text   string
		at     int
		labels []Label
		want   []string
	}{
		{"the French Foreign Ministry said", 2, two(ORG), []string{"French Foreign Ministry"}},
		{"the Foreign Ministry said", 1, two(ORG), nil},
		{"in China's Foreign Ministry", 3, two(ORG), []string{"China's Foreign Ministry"}},
		{"French Orn Brenn said", 1, two(ORG), []string{"French", "Orn Brenn"}},
		{"in the village of Orn Brenn", 4, two(PER), []string{"Orn Brenn"}},
		{"according to Orn Brenn, no", 2, two(LOC), []string{"Orn Brenn"}},
		{"in the Ornian town of Tolt", 2, []Label{LabelOf(LOC, Whole)}, nil},
		{"in the Orno town of Tolt", 2, []Label{LabelOf(LOC, Whole)}, []string{"Orno"}},
		{"the Minister of Defence Ada Brenn", 3, []Label{LabelOf(PER, Begin), LabelOf(PER, Inside), LabelOf(PER, Last)}, []string{"Ada Brenn"}},
		{"Brenn will visit Orn on Friday", 0, nil, []string{"Orn"}},
		{"Orn Line off Brennia sank", 0, []Label{LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Last)}, []string{"Orn Line", "Brennia"}},
		{"all over Northern Brennia", 3, []Label{LabelOf(LOC, Whole)}, []string{"Northern Brennia"}},
		{"Jean-Paul Orn left", 0, append([]Label{per, 0}, two(PER)...), []string{"Jean-Paul Orn"}},
		{"Ada-based Orn left", 0, []Label{per}, []string{"Ada"}},
		{"Sable Office (SO) said", 0, two(ORG), []string{"Sable Office", "SO"}},
		{"Sable Office (SO) said SO left", 0, two(ORG), []string{"Sable Office", "SO", "SO"}},
		{"Sable Office (PA) said", 0, two(ORG), []string{"Sable Office"}},
		{"Institute of Tolt Law of Orn University", 0, []Label{LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Inside),
			LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Last)}, []string{"Institute of Tolt Law", "Orn University"}},
		{"the Orn Metropolitan Police Office said", 1, append([]Label{LabelOf(LOC, Whole)}, LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Last)), []string{"Orn Metropolitan Police Office"}},
		{"in Orn Brenn County Line said", 1, append(two(LOC), two(ORG)...), []string{"Orn Brenn County Line"}},
		{"in Orn Sable Line", 1, append([]Label{LabelOf(LOC, Whole)}, two(ORG)...), []string{"Orn", "Sable Line"}},
		{"in France Metropolitan Line", 1, append([]Label{LabelOf(LOC, Whole)}, two(ORG)...), []string{"France", "Metropolitan Line"}},
		{"University of Orn", 0, []Label{org}, []string{"University"}},
	} {
		a, forms := annotated(c.text)
		for i := range a.Tags {
			switch a.Word(news.TokenID(i + 1)) {
			case "of":
				a.Tags[i].UPOS = news.ADP
			case "Orn", "Brenn", "Paul":
				a.Tags[i].UPOS = news.PROPN
			case "'s":
				a.Tags[i].XPOS = news.POS
			}
		}
		w := NewWindow(lex.Default(), noWords(), a, forms)
		copy(w.Labels[c.at:], c.labels)
		w.mend()
		n := &Namer{lex: lex.Default(), words: noWords()}
		var got []string
		for _, m := range n.mentions(a, w) {
			got = append(got, m.Span.Of(c.text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestANameOfTwoWordsIsFoundThroughout(t *testing.T) {
	a, forms := annotated("Orn Brenn said no. They asked Orn Brenn twice; orn brenn is no name, nor is Brenn Orn.")
	w := NewWindow(lex.Default(), noWords(), a, forms)
	w.name(0, 2, ORG)
	w.again()
	n := &Namer{lex: lex.Default(), words: noWords()}
	if got := n.mentions(a, w); len(got) != 2 || got[1].First != 8 || got[1].Kind != news.Organization {
		t.Errorf("got %+v, want the name twice", got)
	}
}

func TestNamesOfAListAgree(t *testing.T) {
	for _, c := range []struct {
		text   string
		labels []Label
		at     int
		want   Class
	}{
		{"Vornia, Ostrel, Keldria left", []Label{LabelOf(LOC, Whole), 0, LabelOf(PER, Whole), 0, LabelOf(LOC, Whole)}, 2, LOC},
		{"Vornia, Ostrel, Keldria left", []Label{LabelOf(LOC, Whole), 0, LabelOf(PER, Whole), 0, LabelOf(ORG, Whole)}, 2, PER},
		{"Vornia, Boris, Keldria left", []Label{LabelOf(LOC, Whole), 0, LabelOf(PER, Whole), 0, LabelOf(LOC, Whole)}, 2, PER},
		{"from Vornia, Ostrel and Keldria left", []Label{0, LabelOf(LOC, Whole), 0, LabelOf(PER, Whole), 0, LabelOf(PER, Whole)}, 3, LOC},
		{"with Vornia, Ostrel and Keldria left", []Label{0, LabelOf(LOC, Whole), 0, LabelOf(PER, Whole), 0, LabelOf(PER, Whole)}, 3, PER},
		{"ORNT, Keldria", []Label{LabelOf(PER, Whole), 0, LabelOf(LOC, Whole)}, 0, LOC},
		{"Ornt, Keldria", []Label{LabelOf(PER, Whole), 0, LabelOf(LOC, Whole)}, 0, PER},
	} {
		a, forms := annotated(c.text)
		w := NewWindow(lex.Default(), noWords(), a, forms)
		copy(w.Labels, c.labels)
		for i := range a.Tags {
			if a.Word(news.TokenID(i+1)) == "and" {
				a.Tags[i].UPOS = news.CCONJ
			}
		}
		w.mend()
		if got := w.Labels[c.at]; got != LabelOf(c.want, Whole) {
			t.Errorf("%q: label %d, want of class %d", c.text, got, c.want)
		}
	}
}
