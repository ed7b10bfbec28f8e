// Package matter says which reports may have anything to do with each other.
// A matter is a set of reports that are put side by side; reports of two
// matters are not compared, but for the names in them.
//
//	Mon  "Ferry runs aground off Skerra"    matter 1
//	Tue  "Divers search Skerra ferry"       matter 1
//	Tue  "Talks open in Tarn"               matter 2
//
// In go cards, one a report and made of that report alone; out come the
// matters that a further report touches. Nothing here reads an analysis twice
// or decides what reports have in common: a matter is only the place where it
// is looked for. It is what makes one report more cost what it touches.
//
// Two reports are near when they are at most weeks apart, share names that say
// what they are about, and are like each other in words or share passages.
// Matters are the connected sets of near reports; where such a set is too large
// to be put side by side, what is asked of near reports rises until its parts
// are not. This is the single-linkage tree of the reports, cut by size: it
// depends on the set of reports and not on their order.
package matter

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/story"
)

// Card is what of one report is held against all others.
type Card struct {
	ID     record.ID
	Day    int32 // days from 1970; Undated where it bears none
	Names  []uint32
	Words  story.Vector
	Prints *reuse.Prints // nil once the Index has it
	marks  []uint32      // of Prints, shortened
}

// Undated is the Day of a report without one.
const Undated = -1 << 31

var epoch, _ = news.ParseDay("1970-01-01")

// CardOf makes the card of a.
func CardOf(a *news.Analysis) *Card {
	c := &Card{ID: record.ReportID(a.Doc), Day: Undated,
		Names: story.NamesOf(a), Words: story.VectorOf(a), Prints: reuse.PrintsOf(a)}
	if d := a.Day(); !d.IsZero() {
		c.Day = int32(d.Sub(epoch))
	}
	c.marks = c.Prints.Short()
	return c
}

const (
	maxApart   = 45 // days between two near reports; one without a date is near any
	farApart   = 90 // days between two that are more like each other: one of their dates may be wrong
	farLevel   = 4  // at which levels two such reports must be near, at least
	sameNames  = 2  // names that two near reports share
	samePrints = 2  // fingerprints that a passage has, at least
)

// steps are what is asked of near reports, one level after the other: how like
// each other they must be in words, or what part of the shorter one's passages
// they must share. One sentence is enough at first; where a matter is too large
// it is not, as agencies put the same sentence of background into every report
// of a war for years.
var (
	steps  = [...]float32{0.15, 0.20, 0.25, 0.30, 0.37, 0.45, 0.55, 0.70}
	shares = [len(steps)]float32{0, 0.03, 0.06, 0.10, 0.14, 0.18, 0.24, 0.30}
)

// nearness is the number of levels at which two reports are near, 0 for none.
func nearness(a, b *Card) int {
	days := int32(0)
	if a.Day != Undated && b.Day != Undated {
		days = max(a.Day-b.Day, b.Day-a.Day)
	}
	if days > farApart {
		return 0
	}
	if n := likeness(a, b); days <= maxApart || n >= farLevel {
		return n
	}
	return 0
}

// likeness is nearness whatever the days.
func likeness(a, b *Card) int {
	if lists.Common(a.Names, b.Names) < sameNames {
		return 0
	}
	passages := 0
	if n := lists.Common(a.marks, b.marks); n >= samePrints {
		passages = reached(shares[:], float32(n)/float32(min(len(a.marks), len(b.marks))))
	}
	if passages == len(steps) {
		return passages
	}
	return max(passages, reached(steps[:], story.Cosine(a.Words, b.Words)))
}

// reached is the number of steps that x is not below.
func reached(steps []float32, x float32) (n int) {
	for n < len(steps) && x >= steps[n] {
		n++
	}
	return n
}
