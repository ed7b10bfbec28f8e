package quote

import (
	"rapporteur/internal/news"
)

// subjectLeft reads the speaker before the verb group: the mention that ends
// there, the head of an apposition that ends there, the antecedent of "who",
// what the tree says, the cue before ("said ... and added"), or a plain phrase.
func (f *finder) subjectLeft(u *unit, c *cue, prev int) {
	p := f.beforeTime(c.group.first-1, u.first)
	if f.is(p, ")") && p-3 >= u.first && f.is(p-2, "(") { // "the Orn Harbour Board (OHB)"
		p -= 3
	}
	switch {
	case p < u.first:
		return
	case f.is(p, "who", "which", "that") && (f.relativeSubject(u, c, p) || c.relative):
		return
	case f.is(p, "and", "but", "or", "then") && f.joinedSubject(u, c, prev):
		return
	case f.inside[p] != 0:
		return
	case f.is(p, ",", "–", "—", "--", ")"):
		if f.afterInsertion(u, c, p) {
			return
		}
	default:
		if m := f.mentionEnding(p, u.first); m != nil && f.subjectMention(u, c, m, p) {
			return
		}
	}
	f.subjectPhrase(u, c, p)
}

// joinedSubject reads whose the verb behind "and" is: the tree's subject, or
// that of the cue before.
func (f *finder) joinedSubject(u *unit, c *cue, prev int) bool {
	if c.verb.lemma == "add" && prev >= 0 && f.onePerson(f.cues[prev].party) && !f.cues[prev].according {
		f.share(c, prev) // "said that the families mourned, and added that": his, not theirs
		return true
	}
	if f.v != nil && f.treeSubject(c) {
		if prev >= 0 && f.cues[prev].party.Chain == c.party.Chain {
			f.share(c, prev)
		}
		c.subjFirst, c.subjLast = 0, -1
		return true
	}
	if prev < 0 || f.cues[prev].party.IsZero() || f.cues[prev].according {
		return prev < 0 && f.otherClause(u, c)
	}
	f.share(c, prev)
	return true
}

// otherClause gives a cue the first of its unit that can speak, who stands in
// another clause: "Last March [she] left, but added a warning".
func (f *finder) otherClause(u *unit, c *cue) bool {
	m := f.mainSubject(u, c.group.first)
	if m == nil {
		return false
	}
	f.setSubject(c, m, f.beginOf(m))
	c.subjFirst, c.subjLast = 0, -1
	return true
}

// subjectPhrase reads a subject that no mention ends at token p.
func (f *finder) subjectPhrase(u *unit, c *cue, p int) {
	if k := f.phraseTo(p, u.first); k <= p && k > u.first && f.is(k-1, ",") && f.closesUnit(u, c) { // "..., state television said."
		f.setWords(c, k, p)
		return
	}
	head := f.headBefore(u, p)
	m := head
	if m == nil {
		m = f.beforeWho(u, p)
	}
	if m != nil {
		f.setSubject(c, m, f.leftEdge(f.beginOf(m), u.first))
		c.subjLast = p
		if head != nil {
			c.party.Span = f.span(c.subjFirst, p)
		}
		return
	}
	if first := f.knowing(u, p); first >= 0 {
		f.setWords(c, first, p)
		return
	}
	if f.v != nil && f.treeSubject(c) {
		return
	}
	if first := f.phraseTo(p, u.first); first <= p && first >= 0 {
		if f.is(first-1, "on", "in", "at", "during", "after", "before", "for", "from", "with", "until", "since") && f.mentionEnding(p, first) == nil {
			f.otherClause(u, c) // "the North, but on both occasions said"
			return
		}
		if m := f.possessive(first); c.infinitive && m != nil && !f.people(first, p) { // "went out of [his] way to say"
			f.setSubject(c, m, first)
			c.subjLast = p
			return
		}
		f.setWords(c, first, p)
	}
}

// possessive is the possessive pronoun at token i, nil where it is none.
func (f *finder) possessive(i int) *news.Mention {
	if !f.is(i, "his", "her", "its", "their") {
		return nil
	}
	return f.mentionEnding(i, i)
}

