package quote

import "rapporteur/internal/news"

// fits checks the frames of a cue against the words behind it and gives where
// the content begins, the rule, and its grade; no rule when nothing fits.
func (f *finder) fits(c *cue, from, to int) (int, string, float32) {
	fr := c.verb.frames
	if c.infinitive && !f.is(from, "that") && !f.containsQuoted(from, to) || f.is(c.at-1, "to") && c.at > 1 && grounds[f.low[c.at-2]] {
		return from, "", 0 // "plans to report the loss", "no evidence to suggest that" report nothing
	}
	from = f.pastPhrase(c, from, to)
	marker := f.is(from, "that", "whether", "how", "why", "what", "if", "who", "when", "where")
	switch {
	case f.is(from, "that") && f.finite(from+1) && f.upos(from) == news.PRON && (f.xpos(from+1) == news.VBD && f.upos(from+1) == news.VERB || from > c.last+1 && (f.venueEnds(c, from-1) || !f.timed(from-1))):
		return from, "", 0 // a relative clause: "said in a letter that appeared"
	case f.is(from, "that") && f.is(from+1, "is", "was", "will", "would", "has", "had", "could", "should", "must") && f.xpos(from) != news.WDT && fr&(frameClause|frameThat) != 0:
		return from, "quote.bare", 0.85 // "insisted that was no part of it"
	case f.is(from, "that") && fr&(frameClause|frameThat) != 0:
		return from + 1, "quote.that", 0.93
	case marker && fr&(frameClause|frameThat) != 0 && f.anyFinite(from, to):
		return from, "quote.wh", 0.85
	case f.is(c.ends+1, ":") && fr != 0 && to-from > 1 && c.verb.class != classThink:
		return from, "quote.colon", 0.85
	case f.is(from, "little", "nothing", "much") && c.verb.class == "say" && !f.finite(from+1) && !f.containsQuoted(from, to):
		return from, "", 0 // "has said little about the plan"
	case fr&frameClause != 0 && f.bareClause(from, f.clauseReach(c, from, to)), c.verb.lemma == "say" && to-from > 3 && f.nounPhraseAt(from):
		return from, "quote.bare", 0.9
	case f.is(from, "to") && fr&frameInf != 0 && (c.verb.lemma != "warn" || c.form != formGerund && !c.tail.hearer.IsZero()) && from < to && !f.is(from+1, "comment", "say", "answer", "discuss", "respond", "elaborate", "the", "a", "be"):
		return from, "quote.infinitive", 0.75
	case fr&frameNoun != 0 && (f.nounPhraseAt(from) || c.disowns() && f.xpos(from) == news.NNS || f.utters(c) && f.upos(from) == news.NOUN) && !f.objectPronoun(from):
		return from, "quote.noun", 0.6
	case c.verb.class == classThink && fr&frameAs != 0 && (c.passive || c.negated || f.is(c.group.first-1, "no", "longer") || !f.seesAs(from, to)):
		return from, "", 0
	case fr&(frameAs|frameFor) != 0 && (f.containsQuoted(from, to) || fr&frameAs != 0 && (c.verb.class == classThink || f.renames(from, to))):
		return from, "quote.as", 0.7
	case fr&frameThat != 0 && f.bareClause(from, to) && f.clauseSoon(from, to) && !f.is(from, "to") && c.verb.class != classThink && (c.verb.class != classFind || f.paperSays(c)):
		return from, "quote.bare", 0.7
	}
	if fr != frameQuote && f.containsQuoted(from, to) {
		return from, "quote.words", 0.7
	}
	return from, "", 0
}

// grounds are nouns for what lets one conclude something.
var grounds = list("grounds")

// paperSays reports whether the subject of a cue is something written or
// recorded: "the findings show", "a poll shows".
func (f *finder) paperSays(c *cue) bool {
	for i := c.subjFirst; i <= c.subjLast; i++ {
		if papers[f.low[i]] || f.upos(i) == news.NOUN && venueNouns()[f.low[i]] {
			return c.verb.lemma == "show" || c.verb.lemma == "find"
		}
	}
	return false
}

