package reconcile

import (
	"slices"
	"testing"

	"rapporteur/internal/news"
)

func TestLikeWordsNameEachOther(t *testing.T) {
	for w, a := range likeWord {
		if b, ok := likeWord[a]; ok {
			t.Errorf("%s stands for %s, which stands for %s", w, a, b)
		}
	}
	if keyOf("occurred") != keyOf("happens") || keyOf("occurred") == keyOf("opened") {
		t.Error("occurred, happens, opened")
	}
}

func TestLengthsOfTime(t *testing.T) {
	times := map[string]string{"two weeks": "P2W", "five weeks": "P5W"}
	for _, c := range []struct {
		first, second string
		want          []string
	}{
		{"The bridge will stay closed for two weeks.", "The bridge will be shut for five weeks.", []string{"time conflict"}},
		{"The bridge will be closed for at least two weeks.", "The bridge will be shut for five weeks.", []string{"time update"}},
		{"The bridge was closed two weeks ago.", "The bridge will be shut for five weeks.", nil},
		{"The bridge will be shut in two weeks.", "The bridge will be shut for five weeks.", nil},
		{"The tunnel will be closed for two weeks.", "The bridge will be shut for five weeks.", nil},
	} {
		if got := differingOver(t, c.first, c.second, news.Person, nil, times); !slices.Equal(got, c.want) {
			t.Errorf("%q, %q: %v, want %v", c.first, c.second, got, c.want)
		}
	}
}

func TestHours(t *testing.T) {
	times := map[string]string{"4 a.m": "2031-03-03T04:00", "6 a.m": "2031-03-03T06:00"}
	if got := differingOver(t, "The tower collapsed at 4 a.m. in Brisk.", "The tower collapsed at 6 a.m. in Brisk.", news.Person, nil, times); !slices.Equal(got, []string{"time conflict"}) {
		t.Error(got)
	}
	if got := differingOver(t, "The tower collapsed at 4 a.m. GMT.", "The tower collapsed at 6 a.m. in Brisk.", news.Person, nil, times); len(got) > 0 {
		t.Error("two clocks:", got)
	}
}

func TestWhoDidIt(t *testing.T) {
	names := []string{"Ana Lorn", "Pim Dask"}
	for _, c := range []struct {
		first, second string
		want          []string
	}{
		{"The march was led by Ana Lorn.", "The march was led by the deputy Pim Dask.", []string{"participants conflict"}},
		{"The march was led by Ana Lorn.", "The march was led by Pim Dask and Ana Lorn.", nil},
		{"The march was led by Ana Lorn.", "The second march was led by Pim Dask.", nil},
		{"The march was led by Ana Lorn.", "The choir was led by Pim Dask.", nil},
	} {
		if got := differingOver(t, c.first, c.second, news.Person, names, nil); !slices.Equal(got, c.want) {
			t.Errorf("%q, %q: %v, want %v", c.first, c.second, got, c.want)
		}
	}
}

func TestDeniedByOtherWords(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          bool
	}{
		{"The roof was inspected in April.", "Nobody has inspected the roof.", true},
		{"The roof was inspected in April.", "No one has inspected the roof.", true},
		{"An inspection of the roof is due.", "Nobody has inspected the roof.", false},
		{"Norlin was accused of ignoring warnings.", "Norlin rejected the charge of the union that Norlin ignored warnings.", true},
		{"Norlin would stop selling fuel to Sudmark.", "Norlin has no plan to stop the sale of fuel to Sudmark.", true},
		{"Norlin stopped selling fuel to Sudmark.", "Norlin has no plan to stop the sale of fuel to Sudmark.", false}, // done, not to come
		{"Norlin closed the borders.", "Norlin has not decided whether to close the borders.", false},
	} {
		got := differing(t, c.first, c.second, "Norlin", "Sudmark")
		if slices.Contains(got, "existence conflict") != c.want {
			t.Errorf("%q against %q: %v, want a denial: %v", c.first, c.second, got, c.want)
		}
	}
}

func TestStatesOfAThing(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          []string
	}{
		{"The council closed the borders.", "Sudmark reopened its borders.", []string{"status conflict"}},
		{"The council closed the northern borders.", "Sudmark reopened its borders.", nil},
		{"Norlin asked Sudmark for help.", "Norlin turned down an offer of help from Sudmark.", []string{"status conflict"}},
		{"Norlin asked Sudmark for help.", "Sudmark turned down an offer of help from Norlin.", nil},
	} {
		if got := differing(t, c.first, c.second, "Norlin", "Sudmark"); !slices.Equal(got, c.want) {
			t.Errorf("%q, %q: %v, want %v", c.first, c.second, got, c.want)
		}
	}
}

func TestPlacesSaidNotToBe(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "The pumps were made by Alvo at its plant in Brisk.")
	d.party("Brisk", news.Place)
	d.report("2031-03-03", "The pumps were made in Tarn, not in Brisk.")
	d.party("Tarn", news.Place)
	d.party("Brisk", news.Place)
	if got := kinds(d.reconcile()); !slices.Equal(got, []string{"place conflict"}) {
		t.Error(got)
	}
}

func TestNotBefore(t *testing.T) {
	times := map[string]string{"October": "2031-10", "March": "2032-03", "May": "2031-05"}
	for second, want := range map[string][]string{
		"The parliament will not vote on the tax before March.": {"time conflict"},
		"The parliament will not vote on the tax before May.":   nil,
	} {
		if got := differingOver(t, "Both chambers of parliament vote on the tax in October.", second, news.Person, nil, times); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", second, got, want)
		}
	}
}
