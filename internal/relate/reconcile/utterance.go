package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

// utterance is a quote ready to be compared.
type utterance struct {
	member
	phrase
	span      text.Span
	speaker   who
	form      news.QuoteForm
	plain     []uint32   // content words that are of no name and no time
	numbers   []uint32   // told in it, sorted
	days      []uint32   // days that it names, sorted
	pieces    []phrase   // what a mixed quote puts between quotation marks
	sentences [][]uint32 // content words of each sentence of a direct one
	clauses   [][]uint32 // of each clause of one that only reports
	negated   bool       // a word of it denies
	day       news.Day
	affair    int32
	story     int32
}

const (
	rareWords   = 6  // words of a quote, the rarest, by which it is looked up
	verbatim    = 4  // words in a row by which it is looked up in other affairs
	quoteDepth  = 24 // earlier quotes of one word that are compared
	wholeWords  = 5  // words of a whole quote that two of one story do not say by chance
	fewPlain    = 3  // words in common that are of no name: whoever speaks of one council names it
	quoteWindow = 10 // days between two reports of one utterance, unless it is repeated word for word; twice as many within a story, where one quotes
)

// utterances are all quotes of all reports, in order.
func (v *View) utterances() (out []utterance) {
	for r, a := range v.Reports {
		for i := range a.Quotes {
			m := member{int32(r), int32(i)}
			q := &a.Quotes[i]
			u := utterance{member: m, phrase: cut(v.words(m)), span: q.Span(),
				speaker: v.who(m.report, q.Speaker), form: q.Form, day: v.Days[r], affair: v.Affair[r], story: v.Story[r]}
			u.numbers, u.negated = numbersIn(v.words(m))
			u.days = v.daysIn(m.report, q.Parts)
			u.pieces, u.sentences = quotedPieces(v.words(m), q.Form), sentencesOf(v.words(m), q.Form)
			u.clauses = clausesOf(v.words(m), q.Form)
			u.plain = v.plainContent(m.report, q.Parts, u.content)
			out = append(out, u)
		}
	}
	return out
}

// quotes groups the quotes of all reports: one utterance in several wordings
// is one quote with several versions.
func (c *reconciler) quotes() {
	us := c.utterances()
	weight := weigh(us)
	var edges []edge
	seen := map[[2]int32]bool{}
	try := func(i, j int32) {
		if pair := [2]int32{i, j}; i != j && !seen[pair] {
			seen[pair] = true
			if s := c.sameUtterance(&us[i], &us[j], weight); s > 0 {
				edges = append(edges, edge{i, j, s})
			}
		}
	}
	c.candidates(us, weight, try)
	c.quoteOf = make([][]record.ID, len(c.Reports))
	for r, a := range c.Reports {
		c.quoteOf[r] = make([]record.ID, len(a.Quotes))
	}
	rs := c.ruled(record.KindQuote, len(us), func(i int32) []place { return c.quotePlaces(us[i].member) })
	for _, g := range group(len(us), edges, rs, agree(us, edges)) {
		members := make([]member, len(g))
		for k, i := range g {
			members[k] = us[i].member
		}
		main := us[best(us, g)].member
		if q, ok := c.quote(members, main); ok {
			c.nameSpeaker(&q, us, g, main)
			for _, m := range members {
				c.quoteOf[m.report][m.index] = q.ID
			}
			c.rec.Quotes = append(c.rec.Quotes, q)
			if len(g) > 1 {
				c.differInWords(us, g, q.ID)
			}
		}
	}
}

// nameSpeaker takes the speaker from a report that names one where the one
// whose words stand for all says "she", or nothing: of several the one that
// most reports name.
func (c *reconciler) nameSpeaker(q *record.Quote, us []utterance, g []int32, main member) {
	count := map[int32]int{}
	best := int32(-1)
	for _, i := range g {
		s := us[i].speaker
		if us[i].member == main && s.named {
			return
		}
		if !s.named {
			continue
		}
		if count[s.entity]++; best < 0 || count[s.entity] > count[us[best].speaker.entity] {
			best = i
		}
	}
	if best < 0 {
		best = c.described(q, us, g)
	}
	if best >= 0 {
		m := us[best].member
		q.Speaker = c.party(m.report, c.Reports[m.report].Quotes[m.index].Speaker)
	}
}

