package reconcile

import (
	"slices"
	"testing"

	"rapporteur/internal/news"
)

func TestWhereAtWhatPlaceDiffers(t *testing.T) {
	first := "The first patient fell ill at a fish market."
	for second, want := range map[string]bool{
		"The first patient fell ill on the chicken farm.":                     true,
		"The first patient fell ill at the fish market.":                      false,
		"The first patient fell ill on a chicken farm beside the market.":     false, // names both
		"The last doctor to fall ill worked at a prison.":                     false,
		"The first patient fell ill on a Monday.":                             false,
		"The first patient never fell ill; others did, on the chicken farms.": false,
	} {
		if got := slices.Contains(differing(t, first, second), "place scope"); got != want {
			t.Errorf("%q, %q: difference %v, want %v", first, second, got, want)
		}
	}
}

func TestNumbersInLikeSentences(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          bool
	}{
		{"The board voted nine to two.", "Iris Lund said that the board voted seven to four.", true},
		{"The board voted nine to two.", "The board voted 9 to two.", false},
		{"Velm, a city of 300,000, slept.", "Velm, a city of 340,000, woke.", true},
		{"The old city wall has a height of 40.", "The old city wall has a height of 41.", false}, // rounded
		{"The ferry stopped four metres from the pier.", "The ferry stopped five metres from the pier.", false},
		{"Strong winds reached Velm harbour at 12 knots.", "Strong winds reached Velm harbour at 19 knots.", true},
	} {
		if got := slices.Contains(differing(t, c.first, c.second, "Velm"), "value conflict"); got != c.want {
			t.Errorf("%q, %q: difference %v, want %v", c.first, c.second, got, c.want)
		}
	}
}

func TestUntilWhen(t *testing.T) {
	until := func(first, second string) bool {
		d := newDesk(t)
		d.report("2031-03-03", "The offer for Brenwick runs "+first+" 12 March.")
		d.when("12 March", "2031-03-12")
		d.report("2031-03-03", "The offer for Brenwick runs "+second+" 19 March.")
		d.when("19 March", "2031-03-19")
		return slices.Contains(kinds(d.reconcile()), "time conflict") || slices.Contains(kinds(d.reconcile()), "time update")
	}
	if !until("until", "until") {
		t.Error("two ends are no difference")
	}
	if until("since", "until") || until("since", "since") {
		t.Error("a beginning differs")
	}
}

func TestThisMonthAndLast(t *testing.T) {
	months := func(day string) bool {
		d := newDesk(t)
		a := d.report("2031-03-03", "The authority approved the takeover last month.")
		a.Times[d.when("last month", "2031-02")-1].Expr = news.Expr{Unit: news.Months, Shift: -1}
		a = d.report(day, "The authority approved the takeover this month.")
		a.Times[d.when("this month", "2031-03")-1].Expr = news.Expr{Unit: news.Months}
		return slices.Contains(kinds(d.reconcile()), "time conflict")
	}
	if !months("2031-03-03") {
		t.Error("last month and this month, told on one day, do not differ")
	}
	if months("2031-03-05") {
		t.Error("a page's date makes a difference of months")
	}
}

func TestSumsByWhatStandsBefore(t *testing.T) {
	for before, want := range map[string]string{"expects savings of ": "savings", "The gunmen want ": "asked", "and demanded about ": "asked", "a ransom of at least ": "ransom", "it rose to ": ""} {
		if got := sumOf(before); got != want {
			t.Errorf("%q is %q, want %q", before, got, want)
		}
	}
}

func TestWhoDeniesOfHimself(t *testing.T) {
	for second, want := range map[string]bool{
		"Orlen denies that it paid a ransom.":                  true,
		"Sudmark denies that it paid a ransom.":                false,
		"Orlen denies that it cut a cable and paid a captain.": false,
	} {
		if got := slices.Contains(differing(t, "They were freed after Orlen paid a ransom.", second, "Orlen", "Sudmark"), "existence conflict"); got != want {
			t.Errorf("%q: denial %v, want %v", second, got, want)
		}
	}
}
