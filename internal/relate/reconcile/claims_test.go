package reconcile

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// differing is the differences of two reports of one day that name bodies.
func differing(t *testing.T, first, second string, names ...string) []string {
	t.Helper()
	return differingOver(t, first, second, news.Organization, names, nil)
}

// differingOver is the differences of two reports of one day that name somebody of a
// kind and tell times, by phrase.
func differingOver(t *testing.T, first, second string, kind news.Kind, names []string, times map[string]string) []string {
	t.Helper()
	d := newDesk(t)
	for _, body := range []string{first, second} {
		d.report("2031-03-03", body)
		for _, n := range names {
			if strings.Contains(body, n) {
				d.party(n, kind)
			}
		}
		for _, phrase := range slices.Sorted(maps.Keys(times)) {
			if !strings.Contains(body, phrase) {
				continue
			}
			d.when(phrase, times[phrase])
			if a := d.view.Reports[len(d.view.Reports)-1]; times[phrase][0] == 'P' {
				a.Times[len(a.Times)-1].Kind = news.Duration
			}
		}
	}
	return kinds(d.reconcile())
}

func TestClaimAndDenial(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          bool
	}{
		{"Norlin said the Lark was inspected in April.", "The ministry denies that the Lark was inspected in April.", true},
		{"Sudmark fired rockets at the harbour.", "Sudmark did not fire rockets at the harbour.", true},
		{"Sudmark would fire rockets at the harbour.", "Sudmark did not fire rockets at the harbour.", false},  // supposed, not told
		{"Sudmark fired rockets at the harbour.", "Sudmark did not only fire rockets at the harbour.", false},  // not denied
		{"Sudmark fired rockets at the harbour.", "Norlin did not fire rockets at the harbour.", false},        // another doer
		{"Sudmark did not fire rockets at the harbour.", "Sudmark never fired rockets at the harbour.", false}, // both deny
	} {
		got := differing(t, c.first, c.second, "Norlin", "Lark", "Sudmark")
		if slices.Contains(got, "existence conflict") != c.want {
			t.Errorf("%q against %q: %v, want a denial: %v", c.first, c.second, got, c.want)
		}
	}
}

func TestOppositeStates(t *testing.T) {
	if got := differing(t, "The airport of Brisk reopened.", "The airport of Brisk remains closed.", "Brisk"); !slices.Equal(got, []string{"status conflict"}) {
		t.Error(got)
	}
	if got := differing(t, "The airport of Brisk reopened.", "The airport of Tarn remains closed.", "Brisk", "Tarn"); len(got) > 0 {
		t.Error("two airports:", got)
	}
}

func TestTimesInLikeSentences(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Police arrested Orlen in March 2030.")
	d.party("Orlen", news.Person)
	d.when("March 2030", "2030-03")
	d.report("2031-03-03", "Police arrested Orlen in May 2030, he said.")
	d.party("Orlen", news.Person)
	d.when("May 2030", "2030-05")
	if got := kinds(d.reconcile()); !slices.Equal(got, []string{"time conflict"}) {
		t.Error(got)
	}
}

func TestRelayedWordsCountForWhomTheyAreFrom(t *testing.T) {
	d := newDesk(t)
	for range 2 {
		a := d.report("2031-03-03", "Coastal News reports that Vask said the talks with Sudmark had failed on Sunday evening.")
		by := d.party("Vask", news.Person)
		d.quote(news.Indirect, "the talks with Sudmark had failed on Sunday evening", by)
		a.Quotes[0].Via = []news.Party{d.party("Coastal News", news.Organization)}
		a.Credits = []news.Credit{{Name: "Coastal News", Kind: news.Agency, Role: news.Cited, Span: d.span("Coastal News")}}
	}
	r := &record.Record{Origins: []record.Origin{{Type: record.KindOrigin, ID: "oa"}, {Type: record.KindOrigin, ID: "ob"}}}
	Reconcile(&d.view, r)
	if len(r.Quotes) != 1 || r.Quotes[0].Support.Origins != 1 {
		t.Fatalf("%+v", r.Quotes)
	}
	if b := r.Origins[0].Basis; len(b) != 1 || b[0].Rule != "relay" || b[0].Evidence[0].Exact != "Coastal News" {
		t.Errorf("basis %+v", b)
	}
}

// TestSupportByPassage: a partial copy shares the origin of the passages that
// it took, and of no others.
func TestSupportByPassage(t *testing.T) {
	d := newDesk(t)
	body := "\"The line will reopen on Monday at noon,\" Vask said.\n\"Nobody was hurt in the tunnel that night,\" Vask said.\n"
	for range 2 {
		d.report("2031-03-03", body)
		by := d.party("Vask", news.Person)
		d.quote(news.Direct, "The line will reopen on Monday at noon", by)
		d.quote(news.Direct, "Nobody was hurt in the tunnel that night", by)
	}
	taken := int32(strings.Index(body, "\n"))
	d.view.Origin = func(r int32, at text.Span) record.ID {
		if r == 1 && at.End > taken {
			return "ob"
		}
		return "oa"
	}
	r := d.reconcile()
	if len(r.Quotes) != 2 || r.Quotes[0].Support.Origins != 1 || r.Quotes[1].Support.Origins != 2 {
		t.Errorf("%+v", r.Quotes)
	}
}

func TestVenueOfAnyVersion(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", `"The line will reopen on Monday," Vask said.`)
	d.quote(news.Direct, "The line will reopen on Monday", d.party("Vask", news.Person))
	a := d.report("2031-03-03", `"The line will reopen on Monday," Vask told reporters.`)
	d.quote(news.Direct, "The line will reopen on Monday", d.party("Vask", news.Person))
	a.Quotes[0].Venue = d.span("told reporters")
	r := d.reconcile()
	if len(r.Quotes) != 1 || r.Quotes[0].Venue == nil || *r.Quotes[0].Venue != "told reporters" {
		t.Errorf("%+v", r.Quotes)
	}
}

// TestManyFiguresTakeNoTimeOfTheirSquare relates thousands of figures of one
// name, each of another sentence.
func TestManyFiguresTakeNoTimeOfTheirSquare(t *testing.T) {
	d := newDesk(t)
	for n := range 2 {
		var b strings.Builder
		for i := range 4000 {
			b.WriteString(strings.Repeat(string(rune('a'+i%26)), 3+i%7) + string(rune('a'+i/26%26)) + string(rune('a'+i/676)) + " counted 12 ships\n")
		}
		a := d.report("2031-03-0"+string(rune('3'+n)), b.String())
		for i := range a.Sentences {
			at := a.Sentences[i].Span
			k := int32(strings.Index(at.Of(a.Doc.Text), "12"))
			a.Figures = append(a.Figures, news.Figure{Span: text.Span{Start: at.Start + k, End: at.Start + k + 2}, Of: text.Span{Start: at.Start + k + 3, End: at.End},
				Value: 12, Low: 12, High: 12, Sentence: news.SentenceID(i + 1), Rule: "test"})
		}
	}
	start := time.Now()
	d.reconcile()
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("8000 figures took %v", took)
	} else {
		t.Log(took)
	}
}