// beforeTime steps left over "on Friday" and the like between subject and verb.
func (f *finder) beforeTime(p, begin int) int {
	for i := p; i >= begin && p-i < 6; i-- {
		t := f.firstTime(f.a.Tokens[i].Span.Start)
		whole := t < len(f.a.Times) && f.a.Times[t].Span.Start == f.a.Tokens[i].Span.Start && f.a.Times[t].Span.End == f.a.Tokens[p].Span.End
		if whole || i == p && (weekdays[f.low[i]] || f.is(i, "today", "yesterday")) {
			p = i - 1
			for p >= begin && f.is(p, "on", "in", "at", "late", "early", "earlier", "later") {
				p--
			}
			return p
		}
	}
	return p
}

// coordinate widens a subject to what is joined to it: in "he and Orlen
// agreed" the first speaks for both.
func (f *finder) coordinate(u *unit, c *cue) {
	if c.subjFirst-2 < u.first || !f.is(c.subjFirst-1, "and") {
		return
	}
	m := f.mentionEnding(c.subjFirst-2, u.first)
	if m == nil || f.afterPreposition(m, u.first) || m.Form == news.Demonym || !f.canSpeak(m) {
		return
	}
	last := c.subjLast
	f.setSubject(c, m, f.beginOf(m))
	c.subjLast = last
	c.party.Span = f.span(c.subjFirst, last)
}

// subjectMention takes the mention m that ends at p as the subject, or the one
// whose prepositional phrase it ends: "a columnist in the daily Orn Echo".
func (f *finder) subjectMention(u *unit, c *cue, m *news.Mention, p int) bool {
	first := f.beginOf(m)
	if m.Form != news.Pronoun {
		first = f.leftEdge(first, u.first)
	}
	if head := f.quotedBy(u, first); head != nil {
		c.via = f.partyOf(m, first)
		f.setSubject(c, head, f.leftEdge(f.beginOf(head), u.first))
		c.subjLast = p
		return true
	}
	if f.passedBy(u, c, m, first, p) {
		return true
	}
	prep := f.objectOf(m, first, u.first)
	if prep < 0 {
		f.setSubject(c, m, first)
		f.coordinate(u, c)
		f.partOf(u, c)
		return true
	}
	head := f.mentionEnding(prep-1, u.first)
	if head == nil {
		head = f.mentionOver(prep-1, u.first)
	}
	if head == nil || !f.canSpeak(head) || head.Form == news.Demonym {
		return false
	}
	f.setSubject(c, head, f.leftEdge(f.beginOf(head), u.first))
	c.subjLast = p
	c.party.Span = f.span(c.subjFirst, p)
	if f.is(prep, "in", "on", "at") && f.venuePhrase(prep+1, p) {
		c.tail.venue = f.span(prep, p)
	}
	return true
}

// mentionEnding is the longest mention that ends at token p and does not begin
// before token begin, nil for none.
func (f *finder) mentionEnding(p, begin int) *news.Mention {
	if p < 0 || p >= f.n() {
		return nil
	}
	var best *news.Mention
	for _, id := range f.ends[p] {
		m := f.a.Mention(news.MentionID(id))
		if int(m.First)-1 >= begin && (best == nil || m.First < best.First) {
			best = m
		}
	}
	return best
}

// objectOf is the preposition before a mention that begins at token first when
// a noun before that is the real subject: "residents of the area". -1 for none.
func (f *finder) objectOf(m *news.Mention, first, begin int) int {
	b := first - 1
	for b > begin && f.is(b, "the", "a", "an") {
		b--
	}
	if b <= begin || f.inside[b] != 0 || m.Form == news.Pronoun || !f.is(b, "of", "from", "for", "at", "in", "with", "near", "to", "on", "by") {
		return -1
	}
	if f.upos(b-1) == news.NOUN || f.upos(b-1) == news.PROPN || len(f.ends[b-1]) > 0 && f.upos(b-1) != news.VERB {
		return b
	}
	return -1
}

// mentionOver is the longest mention that token i lies in, nil for none.
func (f *finder) mentionOver(i, begin int) (best *news.Mention) {
	for j := i; j >= max(begin, i-8); j-- {
		for _, id := range f.starts[j] {
			if m := f.a.Mention(news.MentionID(id)); int(m.Last)-1 >= i {
				best = m
			}
		}
	}
	return best
}

