package quote

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// findSubjects gives every cue of the unit its speaker, left to right.
func (f *finder) findSubjects(u *unit) {
	for k, ci := range u.cues {
		c := &f.cues[ci]
		prev := f.cueBefore(u, k)
		f.findSubject(u, c, prev)
		c.begins, c.ends = c.group.first, c.last
		if c.subjLast >= c.subjFirst {
			c.begins, c.ends = min(c.begins, c.subjFirst), max(c.ends, c.subjLast)
		}
		if prev >= 0 {
			f.citedBehind(&f.cues[prev], c)
			f.citedBefore(&f.cues[prev], c)
		}
	}
}

// cueBefore is the nearest cue before the k-th of the unit that a later one
// may share its speaker with: no infinitive, and no verb that is a cue only
// beside quotation marks where there are none. -1 for none.
func (f *finder) cueBefore(u *unit, k int) int {
	for k--; k >= 0; k-- {
		c := &f.cues[u.cues[k]]
		if !c.infinitive && (c.verb.frames != frameQuote || f.besideQuote(c.at) || c.verb.class == classRelay) {
			return u.cues[k]
		}
	}
	return -1
}

// findSubject looks for who speaks: after "according to"; after an inverted
// verb; before the verb; in the tree; with the cue before for "..., adding".
func (f *finder) findSubject(u *unit, c *cue, prev int) {
	f.hearsay(u, c)
	switch {
	case c.inward:
		f.subjectWithin(u, c)
	case c.according:
		f.subjectRight(u, c, c.last+1)
	case c.passive && c.form == formPast && !f.activeIdiom(c):
		f.subjectBy(u, c)
	case c.form == formGerund && !c.passive:
		f.subjectOfGerund(u, c, prev)
	case f.inversion(u, c):
		c.inverted = true
		f.subjectRight(u, c, f.rightSubject(u, c))
	default:
		f.subjectLeft(u, c, prev)
		f.quotedObject(u, c)
		c.quoteOnly = c.quoteOnly || c.verb.lemma == "read"
	}
}

// activeIdiom: "is said" is passive, "has said" is not; "was quoted as saying"
// is read at its "saying".
func (f *finder) activeIdiom(c *cue) bool { return c.participleHas && !c.passive }

// inversion reports whether the verb stands right behind a quotation or a
// comma and its subject behind it: “...,” said the minister.
func (f *finder) inversion(u *unit, c *cue) bool {
	if c.form == formGerund || c.infinitive || c.last+1 > u.last || c.verb.lemma == "tell" {
		return false
	}
	right := f.rightSubject(u, c)
	p := c.group.first - 1
	for p >= u.first && f.wordless(p) && f.inside[p] == 0 {
		p--
	}
	afterQuote := p >= u.first && f.inside[p] != 0
	afterComma := p >= u.first && p < c.group.first-1 && f.is(c.group.first-1, ",")
	atStart := p < u.first
	if !afterQuote && !afterComma && !atStart || !f.startsParty(right) {
		return false
	}
	if !afterQuote && (c.verb.class == classThink || f.is(right, "no", "any", "more", "less")) {
		return false // "sends a delegation, expects no concessions"
	}
	if afterComma && !afterQuote && f.insertionBefore(u, c.group.first-1) != nil {
		return false
	}
	last := f.partyEnd(right, u.last)
	return last >= u.last || f.inside[last+1] == 0 && !f.finite(last+1) && !f.is(last+1, "that", "to")
}

// rightSubject is where a subject behind the verb begins; the platform of the
// words may stand between: “...,” wrote on Chirper Ada Brenn.
func (f *finder) rightSubject(u *unit, c *cue) int {
	i := c.last + 1
	if !f.is(i, "on", "in", "via") || i+1 > u.last {
		return i
	}
	if e, n := f.lex.Name(i+1, u.last+1, f.word); e != nil && (e.Class == lex.Platform || e.Class == lex.Outlet) && i+1+n <= u.last && f.upper(i+1+n) {
		c.tail.venue = f.span(i, i+n)
		return i + 1 + n
	}
	return i
}

