package story

import (
	"slices"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// told is a report of one headline and one paragraph.
func told(day, title, body string) *news.Analysis {
	all := title + "\n\n" + body
	d := &news.Document{Title: title, Headline: text.At(0, len(title)), Text: all, Published: news.Stamp{Value: day, Basis: news.Given}}
	return &news.Analysis{Doc: d, Sentences: []news.Sentence{{Span: d.Headline}, {Span: text.At(len(title)+2, len(all))}}}
}

// with adds an event of a day to the lead of a report.
func with(a *news.Analysis, class, day string) *news.Analysis {
	a.Times = append(a.Times, news.Time{Span: text.At(0, 1), Sentence: 2, Kind: news.Date, Value: day})
	a.Events = append(a.Events, news.Event{Class: class, Time: news.TimeID(len(a.Times)), Sentence: 2, Status: news.Held})
	return a
}

// groups are the stories of in as lists of report numbers.
func groups(in []*news.Analysis) (out [][]int32) {
	for _, s := range Group(in, nil, nil) {
		out = append(out, s.Reports)
	}
	return out
}

func TestTwoHappeningsAreTwoStories(t *testing.T) {
	in := []*news.Analysis{
		told("2031-03-03", "Ferry Halcyon aground off Skerra", "The Halcyon struck rocks off Skerra before dawn and divers brought forty passengers ashore."),
		told("2031-03-03", "Norland and Sudmark open talks in Tarn", "Delegations of Norland and Sudmark met in Tarn to talk about the border river and its dam."),
		told("2031-03-04", "Skerra divers search stranded Halcyon", "Divers searched the ferry Halcyon, stranded off Skerra, for the cause of its rudder failure."),
		told("2031-03-05", "Sudmark envoy leaves Tarn talks", "The envoy of Sudmark left the talks with Norland in Tarn over the dam on the border river."),
	}
	if got := groups(in); len(got) != 2 || !slices.Equal(got[0], []int32{0, 2}) || !slices.Equal(got[1], []int32{1, 3}) {
		t.Errorf("stories %v, want [0 2] and [1 3]", got)
	}
}

func TestSecondLaunchIsAnotherStory(t *testing.T) {
	launch := func(day, on, rest string) *news.Analysis {
		return with(told(day, "Norland fires missile over Skerra", "Norland fired a missile over Skerra. "+rest), "MOBILIZE", on)
	}
	in := []*news.Analysis{
		launch("2031-03-03", "2031-03-03", "Fishermen watched it fall behind the lighthouse of Port Denn, and schools sent children home at noon."),
		launch("2031-03-04", "2031-03-03", "Sirens woke Port Denn, fishermen said near the lighthouse, and children stayed home."),
		launch("2031-03-20", "2031-03-20", "Engineers in Velm measured a longer flight; parliament broke off its budget debate, premier Rosa Feld spoke."),
		launch("2031-03-21", "2031-03-20", "Premier Rosa Feld told parliament in Velm that the budget debate would wait; engineers measured the flight."),
	}
	stories := Group(in, nil, nil)
	if len(stories) != 2 || len(stories[0].Reports) != 2 {
		t.Fatalf("stories %v, want two of two", stories)
	}
	if stories[0].Previous != -1 || stories[1].Previous != 0 {
		t.Errorf("the second launch does not continue the first: %v", stories)
	}
}

func TestUndatedReportNeedsASentence(t *testing.T) {
	in := []*news.Analysis{
		told("2031-03-03", "Norland and Sudmark open talks in Tarn", "Delegations of Norland and Sudmark met in Tarn to talk about the border river and its dam."),
		told("", "Talks in Tarn", "Delegations of Norland and Sudmark met in Tarn on Monday to talk about the border river and its dam."),
		told("", "Tarn awaits Ostmark", "Ostmark sends its minister to Tarn, where Norland hopes to sell timber, Sudmark wine."),
	}
	if got := groups(in); len(got) != 2 || !slices.Equal(got[0], []int32{0, 1}) {
		t.Errorf("stories %v, want [0 1] and [2]", got)
	}
}

func TestCopiesShareAStory(t *testing.T) {
	in := []*news.Analysis{
		told("2031-03-03", "One", "Alpha beta gamma."),
		told("2031-06-03", "Another", "Delta epsilon zeta."),
	}
	if got := Group(in, [][2]int32{{0, 1}}, nil); len(got) != 1 {
		t.Errorf("a copy has a story of its own: %v", got)
	}
}

func TestWordsFile(t *testing.T) {
	if len(frequent) < 2000 || frequent[hashOf("people")] < 100 {
		t.Errorf("%d frequent words, \"people\" in %v of 1000 documents", len(frequent), frequent[hashOf("people")])
	}
}
