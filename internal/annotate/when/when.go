// Package when finds time expressions and says what they mean (TIMEX3).
//
//	report of Monday 2025-02-17:
//	"... will meet Tuesday, three years after 24 February, 2022"
//	               ------- -----------       -----------------
//	  DATE Tuesday           {Pick: "XXXX-WXX-2", Side: "future"} 2025-02-18
//	  DURATION three years   {Fixed: "P3Y"}
//	  DATE 24 February, 2022 {Fixed: "2022-02-24"}
//
// In go the tokens and sentences of a report, its day, and, where they are
// there, tags and mentions. Out comes the Times layer: dates, times of day,
// durations and sets, each with its words, what they mean apart from an anchor
// and, where the report has a day, their value. What is a name is no time. It
// does not say what happened when.
//
// The work is one pass: itemize cuts tokens into items and looks their words
// up; at every item that may begin an expression the grammar (date.go,
// weekday.go, unit.go, ...) reads the longest one there; settle gives it its
// anchor by tense (tense.go) or by what was told before (anchor.go).
package when

import "rapporteur/internal/news"

// Times reads all layers up to Chains; returns the Times layer.
func Times(a *news.Analysis) []news.Time {
	s := scan{a: a, txt: a.Doc.Text, it: itemize(a)}
	s.chronicle = a.Day().IsZero() && s.isChronicle()
	s.run()
	if s.ahead != [8]bool{} { // what was learnt on the way holds from the start
		s = scan{a: a, txt: s.txt, it: s.it, ahead: s.ahead}
		s.run()
	}
	return s.out
}

// scan is one pass over the items of a report.
type scan struct {
	a    *news.Analysis
	txt  string
	it   []item
	out  []news.Time
	head int // first item of the sentence being read
	stop int // first item behind it
	sent news.SentenceID

	chronicle bool           // a text without a day that goes from date to date
	last      [6]news.TimeID // the last Time told of that is at least that fine; see anchor.go
	over      [6]news.TimeID // the same of what is not to come
	clockDay  [2]news.TimeID // the last clock without and with a zone
	dateline  news.TimeID    // the date in the dateline; 0 for none
	ahead     [8]bool        // weekdays that the lead puts a day after the report's own
	days      bool           // a weekday has been told
	year0     int            // the year that a chronicle has come to
	aside     int            // a year far from it that has been named once
	left      int            // the year that the chronicle was at before its last leap
	depth     int            // of rules that call each other
	steps     int            // rules tried and words looked at for tense, for the test of linear time
	mention   int            // the first mention that may still cover what is read
}

// found is an expression that the grammar has read.
type found struct {
	start, end int // items
	kind       news.TimeKind
	expr       news.Expr
	free       bool      // which side Pick lies on is for the tense to say
	lean       news.Unit // seen from what was told before, which must be that fine
	soft       bool      // without such a thing, seen from the report's day
	approx     string
	weekday    int32 // told with a date: 1 is Monday; 0 for none
	rule       string
}

// nothing stands for items beyond the sentence.
var nothing item

func (s *scan) at(i int) *item {
	if i < s.head || i >= s.stop {
		return &nothing
	}
	return &s.it[i]
}

func (s *scan) word(i int) string {
	if i < s.head || i >= s.stop {
		return ""
	}
	return s.it[i].span.Of(s.txt)
}

func (s *scan) run() {
	for i := 0; i < len(s.it); {
		if i >= s.stop {
			s.sentence(i)
		}
		x := &s.it[i]
		if !s.mayStart(i, x) {
			i++
			continue
		}
		f, ok := s.phrase(i)
		if !ok || !s.keep(&f) {
			i++
			continue
		}
		s.settle(&f)
		i = max(f.end, i+1)
	}
}

// sentence moves the window to the sentence that begins at item i.
func (s *scan) sentence(i int) {
	s.head, s.stop = i, i+1
	for s.stop < len(s.it) && !s.it[s.stop].fresh {
		s.stop++
	}
	s.sent = s.a.SentenceAt(s.it[i].span.Start)
}

// starter is every class that an expression may begin with.
const starter = month | monthShort | weekday | weekdayShort | weekdays | units | unit | part | season | number | ordinal |
	vague | pointer | early | about | bound | now | recent | today | repeated | every | times | half | halfName |
	quarterName | article | edge | feastStart | preposition

// mayStart reports whether an expression could begin at i: what cannot be one is
// most of a text, and is left at once.
func (s *scan) mayStart(i int, x *item) bool {
	switch {
	case x.is(article):
		y := s.at(i + 1)
		return y.class&^(mark|of|and) != 0 || y.token != 0 && s.oddStart(y)
	case x.is(preposition) && x.class&(bound|about|pointer|offset) == 0:
		return s.word(i) == "per"
	}
	return x.is(starter) || s.oddStart(x)
}

// oddStart lets in what has no class and yet may begin an expression: figures
// of odd shape ("3:30", "1990s", "24.02.2022") and shortened years ("'90s").
func (s *scan) oddStart(x *item) bool {
	c := s.txt[x.span.Start]
	return c >= '0' && c <= '9' || c == '\'' || c == 0xe2
}

// phrase is the longest expression that begins at item i.
func (s *scan) phrase(i int) (found, bool) {
	var best found
	s.offer(&best, s.core, i)
	c := s.at(i).class
	if c&(number|vague|indefinite|about|bound|half|units) != 0 || c == 0 && s.at(i).width > 0 {
		s.offer(&best, s.amount, i)
	}
	if c&(early|the) != 0 {
		s.offer(&best, s.shaded, i)
	}
	if c&(edge|the|unit) != 0 {
		s.offer(&best, s.edged, i)
	}
	return best, best.end > i
}

// maxDepth bounds how far rules call each other: "the end of the first week of
// March last year" goes three deep.
const maxDepth = 4

// core is the longest expression at i that has no shading word in front.
func (s *scan) core(i int) found {
	if s.depth >= maxDepth {
		return found{}
	}
	s.depth++
	f := s.anyCore(i)
	s.depth--
	return f
}

func (s *scan) anyCore(i int) found {
	var best found
	c := s.at(i).class
	odd := c == 0
	if odd || c&(month|monthShort|weekday|weekdayShort|digits|ordinal|the) != 0 {
		s.offer(&best, s.date, i)
		s.offer(&best, s.numeric, i)
		s.offer(&best, s.year, i)
	}
	if odd || c&(digits|part|cardinal) != 0 {
		s.offer(&best, s.clock, i)
	}
	if c&(weekday|weekdayShort|weekdays|today|the) != 0 {
		s.offer(&best, s.day, i)
	}
	if c&(pointer|the|recent) != 0 {
		s.offer(&best, s.pointed, i)
	}
	if c&(season|the) != 0 {
		s.offer(&best, s.season, i)
	}
	if c&(ordinal|quarterName|halfName|the) != 0 {
		s.offer(&best, s.quarter, i)
	}
	if c&feastStart != 0 {
		s.offer(&best, s.feast, i)
	}
	if c&(every|repeated|times|indefinite|preposition|number|vague) != 0 {
		s.offer(&best, s.set, i)
	}
	if c&(now|the) != 0 {
		s.offer(&best, s.reference, i)
	}
	return best
}

// offer replaces best by what rule reads at i when that is longer.
func (s *scan) offer(best *found, rule func(int) found, i int) {
	s.steps++
	if f := rule(i); f.end > best.end {
		best.take(f, i)
	}
}

func (f *found) take(g found, i int) {
	*f = g
	f.start = i
}