// partyEnd is the last token of the noun phrase at token i.
func (f *finder) partyEnd(i, end int) int {
	if id := f.mentionFrom(i); id > 0 && !f.is(i, "its", "his", "their", "our", "my") {
		return int(f.a.Mention(news.MentionID(id)).Last) - 1
	}
	return max(i, f.phraseFrom(i, end)) // "said its [offer] was" has no speaker behind the verb
}

// startsParty reports whether a noun phrase that can speak begins at token i.
func (f *finder) startsParty(i int) bool {
	if i >= f.n() || f.inside[i] != 0 {
		return false
	}
	if f.mentionFrom(i) > 0 || f.is(i, "he", "she", "they") {
		return true
	}
	switch f.upos(i) {
	case news.DET, news.PROPN, news.NOUN, news.ADJ, news.NUM:
		return !f.is(i, "that", "this")
	case news.VERB: // "said retired teacher Ada Brenn"
		return f.behindQuote(i-1) && (f.xpos(i) == news.VBN || f.xpos(i) == news.VBG) && (f.upos(i+1) == news.NOUN || f.mentionFrom(i+1) > 0)
	case news.NoUPOS:
		return f.is(i, "the", "a", "an", "one") || f.upper(i)
	}
	return false
}

// mentionFrom is the longest mention whose phrase starts at token i, its title
// included; 0 for none.
func (f *finder) mentionFrom(i int) int32 {
	if i < 0 || i >= f.n() {
		return 0
	}
	if t := f.titledFrom(i); t != 0 {
		return t
	}
	if len(f.starts[i]) > 0 {
		return f.starts[i][0]
	}
	return 0
}

// titledFrom is the mention whose title begins at token i, 0 for none.
func (f *finder) titledFrom(i int) int32 {
	at := f.a.Tokens[i].Span.Start
	for j := i + 1; j < min(f.n(), i+12); j++ {
		for _, id := range f.starts[j] {
			if m := f.a.Mention(news.MentionID(id)); !m.TitledSpan.IsZero() && m.TitledSpan.Start == at {
				return id
			}
		}
	}
	return 0
}

// subjectRight reads the speaker at token i.
func (f *finder) subjectRight(u *unit, c *cue, i int) {
	if i > u.last || f.inside[i] != 0 {
		return
	}
	if f.is(i, "the", "a", "an") && f.mentionFrom(i) == 0 && f.mentionFrom(i+1) > 0 {
		if m := f.a.Mention(news.MentionID(f.mentionFrom(i + 1))); m.Form == news.Name {
			f.setSubject(c, m, i)
			return
		}
	}
	if id := f.mentionFrom(i); id > 0 {
		m := f.a.Mention(news.MentionID(id))
		if !f.modifies(m, u.last) {
			f.setSubject(c, m, i)
			f.describedBehind(u, c)
			return
		}
	}
	if f.upos(i) == news.VERB && c.inverted { // "said [retired] teacher Ada Brenn"
		i++
	}
	if last := f.phraseFrom(i, u.last); last >= i {
		f.setWords(c, i, last)
		if m := f.mentionEnding(last, i); m != nil && m.Chain != 0 && (m.Form == news.Nominal || m.Form == news.Name && !f.prepositionIn(i, int(m.First)-2)) {
			c.party = f.partyOf(m, i)
		}
		f.describedBehind(u, c)
	}
}

// describedBehind widens an unnamed source behind its cue by the participle that
// says how it knows: "according to a person [briefed on the talks]".
func (f *finder) describedBehind(u *unit, c *cue) {
	i := c.subjLast + 1
	if !c.party.Anonymous && c.party.Chain != 0 || i > u.last || f.inside[i] != 0 || f.xpos(i) != news.VBN && !(c.verb.lemma != "citing" && f.is(i, "who", "familiar", "close")) {
		return
	}
	last := c.subjLast
	for ; i <= u.last && f.inside[i] == 0 && i-c.subjLast < 10 && !f.is(i, ",", ".", ";", "and", "–", "—", "that"); i++ {
		last = i
	}
	c.subjLast = last
	c.party.Span = f.span(c.subjFirst, last)
}