// described is the member that says most of a speaker whom none names, where what
// stands for all says "I" or "she"; -1 where it says more.
func (c *reconciler) described(q *record.Quote, us []utterance, g []int32) (best int32) {
	best, most := int32(-1), 0
	if q.Speaker != nil && !pronouns[text.Fold(q.Speaker.Text)] {
		return best
	}
	for _, i := range g {
		p := c.party(us[i].report, c.Reports[us[i].report].Quotes[us[i].index].Speaker)
		if p != nil && !pronouns[text.Fold(p.Text)] && len(p.Text) > most {
			best, most = i, len(p.Text)
		}
	}
	return best
}

// agree lets two groups of quotes become one when at least half of the pairs
// of their reports are one utterance by themselves: a chain of likenesses
// makes no utterance.
func agree(us []utterance, edges []edge) func(x, y []int32) bool {
	linked := make(map[[2]int32]bool, len(edges))
	for _, e := range edges {
		linked[[2]int32{e.a, e.b}] = true
	}
	return func(x, y []int32) bool {
		yes, all := 0, 0
		for _, i := range x {
			for _, j := range y {
				if us[i].report == us[j].report {
					continue
				}
				all++
				if linked[[2]int32{min(i, j), max(i, j)}] {
					yes++
				}
			}
		}
		return 2*yes >= all
	}
}

// weigh gives each content word a weight by how few quotes hold it.
func weigh(us []utterance) map[uint32]float32 {
	w := map[uint32]float32{}
	for i := range us {
		for _, h := range us[i].content {
			w[h]++
		}
	}
	return w
}

// rarity is the weight of a word that n quotes hold.
func rarity(n float32) float32 { return 1 / (1 + n/6) }

// candidates yields pairs of quotes that share a rare word in one affair, or a
// few words in a row anywhere, or are what one speaker says in a story on one day.
func (c *reconciler) candidates(us []utterance, count map[uint32]float32, try func(i, j int32)) {
	type key struct {
		affair int32
		word   uint32
	}
	type spoken struct {
		story, speaker int32
		day            news.Day
	}
	words, rows, said := newIndex[key](quoteDepth), newIndex[uint64](quoteDepth/4), newIndex[spoken](quoteDepth)
	for n := range us {
		u, i := &us[n], int32(n)
		rare := slices.DeleteFunc(slices.Clone(u.content), func(w uint32) bool { return count[w] < 2 })
		slices.SortFunc(rare, func(a, b uint32) int { return cmp.Or(cmp.Compare(count[a], count[b]), cmp.Compare(a, b)) })
		for _, w := range rare[:min(len(rare), rareWords)] {
			words.add(key{u.affair, w}, i, func(e int32) { try(e, i) })
		}
		if u.form == news.Direct && u.speaker.entity > 0 && !u.day.IsZero() {
			said.add(spoken{u.story, u.speaker.entity, u.day}, i, func(e int32) { try(e, i) })
		}
		for k := 0; k+verbatim <= len(u.words); k++ {
			rows.add(row(u.words[k:k+verbatim]), i, func(e int32) { try(e, i) })
		}
		if len(u.words) > 0 && len(u.words) < verbatim {
			words.add(key{u.affair, uint32(row(u.words))}, i, func(e int32) { try(e, i) })
		}
	}
}

func row(words []uint32) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ uint64(w)) * 1099511628211
	}
	return h
}

// best is the member that stands for all: directly quoted before mixed before
// indirect, then the one that quotes most, then the earliest.
func best(us []utterance, g []int32) int32 {
	return slices.MinFunc(g, func(i, j int32) int {
		return cmp.Or(cmp.Compare(directness(us[i].form), directness(us[j].form)), cmp.Compare(len(us[j].words), len(us[i].words)), cmp.Compare(i, j))
	})
}

func directness(f news.QuoteForm) int {
	switch f {
	case news.Direct:
		return 0
	case news.Mixed:
		return 1
	}
	return 2
}

// likeness of two quotes.
type likeness struct {
	common   int     // content words in common
	plain    int     // of them, of no name and no time in either
	of       float32 // the part of the shorter one's that they are
	weighted float32 // the same, by weight
	verbatim int     // words of the shorter where it stands in the longer word for word, else 0
}

