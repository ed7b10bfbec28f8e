package reconcile

import (
	"slices"
	"testing"

	"rapporteur/internal/news"
)

// told lays out a sentence with one party and one time, in a report of its own.
func (d *desk) told(day, sentence, who, phrase, value string) {
	d.report(day, sentence)
	d.party(who, news.Person)
	d.when(phrase, value)
}

func TestTimesByTheWordsAround(t *testing.T) {
	for _, c := range []struct {
		second string
		want   bool
	}{
		{"Ambassador Orlen left Velm on Saturday by plane, an official said.", true},
		{"Orlen was greeted by a crowd in Velm on Saturday.", false}, // another deed
		{"On Saturday Orlen opened a school and a bridge and spoke of those who left long before him for other coasts.", false},
		{"Orlen left for another journey on Saturday.", false}, // one of several
	} {
		d := newDesk(t)
		d.told("2031-03-03", "Orlen left Tessel by train on Sunday with his family.", "Orlen", "Sunday", "2031-03-02")
		d.told("2031-03-03", c.second, "Orlen", "Saturday", "2031-03-01")
		if got := slices.Contains(kinds(d.reconcile()), "time conflict"); got != c.want {
			t.Errorf("%q: difference %v, want %v", c.second, got, c.want)
		}
	}
}

func TestWhatIsToldTwiceIsNoOneThing(t *testing.T) {
	d := newDesk(t)
	d.told("2031-03-03", "Orlen left Tessel by train on Sunday with his family.", "Orlen", "Sunday", "2031-03-02")
	d.report("2031-03-03", "Orlen left Velm on Saturday by plane.\nOrlen left again by road.")
	d.party("Orlen", news.Person)
	d.when("Saturday", "2031-03-01")
	a := d.view.Reports[1]
	a.Mentions = append(a.Mentions, news.Mention{Span: a.Sentences[1].Span, Kind: news.Person, Chain: 1})
	a.Mentions[1].Span.End = a.Mentions[1].Span.Start + 5
	if got := kinds(d.reconcile()); slices.Contains(got, "time conflict") {
		t.Errorf("%v: two departures are told", got)
	}
}

func TestSharesByTheWordsAround(t *testing.T) {
	for second, want := range map[string]bool{
		"Tarsia now gets 45 percent of all its grain from Norvia.":       true,
		"Tarsia sells 45 percent of its timber abroad.":                  false,
		"Tarsia now gets 45 percent more rain than the hills of Norvia.": false,
	} {
		if got := slices.Contains(differing(t, "Tarsia buys about 60 percent of its grain from Norvia.", second), "value conflict"); got != want {
			t.Errorf("%q: difference %v, want %v", second, got, want)
		}
	}
}

func TestNoneIsDenial(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          bool
	}{
		{"Police fired rubber bullets at the march.", "Police fired no rubber bullets at the march.", true},
		{"Tarsia expelled an ambassador last week.", "No ambassador was expelled by Tarsia.", true},
		{"The council dissolved parliament.", "Parliament was not dissolved, its speaker said.", true},
		{"The council dissolved a committee.", "Parliament was not dissolved, its speaker said.", false},
		{"Police fired tear gas at the march.", "Police fired no rubber bullets at the march.", false},
		{"Police fired rubber bullets at the march.", "Police had no plan to fire rubber bullets.", false},
		{"Everybody got enough of the cod.", "No one got enough of the cod.", false},
	} {
		if got := slices.Contains(differing(t, c.first, c.second), "existence conflict"); got != c.want {
			t.Errorf("%q, %q: difference %v, want %v", c.first, c.second, got, c.want)
		}
	}
}
