package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/news"
)

// agentReach is the number of items behind "by" within which a name stands: "by the
// opposition politician Milo Grad".
const agentReach = 4

// agents finds deeds that reports give to two doers in sentences that say the same
// before: "The march was led by".
func (s *sheet) agents() {
	var all []slot
	for n := range s.claims {
		for i := range s.claims[n].items {
			if b, ok := s.agentSlot(int32(n), i); ok {
				all = append(all, b)
			}
		}
	}
	found := s.compare(all, s.alike, s.agentsDiffer)
	s.writeAll(found["conflict"], "participants", "conflict", 0.5, "like-sentences")
}

// agentSlot is the slot of the one by whom a deed is said to be done, where item i of
// claim n is the first behind "by".
func (s *sheet) agentSlot(n int32, i int) (b slot, ok bool) {
	cl := &s.claims[n]
	if i == 0 || cl.items[i-1].kind != aWord || cl.items[i-1].stop || !done(s.plain(n, i-1)) {
		return b, false
	}
	if between := plainWords(s.doc(n)[cl.items[i-1].at.End:cl.items[i].at.Start]); len(between) == 0 || between[0] != "by" {
		return b, false
	}
	for j := i; j < len(cl.items) && j < i+agentReach; j++ {
		if name := s.personAt(n, j); name != "" {
			b = s.slot(n, i)
			b.item = j
			return b, true
		}
		if cl.items[j].stop {
			break
		}
	}
	return b, false
}

// personAt is the name of the person at item j of claim n, also of one whom nothing
// else tells to be one: two words with a capital; "" for none.
func (s *sheet) personAt(n int32, j int) string {
	it := &s.claims[n].items[j]
	switch {
	case it.kind == aParty && !it.own && s.c.EntityKind[it.key-1] == news.Person:
		return s.c.EntityName[it.key-1]
	case it.kind == aWord && it.proper:
		doc := s.doc(n)
		before := doc[s.sentence(n).Start:it.at.Start]
		if w := lastWord(before); w != "" && strings.HasSuffix(before, w+" ") && unicode.IsUpper(rune(w[0])) {
			return w + " " + it.at.Of(doc)
		}
	}
	return ""
}

// lastWord is the last word of a passage that ends in a space, as it stands there.
func lastWord(s string) string {
	w := strings.Fields(s)
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

// agentsDiffer says what kind of difference two doers are, "" for none.
func (s *sheet) agentsDiffer(a, b *slot) string {
	x, y := s.personAt(a.claim, a.item), s.personAt(b.claim, b.item)
	p, q := s.item(a), s.item(b)
	switch {
	case p.comparable() == q.comparable() || partOfName(x, y) || !strings.Contains(x, " ") || !strings.Contains(y, " "),
		s.saysWord(a.claim, q.comparable()), s.saysWord(b.claim, p.comparable()):
		return ""
	case p.kind == aParty && q.kind == aParty && s.c.kin.related(int32(p.key), int32(q.key)), !slices.Equal(s.occasionsAhead(a), s.occasionsAhead(b)):
		return ""
	}
	return "conflict"
}

// saysWord reports whether an item of claim n has a key.
func (s *sheet) saysWord(n int32, key uint32) bool { return slices.Contains(s.keysOf(n), key) }