// venueEnds reports whether the venue of c ends with token i.
func (f *finder) venueEnds(c *cue, i int) bool {
	return !c.tail.venue.IsZero() && c.tail.venue.End == f.a.Tokens[i].Span.End
}

// pastPhrase steps over phrases before "that": where, when and to whom it was said:
// "said, [on condition of anonymity,] that the talks failed", "admitted [in his
// plea] that he lied", "complained [to a crowd in Brel] that nobody came".
func (f *finder) pastPhrase(c *cue, from, to int) int {
	aside := f.is(from, "on", "under", "in", "at", "during", "before", "after", "with")
	if !aside && !f.is(from, "to") {
		return from
	}
	for i := from + 1; i < min(to, from+longestAside) && f.inside[i] == 0 && !f.finite(i); i++ {
		switch {
		case f.is(i, ",") && f.is(i+1, "that"):
			return i + 1
		case f.is(i, ",", "to", ";", ":"):
			return from
		case f.is(i+1, "that") && (f.xpos(i+1) != news.WDT || c.verb.lemma == "tell" && !c.tail.hearer.IsZero()) && (aside || f.heardBy(from+1, i)):
			return i + 1
		}
	}
	return from
}

// heardBy reports whether first..last are people or bodies that words are said to.
func (f *finder) heardBy(first, last int) bool {
	if f.public(first, last) {
		return true
	}
	m := f.mentionEnding(last, first)
	return m != nil && (m.Kind == news.Person || m.Kind == news.Organization || m.Kind == news.Group)
}

// disowns reports whether a cue denies or refuses a thing, so that the bare
// plural behind it is what others say: "denied [allegations of theft]".
func (c *cue) disowns() bool { return c.verb.class == "deny" || c.verb.class == "reject" }

// utters reports whether a cue takes a feeling without an article: "expressed
// [doubt that ...]".
func (f *finder) utters(c *cue) bool {
	return (c.verb.lemma == "express" || c.verb.lemma == "voice") && (f.finite(c.at) && f.xpos(c.at) != news.VBN || c.participleHas)
}

// renames reports whether from..to is a thing and a name for it: "it a plot",
// "the drills a rehearsal", "him as a friend".
func (f *finder) renames(from, to int) bool {
	for i := from + 1; i < min(to, from+8); i++ {
		if f.is(i, ",", ";") || f.finite(i) || f.upos(i) == news.ADP && !f.is(i, "as") {
			return false
		}
		if f.is(i, "a", "an", "the", "as") {
			switch f.upos(i - 1) {
			case news.NOUN, news.PROPN, news.PRON:
				return true
			}
		}
	}
	return false
}

// seesAs reports whether from..to is a thing and what it is seen as: "the vote
// as a test".
func (f *finder) seesAs(from, to int) bool {
	for i := from + 1; i < min(to, from+14) && f.inside[i] == 0 && !f.is(i, ",", ";") && (!f.finite(i) || f.xpos(i) == news.VBN || f.xpos(i) == news.VBD && f.upos(i-1) == news.NOUN); i++ {
		if f.is(i, "as") && !f.is(i-1, "as", "so", "far", "such") {
			return !f.is(i+1, "he", "she", "it", "they", "we", "I") && !f.is(i+1, "well", "soon", "far", "much", "if")
		}
	}
	return false
}

// bareClause reports whether from..to can be a clause without "that": it holds
// a finite verb and begins as clauses do.
func (f *finder) bareClause(from, to int) bool {
	if to-from < 1 || !f.anyFinite(from, to) {
		return false
	}
	if f.is(from, "up", "about") && f.quantity(from+1) {
		return true
	}
	if f.is(from, "of", "to", "by", "as", "about", "from", "for", "with", "into", "up", "out") {
		return false
	}
	return true
}

// quantity reports whether a number, or "to" and one, stands at token i: "up
// [to 300] people were there".
func (f *finder) quantity(i int) bool {
	if f.is(i, "to") {
		i++
	}
	return f.upos(i) == news.NUM
}

