package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// siteReach is the number of words that a noun for a place may have: "the old
// bus station".
const siteReach = 3

// siteSlot reports whether item i of claim n opens the description of a place at
// which something is told to be: "at a fish market".
func (s *sheet) siteSlot(n int32, i int) bool {
	it := &s.claims[n].items[i]
	return it.kind == aWord && it.prep != "" && !it.unreal && !it.negated && !it.proper && s.site(n, i) != ""
}

// site is the noun for a place that item i of claim n opens, "" for none: the
// last word of those that stand side by side.
func (s *sheet) site(n int32, i int) string {
	cl := &s.claims[n]
	for j := i; j < len(cl.items) && j < i+siteReach; j++ {
		if cl.items[j].kind != aWord || j > i && cl.items[j].at.Start-cl.items[j-1].at.End != 1 {
			break
		}
		if w := s.plain(n, j); sites[w] {
			return w
		}
	}
	return ""
}

// plain is item i of claim n as it stands there, in lower case.
func (s *sheet) plain(n int32, i int) string {
	cl := &s.claims[n]
	return strings.TrimSuffix(fold(cl.items[i].at.Of(s.c.Reports[cl.report].Doc.Text)), "'s")
}

// sitesDiffer says what kind of difference two descriptions of places are, ""
// for none: other nouns, neither of which the other sentence has.
func (s *sheet) sitesDiffer(a, b *slot) string {
	x, y := s.site(a.claim, a.item), s.site(b.claim, b.item)
	if x == y || min(len(a.ahead), len(b.ahead)) < slotReach || s.has(a.claim, y) || s.has(b.claim, x) {
		return ""
	}
	return "scope"
}

// has reports whether a word stands in a claim.
func (s *sheet) has(n int32, word string) bool {
	k := keyOf(word)
	return slices.ContainsFunc(s.claims[n].items, func(it item) bool { return it.kind == aWord && it.key == k })
}

// numberSlot reports whether item i of claim n is a number that is told as a
// fact, not the first word of what somebody says.
func (s *sheet) numberSlot(n int32, i int) bool {
	it := &s.claims[n].items[i]
	if it.unreal || it.negated || it.joined || it.kind != aNumber && it.kind != aWord || i > 0 && s.claims[n].items[i-1].says {
		return false
	}
	_, ok := s.number(n, i)
	return ok
}

// bare reports whether nothing that is counted stands behind a slot: "voted nine
// to two", "a city of 340,000,".
func (s *sheet) bare(b *slot) bool {
	behind := s.c.Reports[s.claims[b.claim].report].Doc.Text[s.item(b).at.End:]
	return behind == "" || strings.ContainsRune(",.;:)\n", rune(behind[0])) || strings.HasPrefix(behind, " to ")
}

// behind is the key of the word right behind a slot, 0 for none.
func (s *sheet) behind(b *slot) uint32 {
	items := s.claims[b.claim].items
	if b.item+1 == len(items) || items[b.item+1].at.Start-items[b.item].at.End != 1 {
		return 0
	}
	if next := &items[b.item+1]; next.kind != aNumber {
		return next.comparable()
	}
	return items[b.item+1].key // "1.4 billion"
}

// oneMatter reports whether two numbers count the same: nothing that is named,
// or the thing that the next word names, behind words enough; what figures tell
// of it is told once.
func (s *sheet) oneMatter(a, b *slot) bool {
	if s.bare(a) && s.bare(b) {
		return true
	}
	k := s.behind(a)
	return k != 0 && k == s.behind(b) && !s.followed[k] && min(len(a.ahead), len(b.ahead)) >= slotReach
}

// number is the number that item i of claim n tells in digits or in a word.
func (s *sheet) number(n int32, i int) (float64, bool) {
	w := s.plain(n, i)
	if digits := numberWords[w]; digits != "" {
		w = digits
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil
}

// numbersDiffer says what kind of difference two numbers are, "" for none.
func (s *sheet) numbersDiffer(a, b *slot) string {
	x, _ := s.number(a.claim, a.item)
	y, _ := s.number(b.claim, b.item)
	if !s.oneMatter(a, b) || math.Abs(x-y) <= rounded*max(math.Abs(x), math.Abs(y)) {
		return ""
	}
	if daysBetween(s.day(a), s.day(b)) > 0 {
		return "update"
	}
	return "conflict"
}

// followed are the stems of the nouns that figures count whose values are told
// to differ already.
func (c *reconciler) followed() map[uint32]bool {
	of := map[record.ID]string{}
	for i := range c.rec.Figures {
		of[c.rec.Figures[i].ID] = *orEmpty(c.rec.Figures[i].Of)
	}
	out := map[uint32]bool{}
	for i := range c.rec.Differences {
		if d := &c.rec.Differences[i]; d.About.Type == record.KindFigure {
			out[keyOf(headNoun(of[d.About.ID]))] = true
		}
	}
	return out
}
