package quote

import (
	"strings"

	"rapporteur/internal/news"
)

// leftovers treats the quotations of a unit that no cue took: they continue
// the speaker before them, belong to the one name of their sentence, or are
// words that nobody is said to have said, and then no quotes.
func (f *finder) leftovers(u *unit) {
	alone := !f.outside(u)
	prev := int32(0)
	for i := u.first; i <= u.last; i++ {
		q := f.inside[i]
		if q == 0 || q == prev {
			continue
		}
		prev = q
		if f.claimed[q-1] {
			continue
		}
		f.claimed[q-1] = true
		if alone {
			f.floating(u, int(q), i)
		} else {
			f.stray(u, int(q), i)
		}
	}
}

// tokensOf are the first and last token of quoted q, which holds token i.
func (f *finder) tokensOf(q, i int) (int, int) {
	first, last := i, i
	for first > 0 && int(f.inside[first-1]) == q {
		first--
	}
	for last+1 < f.n() && int(f.inside[last+1]) == q {
		last++
	}
	return first, last
}

func (f *finder) marksDraft(u *unit, q, i int) draft {
	first, last := f.tokensOf(q, i)
	d := draft{block: u.block, from: first, to: last, quoted: q}
	d.Parts = append(d.Parts, f.inner(q))
	d.Form = news.Direct
	if !f.utterance(q) {
		d.Form = news.Mixed
	}
	d.Sentence = news.SentenceID(f.sentence[first] + 1)
	return d
}

// floating is a quotation that fills its sentences: signed by its speaker,
// announced by a line before it, or going on from the quotation before it.
func (f *finder) floating(u *unit, q, i int) {
	d := f.marksDraft(u, q, i)
	switch {
	case f.signed(&d, q):
	case f.afterColon(&d) && f.announced(&d):
	case f.continues(&d, q):
	case f.announced(&d):
	case f.words(q) >= 4 || f.quoteds[q-1].goesOn:
		d.Rule, d.Confidence = "quote.marks-only", 0.4
	default:
		return
	}
	f.push(d)
}

// signed: “...” — Ada Brenn.
func (f *finder) signed(d *draft, q int) bool {
	name, ok := f.signature(q)
	if ok {
		d.Speaker = name
		d.Rule, d.Confidence = "quote.signature", 0.8
	}
	return ok
}

func (f *finder) afterColon(d *draft) bool {
	first, _ := f.sentenceBounds(d.from)
	return f.is(first-1, ":")
}

// announced: the paragraph before ends with a cue and a colon.
func (f *finder) announced(d *draft) bool {
	first, _ := f.sentenceBounds(d.from)
	if first == 0 {
		return false
	}
	colon := f.is(first-1, ":")
	begin, _ := f.sentenceBounds(first - 1)
	for k := f.cueAfter(begin); k < len(f.cues) && f.cues[k].at < first; k++ {
		if c := &f.cues[k]; !c.party.IsZero() && (colon || f.onePerson(c.party) && c.verb.class != classThink) {
			f.describe(d, c)
			d.Rule, d.Confidence = "quote.announced", 0.85
			if !colon {
				d.Rule, d.Confidence = "quote.introduced", 0.6
			}
			return true
		}
	}
	return colon && f.heralded(d, begin, first-1)
}

// heralded: the paragraph before ends with a colon and tells what one person
// does: "Brenn then listed what she wants:". Its last sentence is first..last.
func (f *finder) heralded(d *draft, first, last int) bool {
	m := f.mainSubject(&unit{first: first, last: last, block: f.a.Sentences[f.sentence[first]].Block}, last)
	if m == nil || m.Kind != news.Person || f.inside[last] != 0 {
		return false
	}
	p := f.partyOf(m, f.beginOf(m))
	if !f.onePerson(p) {
		return false
	}
	d.Speaker, d.Rule, d.Confidence = p, "quote.introduced", 0.6
	return true
}

// continues: the words go on after the quotation before, in one paragraph or
// in the next.
func (f *finder) continues(d *draft, q int) bool {
	if f.last < 0 {
		return false
	}
	p := &f.out[f.last]
	said := p.Form == news.Direct || p.Form == news.Mixed
	adjacent := d.block == p.block && f.nothingBetween(p, d.from)
	near := d.block == p.block && said
	next := d.block == p.block+1 && f.onlyQuotations(d.block) && (said || f.last == len(f.out)-1 && f.onePerson(p.Speaker))
	if p.Speaker.IsZero() || !adjacent && !near && !next && !(f.quoteds[q-1].goesOn && p.quoted == q-1) {
		return false
	}
	d.Speaker, d.Venue, d.Via, d.Addressee = p.Speaker, p.Venue, p.Via, p.Addressee
	d.Rule, d.Confidence = "quote.continues", 0.85
	if !adjacent {
		d.Confidence = 0.7
	}
	return true
}

