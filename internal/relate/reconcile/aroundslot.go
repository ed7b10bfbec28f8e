package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// Reports put one thing in sentences that are not built alike: "Penn left Tessel
// by train on Sunday", "Ambassador Penn left on Saturday". Their slots are held
// against each other by the words around them, on either side, where no other
// sentence of either report has these words together.

const (
	aroundItems = 5 // items on either side of a slot
	aroundWords = 2 // of them that both sentences must have
)

// around are the keys of the items around a slot that can be compared, sorted.
func (s *sheet) around(n int32, i int) (keys []uint32) {
	cl := &s.claims[n]
	negated := s.notBefore(n, i)
	add := func(j int) bool {
		it := &cl.items[j]
		if k := it.comparable(); k != 0 && !it.own && (negated || !it.negated) {
			keys = append(keys, k)
		}
		return len(keys) < 2*aroundItems
	}
	for j := i - 1; j >= max(0, i-aroundItems); j-- {
		if cl.items[j].stop && j < i-1 && len(keys) >= aroundWords {
			break
		}
		if cl.items[j].says && len(keys) > 0 {
			break
		}
		add(j)
	}
	for j := i + 1; j < min(len(cl.items), i+1+aroundItems); j++ {
		if cl.items[j-1].stop || cl.items[j].says {
			break
		}
		add(j)
	}
	if s.joinedVerb(n, i) {
		keys = append(keys, cl.opening()...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// joinedVerb reports whether a slot stands behind a verb that "and" joins to another
// of one subject: "The ban takes effect today and will last".
func (s *sheet) joinedVerb(n int32, i int) bool {
	before := s.doc(n)[s.sentence(n).Start:s.claims[n].items[i].at.Start]
	at := strings.LastIndex(before, " and ")
	if at < 0 {
		return false
	}
	w := plainWords(before[at+len(" and "):])
	return len(w) > 0 && auxiliaries[w[0]]
}

// openingItems are the items at the beginning of a sentence that tell of what it is.
const openingItems = 2

// opening are their keys.
func (cl *claim) opening() (keys []uint32) {
	for i := range cl.items[:min(len(cl.items), openingItems)] {
		if k := cl.items[i].comparable(); k != 0 {
			keys = append(keys, k)
		}
	}
	return keys
}

// differAround compares the slots of one kind by the words around them.
func (s *sheet) differAround(field string, is func(n int32, i int) bool, differ func(a, b *slot) string) {
	var all []slot
	for n := range s.claims {
		if i, one := s.onlySlot(int32(n), is); one {
			all = append(all, slot{claim: int32(n), item: i, ahead: s.around(int32(n), i)})
		}
	}
	found := s.compare(all, s.alikeAround, differ)
	for _, kind := range slotKinds {
		for _, g := range found[kind].groups() {
			if !s.told(g, "") {
				s.write(g, field, kind, 0.5, "like-words-around")
			}
		}
	}
}

// onlySlot is the one item of a claim that is a slot of a kind.
func (s *sheet) onlySlot(n int32, is func(n int32, i int) bool) (at int, one bool) {
	for i := range s.claims[n].items {
		if is(n, i) {
			if one {
				return 0, false
			}
			at, one = i, true
		}
	}
	return at, one
}

// alikeAround reports whether two slots of two reports have words around them in
// common, a deed or thing among them, that no other sentence of either report
// has together.
func (s *sheet) alikeAround(a, b *slot) bool {
	x, y := s.claims[a.claim].report, s.claims[b.claim].report
	if x == y || !s.close(a.claim, b.claim, slotDays) {
		return false
	}
	if lists.Common(a.ahead, b.ahead) < aroundWords || !s.mostOf(a.claim, b.claim) {
		return false
	}
	common := slices.DeleteFunc(slices.Clone(a.ahead), func(k uint32) bool { return !slices.Contains(b.ahead, k) })
	enough := s.sayEnough(a, b, common) || slices.ContainsFunc(common, func(k uint32) bool { return s.deed(a.claim, k) && s.deed(b.claim, k) })
	return enough && s.together(common, x) == 1 && s.together(common, y) == 1 && slices.Equal(s.occasions(a.claim), s.occasions(b.claim))
}

// shareOf are the words behind a number that is a share of something.
var shareOf = []uint32{hash(stem("percent")), hash(stem("cent"))}

// sayEnough reports whether the words around two slots say by themselves what stands
// there: two places, or two shares of what three more words tell. Each witness
// counts for himself.
func (s *sheet) sayEnough(a, b *slot, common []uint32) bool {
	switch k := s.item(a).kind; {
	case k == aParty:
		return len(common) > aroundWords
	case k == aTime || s.inSpeech(a) || s.inSpeech(b):
		return false
	}
	return len(common) > aroundWords+1 // the word behind the number is one of them
}

// shareSlot reports whether item i of claim n is a share of something.
func (s *sheet) shareSlot(n int32, i int) bool {
	return s.numberSlot(n, i) && slices.Contains(shareOf, s.behind(&slot{claim: n, item: i}))
}

// inSpeech reports whether a slot stands in direct speech.
func (s *sheet) inSpeech(b *slot) bool {
	return slices.ContainsFunc(s.c.Reports[s.claims[b.claim].report].Quotes, func(q news.Quote) bool {
		return q.Form == news.Direct && q.Span().Contains(s.item(b).at)
	})
}

// aroundShare is the part of what the shorter of two sentences says that the
// other must say too.
const aroundShare = 0.33

// mostOf reports whether the longer of two claims says that much of the shorter.
func (s *sheet) mostOf(n, m int32) bool {
	x, y := s.keysOf(n), s.keysOf(m)
	return float64(lists.Common(x, y)) >= aroundShare*float64(min(len(x), len(y)))
}

// occasions are the words by which a claim tells one occasion from others, found
// once.
func (s *sheet) occasions(n int32) []string {
	if s.occasion == nil {
		s.occasion = make([][]string, len(s.claims))
	}
	if s.occasion[n] == nil {
		s.occasion[n] = occasionsIn(s.words(n))
	}
	return s.occasion[n]
}

// occasionsIn are those of a passage, sorted; none are no nil.
func occasionsIn(said string) []string {
	out := []string{}
	for w := range eachPlainWord(said) {
		if occasions[w] {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keysOf are the keys of claim n, found once.
func (s *sheet) keysOf(n int32) []uint32 {
	if s.keys == nil {
		s.keys = make([][]uint32, len(s.claims))
	}
	if s.keys[n] == nil {
		s.keys[n] = s.claims[n].keys()
	}
	return s.keys[n]
}

// keys are those of all items of a claim that can be compared, sorted.
func (cl *claim) keys() (out []uint32) {
	for i := range cl.items {
		if k := cl.items[i].comparable(); k != 0 {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// deed reports whether a key is that of a word for something done in claim n: a
// form of a verb, a noun made of one, one of a list, or what an event is told by.
func (s *sheet) deed(n int32, key uint32) bool {
	if deedWords[key] {
		return true
	}
	cl := &s.claims[n]
	a := s.c.Reports[cl.report]
	return slices.ContainsFunc(cl.items, func(it item) bool {
		if it.kind != aWord || it.proper || it.key != key {
			return false
		}
		return deedWord(s.c.plain(cl, &it)) || slices.ContainsFunc(a.Events, func(e news.Event) bool { return !e.Leaning() && e.Trigger.Contains(it.at) })
	})
}

// together is the number of claims of a report that hold all of the keys.
func (s *sheet) together(keys []uint32, report int32) (n int) {
	rarest := slices.MinFunc(keys, func(x, y uint32) int { return cmp.Compare(len(s.at[x]), len(s.at[y])) })
	for _, m := range s.at[rarest] {
		if cl := &s.claims[m]; cl.report == report && cl.holds(keys) {
			n++
		}
	}
	return n
}

// holds reports whether a claim has all of the keys among its items.
func (cl *claim) holds(keys []uint32) bool {
	for _, k := range keys {
		if !slices.ContainsFunc(cl.items, func(it item) bool { return it.comparable() == k }) {
			return false
		}
	}
	return true
}