func (a *utterance) likeness(b *utterance, count map[uint32]float32) (l likeness) {
	l.common, l.plain = lists.Common(a.content, b.content), lists.Common(a.plain, b.plain)
	if short := min(len(a.content), len(b.content)); short > 0 {
		l.of = float32(l.common) / float32(short)
	}
	sum := func(x []uint32, in []uint32) (all, both float32) {
		for _, w := range x {
			r := rarity(count[w])
			all += r
			if _, ok := slices.BinarySearch(in, w); ok {
				both += r
			}
		}
		return all, both
	}
	x, both := sum(a.content, b.content)
	y, _ := sum(b.content, a.content)
	if m := min(x, y); m > 0 {
		l.weighted = both / m
	}
	s, t := a.words, b.words
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(s) > 0 && within(s, t) {
		l.verbatim = len(s)
	}
	return l
}

// sameUtterance says how surely two quotes report one utterance; 0 is no.
func (c *reconciler) sameUtterance(a, b *utterance, count map[uint32]float32) float32 {
	l := a.likeness(b, count)
	if a.report == b.report {
		return c.sameInReport(a, b, l)
	}
	apart := daysBetween(a.day, b.day)
	far := apart > quoteWindow && (a.story != b.story || apart > 2*quoteWindow || a.form == news.Indirect && b.form == news.Indirect)
	if far && (l.verbatim < verbatim || a.form == news.Indirect || b.form == news.Indirect) || !c.enough(a, b, l) {
		return 0
	}
	return l.of + l.weighted + float32(min(l.verbatim, 20))/20
}

// enough says whether two quotes have enough in common to be one utterance:
// the less is known of their speakers being one, the more is asked. Two quotes
// in a passage that one report took from the other need only their words.
func (c *reconciler) enough(a, b *utterance, l likeness) bool {
	if l.verbatim >= 2 && c.Origin(a.report, a.span) == c.Origin(b.report, b.span) {
		return true
	}
	if l.verbatim < verbatim && a.unlike(b) {
		return false
	}
	degree := c.kin.degree(a.speaker, b.speaker)
	if c.citesOne(a, b, l, degree) {
		return true
	}
	switch degree {
	case one:
		return l.verbatim >= 2 || a.story == b.story && daysBetween(a.day, b.day) <= 1 && (a.oneSentence(b) || l.plain >= fewPlain && a.oneClause(b)) || l.common >= 2 && l.of >= 0.6 && l.weighted >= 0.6 ||
			l.plain >= fewPlain && (l.of >= 0.5 && l.weighted >= 0.45 || l.common >= 4 && l.of >= 0.4 && l.weighted >= 0.4)
	case alike, kindred:
		return l.verbatim >= 4 || l.plain >= fewPlain && l.common >= 4 && l.of >= 0.6 && l.weighted >= 0.5
	case unknown:
		return l.verbatim >= 5 || l.plain >= fewPlain && (l.common >= 5 && l.of >= 0.6 && l.weighted >= 0.62 ||
			l.of >= 1 && (a.form == news.Direct || b.form == news.Direct) && a.story == b.story && daysBetween(a.day, b.day) <= 1)
	}
	// Two speakers are given for the same words.
	if l.verbatim >= wholeWords && l.verbatim == max(len(a.words), len(b.words)) && a.form == news.Direct && b.form == news.Direct && a.story == b.story {
		return true
	}
	return l.verbatim >= 8 || l.plain >= 2*fewPlain && l.common >= 8 && l.of >= 0.85 && l.weighted >= 0.8
}

// sameInReport says whether one report quotes one utterance twice: only nearly
// word for word, and not one inside the other.
func (c *reconciler) sameInReport(a, b *utterance, l likeness) float32 {
	if a.span.Overlaps(b.span) || c.kin.degree(a.speaker, b.speaker) == others {
		return 0
	}
	if l.verbatim >= 3 || l.common >= 5 && l.of >= 0.8 {
		return l.of + l.weighted
	}
	return 0
}

// daysBetween is the number of days between two days, 0 where one is not known.
func daysBetween(a, b news.Day) int {
	if a.IsZero() || b.IsZero() {
		return 0
	}
	n := a.Sub(b)
	return max(n, -n)
}