// onePerson reports whether a party is one person.
func (f *finder) onePerson(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	return c != nil && c.Kind == news.Person && !c.Plural
}

func (f *finder) words(q int) int {
	return len(strings.Fields(f.quoteds[q-1].inner.Of(f.a.Doc.Text)))
}

// nothingBetween reports whether between a quote and token to no sentence
// stands that is neither a quotation nor the quote's own.
func (f *finder) nothingBetween(p *draft, to int) bool {
	s := f.sentence[max(p.to, f.tokenAt(p.Cue.End))]
	for i := to - 1; i > p.to; i-- {
		if f.inside[i] == 0 && !f.wordless(i) && f.sentence[i] > s {
			return false
		}
	}
	return true
}

// tokenAt is the token that ends at or after byte at, 0 for none.
func (f *finder) tokenAt(at int32) int {
	lo, hi := 0, f.n()
	for lo < hi {
		if m := (lo + hi) / 2; f.a.Tokens[m].Span.End < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return min(lo, f.n()-1)
}

// onlyQuotations reports whether a paragraph opens with a quotation.
func (f *finder) onlyQuotations(block int32) bool {
	start := f.a.Doc.Blocks[block].Span.Start
	for i := range f.quoteds {
		if f.quoteds[i].outer.Start == start {
			return true
		}
	}
	return false
}

// stray is a quotation beside words that no cue claims it from.
func (f *finder) stray(u *unit, q, i int) {
	d := f.marksDraft(u, q, i)
	if f.signed(&d, q) {
		f.push(d)
		return
	}
	first, last := d.from, d.to
	if p, ok := f.bracketed(first); ok {
		d.Speaker = p
		d.Rule, d.Confidence = "quote.introduced", 0.65
		f.push(d)
		return
	}
	colon := first > u.first && f.is(first-1, ":")
	full := d.Form == news.Direct && f.words(q) >= 5
	if full && !colon && f.last >= 0 && f.out[f.last].quoted != 0 && f.out[f.last].from >= u.first && f.out[f.last].from < first && f.cuesIn(u, f.out[f.last].to, first) < 2 && f.endsSentence(first-1) && f.continues(&d, q) {
		f.push(d)
		return
	}
	switch {
	case colon || full && last+1 >= u.last:
		if m := f.mainSubject(u, first); m != nil && (colon || f.soleSpeaker(u, m)) {
			d.Speaker = f.partyOf(m, f.beginOf(m))
			if f.last >= 0 && f.out[f.last].Speaker.Span == d.Speaker.Span { // "he" is who he was found to be
				d.Speaker = f.out[f.last].Speaker
			}
			d.Rule, d.Confidence = "quote.introduced", 0.65
			f.push(d)
			return
		}
	}
	if c := f.cueOver(u, first); c != nil && !f.term(q, first) {
		d.Form = news.Mixed
		f.describe(&d, c)
		if ch := f.a.Chain(d.Speaker.Chain); ch == nil {
			if m := f.mainSubject(u, c.at); m != nil && m.Kind == news.Person {
				d.Speaker = f.partyOf(m, f.beginOf(m))
			}
		}
		d.Rule, d.Confidence = "quote.words", 0.6
		f.push(d)
		return
	}
	if p, ok := f.utterer(u, q, first, last); ok {
		d.Speaker = p
		d.Rule, d.Confidence = "quote.words", 0.5
		f.push(d)
		return
	}
	if full && first == u.first && f.last >= 0 && f.out[f.last].block == d.block && f.continues(&d, q) {
		f.push(d)
		return
	}
	if f.words(q) >= 5 && f.toldOn(u, &d) {
		f.push(d)
		return
	}
	if full && f.words(q) >= 7 {
		d.Rule, d.Confidence = "quote.marks-only", 0.4
		f.push(d)
	}
}

// cuesIn counts the cues of the unit between two tokens.
func (f *finder) cuesIn(u *unit, from, to int) (n int) {
	for _, ci := range u.cues {
		if at := f.cues[ci].at; at > from && at < to {
			n++
		}
	}
	return n
}

// endsSentence reports whether token i ends in a full stop, be it that of an
// abbreviation which the sentences were not parted at: "in Brel, Calif."
func (f *finder) endsSentence(i int) bool {
	for i > 0 && f.is(i, "\"", "“") {
		i--
	}
	return i >= 0 && strings.HasSuffix(f.low[i], ".")
}

// toldOn gives words in a sentence that names nobody the speaker of the sentence
// before it: "..., a source told Orn Radio. But contact was “lost and never found.”"
func (f *finder) toldOn(u *unit, d *draft) bool {
	if f.last < 0 {
		return false
	}
	p := &f.out[f.last]
	if p.block != d.block || p.Speaker.IsZero() || d.Sentence-p.Sentence > 1 {
		return false
	}
	for i := u.first; i <= u.last; i++ {
		for _, id := range f.starts[i] {
			if m := f.a.Mention(news.MentionID(id)); f.inside[i] == 0 && (m.Kind == news.Person || m.Kind == news.Group || m.Kind == news.Organization && m.Form == news.Name) {
				return false
			}
		}
	}
	d.Speaker, d.Via = p.Speaker, p.Via
	d.Rule, d.Confidence = "quote.continues", 0.5
	return true
}

// term reports whether quoted q, which begins at token first, is a set phrase
// and nobody's words: "so-called" stands before it, or the report puts the same
// few words between marks more than once.
func (f *finder) term(q, first int) bool {
	if f.is(first-1, "so-called", "called", "dubbed", "known", "nicknamed", "titled", "entitled") || f.is(first-2, "so") {
		return true
	}
	words := lower(f.quoteds[q-1].inner.Of(f.a.Doc.Text))
	if f.words(q) > 5 {
		return false
	}
	return f.phrases()[words] > 1
}

// phrases counts the short quotations of the report by their words.
func (f *finder) phrases() map[string]int {
	if f.counts == nil {
		f.counts = map[string]int{}
		for i := range f.quoteds {
			if s := f.quoteds[i].inner; s.Len() < 80 {
				f.counts[lower(s.Of(f.a.Doc.Text))]++
			}
		}
	}
	return f.counts
}

// cueOver is the cue whose clause the token stands in: the nearest before it
// that has a speaker and no quoted-only reading, not a word of thinking.
func (f *finder) cueOver(u *unit, at int) *cue {
	for k := len(u.cues) - 1; k >= 0; k-- {
		c := &f.cues[u.cues[k]]
		if c.at > at || c.according || c.verb.class == classThink || c.verb.frames == frameQuote && c.verb.class != "blame" {
			continue
		}
		if at-c.ends > 25 {
			return nil
		}
		for i := c.ends + 1; i < at; i++ {
			if f.inside[i] == 0 && f.is(i, ",", ";", ".") {
				return nil
			}
		}
		return c
	}
	return nil
}

// soleSpeaker reports whether m's is the only chain of a person in the words
// of the unit outside quotation marks.
func (f *finder) soleSpeaker(u *unit, m *news.Mention) bool {
	if m.Kind != news.Person {
		return false
	}
	for i := u.first; i <= u.last; i++ {
		if f.inside[i] != 0 {
			continue
		}
		for _, id := range f.starts[i] {
			n := f.a.Mention(news.MentionID(id))
			if n.Kind == news.Person && n.Chain != m.Chain {
				return false
			}
		}
	}
	return true
}

// signature reads a name behind a dash after the quotation: “...” — Ada Brenn.
func (f *finder) signature(q int) (news.Party, bool) {
	end := f.quoteds[q-1].outer.End
	i := f.tokenAt(end) + 1
	if f.quoteds[q-1].family == posted {
		return f.poster(i)
	}
	if i >= f.n() || !f.is(i, "―", "—", "–", "--", "-") || i+1 >= f.n() {
		return news.Party{}, false
	}
	if id := f.mentionFrom(i + 1); id > 0 {
		m := f.a.Mention(news.MentionID(id))
		if m.Form == news.Name && (m.Kind == news.Person || m.Kind == news.Organization) {
			return f.partyOf(m, i+1), true
		}
	}
	return news.Party{}, false
}

// carryBack gives the speaker of a quotation that goes on over paragraphs to
// its earlier parts, when the cue stands behind the last.
func (f *finder) carryBack() {
	for i := len(f.out) - 2; i >= 0; i-- {
		d, next := &f.out[i], &f.out[i+1]
		if d.Speaker.IsZero() && d.quoted != 0 && !next.Speaker.IsZero() && next.quoted == d.quoted+1 &&
			(f.quoteds[next.quoted-1].goesOn || d.block == next.block && f.nothingBetween(d, next.from)) {
			d.Speaker, d.Venue, d.Via = next.Speaker, next.Venue, next.Via
			d.Rule, d.Confidence = "quote.continued", 0.75
		}
	}
}