// closesUnit reports whether no more than a word of time or place follows a
// cue: it closes the sentence that it tells of, or stands between commas in it.
func (f *finder) closesUnit(u *unit, c *cue) bool {
	i := c.last + 1
	if f.is(i, ",") && i < u.last && f.finite(i+1) {
		return true // "Brenn, these people said, would ..."
	}
	return i > u.last || f.wordless(i) && !f.is(i, ",", ":") || f.upos(i) == news.ADP || f.timeAt(&cue{}, i) > i
}

// knowing is where a phrase for people that ends at token p with what they know
// begins: "[people familiar with her plans]". -1 for none.
func (f *finder) knowing(u *unit, p int) int {
	for i := p; i > u.first && p-i < 9; i-- {
		if f.inside[i] != 0 || f.finite(i) || f.is(i, ",", ":", ";", "that", "and") {
			return -1
		}
		if f.is(i, "familiar", "close", "briefed") && f.is(i+1, "with", "to", "on") && f.upos(i-1) == news.NOUN {
			return f.phraseTo(i-1, u.first)
		}
	}
	return -1
}

// headBefore finds the head of a phrase that ends at token p with words that
// say more of it: "two officials familiar with the talks". nil for none.
func (f *finder) headBefore(u *unit, p int) *news.Mention {
	for i := p; i > u.first && p-i < 9; i-- {
		if f.inside[i] != 0 || f.finite(i) || f.is(i, ",", ":", ";", "that", "and") {
			return nil
		}
		if !f.is(i, "familiar", "close", "involved", "briefed", "present", "aware", "privy", "near", "opposed", "loyal") {
			continue
		}
		if m := f.mentionEnding(i-1, u.first); m != nil && m.Form == news.Nominal {
			return m
		}
		return nil
	}
	return nil
}

// leftEdge extends a noun phrase that begins at token i over the modifiers
// before it: "the presidential" Blue House, "the South's" foreign ministry.
func (f *finder) leftEdge(i, begin int) int {
	for j := i - 1; j >= begin && i-j < 8 && f.inside[j] == 0; j-- {
		if j-2 >= begin && f.is(j-1, "-") && f.upos(j) != news.ADP { // "left-wing", whatever its parts are tagged
			i, j = j-2, j-2
			continue
		}
		if m := f.mentionEnding(j, begin); m != nil && m.Kind == news.Person && m.Form != news.Nominal && !f.genitive(j+1) {
			return i
		}
		switch f.upos(j) {
		case news.DET:
			return j
		case news.ADJ, news.NOUN, news.PROPN, news.NUM:
		case news.PART, news.PUNCT:
			if f.is(j, "-") && j > begin {
				i, j = j-1, j-1
			} else if !f.genitive(j) {
				return i
			}
			continue
		case news.PRON:
			if f.is(j, "his", "her", "its", "their") {
				return j
			}
			return i
		default:
			return i
		}
		i = j
	}
	return i
}

// canSpeak reports whether a mention is of a kind that speaks.
func (f *finder) canSpeak(m *news.Mention) bool {
	return m.Kind != news.Place || m.Form == news.Headless
}

// phraseTo is the first token of a noun phrase that ends at p; p+1 for none.
func (f *finder) phraseTo(p, begin int) int {
	i := p
	for i >= begin && f.inside[i] == 0 && p-i < 20 && f.nounish(i, i == p) {
		i--
	}
	for i+1 <= p && (f.upos(i+1) == news.ADP || f.is(i+1, "of", "in", "for", "from", "at", "and", "'s", "’s", "-")) {
		i++
	}
	return i + 1
}

// nounish reports whether token i may be part of a noun phrase; its last token
// must be a noun.
func (f *finder) nounish(i int, last bool) bool {
	switch f.upos(i) {
	case news.NOUN, news.PROPN:
		return true
	case news.PRON, news.NUM:
		return !f.is(i, "it", "there", "what", "who", "which", "that")
	case news.ADJ, news.DET:
		return !last || f.is(i, "many", "some", "others", "several", "both", "most", "few", "this", "that", "another", "all")
	case news.ADP:
		return !last && f.is(i, "of", "in", "for", "from", "at")
	case news.PART, news.PUNCT:
		return !last && (f.genitive(i) || f.is(i, "-", "'s", "’s"))
	case news.SYM:
		return true
	case news.NoUPOS:
		return last && f.upper(i)
	}
	return false
}