func (f *finder) prepositionIn(from, to int) bool {
	for i := from; i <= to; i++ {
		if f.upos(i) == news.ADP || f.genitive(i) {
			return true
		}
	}
	return false
}

// modifies reports whether a name stands before the noun that it belongs to:
// "Tovian state media", "the Brel court's ruling".
func (f *finder) modifies(m *news.Mention, end int) bool {
	i := int(m.Last)
	if i > end || m.Form == news.Pronoun {
		return false
	}
	return f.genitive(i) || m.Form != news.Nominal && f.upos(i) == news.NOUN || m.Form == news.Demonym && f.upos(i) == news.ADJ
}

// setSubject makes m the speaker of c; first is where the phrase begins.
func (f *finder) setSubject(c *cue, m *news.Mention, first int) {
	c.subjFirst, c.subjLast = min(first, int(m.First)-1), int(m.Last)-1
	if c.subjFirst == int(m.First)-1 && !m.TitledSpan.IsZero() {
		for c.subjFirst > 0 && f.a.Tokens[c.subjFirst].Span.Start > m.TitledSpan.Start {
			c.subjFirst--
		}
	}
	c.party = f.partyOf(m, c.subjFirst)
}

// partyOf is a mention as a speaker, in its own words with title and article.
func (f *finder) partyOf(m *news.Mention, first int) news.Party {
	p := news.Party{Chain: m.Chain, Span: m.Span}
	if first >= 0 && first < int(m.First)-1 {
		p.Span = f.span(first, int(m.Last)-1)
	}
	if ch := f.a.Chain(m.Chain); ch != nil && !ch.Named {
		p.Anonymous = ch.Kind == news.Person || ch.Kind == news.Group
		p.Of = ch.Of
	}
	return p
}

// setWords makes plain words the speaker.
func (f *finder) setWords(c *cue, first, last int) {
	if m := f.mentionEnding(last, first); m != nil && m.Kind == news.Person && m.Form == news.Name && f.is(first, "the") && f.upper(first) {
		f.setSubject(c, m, f.beginOf(m)) // "with The Daily Post Mayor Ada Brenn said"
		return
	}
	c.subjFirst, c.subjLast = first, last
	c.party = news.Party{Span: f.span(first, last), Anonymous: f.people(first, last)}
}

// papers are plural nouns that speak and are no people.
var papers = list("papers")

// people reports whether a phrase without a name is of people: its head is a
// plural noun, in lower case, and no paper.
func (f *finder) people(first, last int) bool {
	head := -1
	for i := first; i <= last && !f.is(i, "of", "in", "from", "at", "with", "who", "familiar", "briefed"); i++ {
		if f.upos(i) == news.NOUN {
			head = i
		}
	}
	if head < 0 || papers[f.low[head]] {
		return false
	}
	if o, _ := f.lex.Office(head, head+1, f.word); o != nil && !o.People || f.is(head, "person", "man", "woman", "individual") {
		return true
	}
	return f.xpos(head) == news.NNS
}

// partyAt is the party that the words first..last are.
func (f *finder) partyAt(first, last int) news.Party {
	if id := f.mentionFrom(first); id > 0 {
		return f.partyOf(f.a.Mention(news.MentionID(id)), first)
	}
	return news.Party{Span: f.span(first, last)}
}

// share gives c the speaker of an earlier cue.
func (f *finder) share(c *cue, prev int) {
	c.party = f.cues[prev].party
	c.follows = prev + 1
	c.subjFirst, c.subjLast = 0, -1
}

// beginOf is the first token of a mention with its title.
func (f *finder) beginOf(m *news.Mention) int {
	i := int(m.First) - 1
	if !m.TitledSpan.IsZero() {
		for i > 0 && f.a.Tokens[i-1].Span.Start >= m.TitledSpan.Start {
			i--
		}
	}
	return i
}