// phraseEnd is the last token before the next comma, within to.
func (f *finder) phraseEnd(from, to int) int {
	for i := from; i <= to; i++ {
		if f.inside[i] == 0 && f.is(i, ",", ";", "–", "—") {
			return i - 1
		}
	}
	return to
}

// clauseSoon reports whether a finite verb follows a short noun phrase at from.
func (f *finder) clauseSoon(from, to int) bool {
	for i := from; i <= min(to, from+7); i++ {
		if f.finite(i) {
			return i > from
		}
		if f.upos(i) == news.ADP || f.is(i, ",", "to") {
			return false
		}
	}
	return false
}

func (f *finder) nounPhraseAt(i int) bool {
	if f.inside[i] != 0 || f.mentionFrom(i) > 0 {
		return true
	}
	switch f.low[i] {
	case "a", "an", "the", "his", "her", "their", "its", "any", "all", "no", "this", "these", "more":
		return true
	}
	return false
}

func (f *finder) containsQuoted(from, to int) bool {
	for i := from; i <= to; i++ {
		if f.inside[i] != 0 {
			return true
		}
	}
	return false
}

// behindApposition steps over an apposition to the speaker at token i:
// "According to Ada Brenn, Tovia's envoy, the talks ..."
func (f *finder) behindApposition(c *cue, i, to int) int {
	id := f.mentionFrom(i)
	if id == 0 || c.party.Chain == 0 || f.a.Mention(news.MentionID(id)).Chain != c.party.Chain {
		return i
	}
	if last := int(f.a.Mention(news.MentionID(id)).Last) - 1; last+2 <= to && f.is(last+1, ",") {
		return last + 2
	}
	return i
}

// behindRelative steps over a relative clause about the speaker at token i:
// "According to Orn Radio, [which cited officials,] the talks ..."
func (f *finder) behindRelative(i, to int) int {
	if !f.is(i, "which", "who") || !f.finite(i+1) {
		return i
	}
	for k := i + 2; k < min(to, i+longestInsertion) && f.inside[k] == 0; k++ {
		if f.is(k, ",") {
			return k + 1
		}
	}
	return i
}

// accordingContent: "According to X, CLAUSE" and "CLAUSE, according to X".
func (f *finder) accordingContent(u *unit, c *cue, left, right [2]int, hasLeft, hasRight bool) (got content, ok bool) {
	if c.party.IsZero() {
		return got, false
	}
	got.rule, got.grade = "quote.according", 0.9
	begin := c.begins
	for begin > u.first && f.inside[begin-1] == 0 && f.wordless(begin-1) {
		begin--
	}
	switch {
	case begin <= u.first && hasRight:
		got.add(f.behindRelative(f.behindApposition(c, right[0], right[1]), right[1]), right[1])
	case begin > u.first:
		end := begin - 1
		start := u.first
		for start < end && f.inside[start] == 0 && (f.is(start, "and", "but", "so") || f.wordless(start)) {
			start++
		}
		if f.anyFinite(start, end) || f.inside[end] != 0 {
			got.add(start, end)
		}
	}
	if c.verb.lemma != "according to" && begin > u.first {
		return got, false // "..., citing X" is a credit of the sentence's own speaker
	}
	return got, got.n > 0
}

// clauseReach is how far the verb of a clause without "that" may stand: for
// "say" and "tell" anywhere, else before the first comma ("added a note of
// caution, should talks fail" has no clause).
func (f *finder) clauseReach(c *cue, from, to int) int {
	if c.verb.lemma == "say" || c.verb.lemma == "tell" {
		return to
	}
	return f.phraseEnd(from, to)
}

// objectPronoun reports whether a pronoun that is no possessive stands at
// token i: what is done to "them" is no content.
func (f *finder) objectPronoun(i int) bool {
	return f.is(i, "him", "them", "it", "me", "us", "you") || f.is(i, "her") && f.upos(i+1) != news.NOUN && f.upos(i+1) != news.ADJ && f.upos(i+1) != news.PROPN
}
