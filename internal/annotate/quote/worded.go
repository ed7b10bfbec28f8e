package quote

import "rapporteur/internal/news"

// wordings are nouns for how somebody puts or sees a thing: "in her words".
var wordings = list("wordings")

// longestOwner bounds the words of an owner in "in [President Brenn's] words".
const longestOwner = 8

// wordedCue reads the cues that are a phrase around a noun for how somebody
// puts or sees a thing, at the edge of a clause:
//
//	in the words of Brenn, ...      in Brenn's view, ...      ..., by his own account
func (f *finder) wordedCue(c cue) (cue, bool) {
	i := c.at
	if !f.is(i, "in", "by", "to") || !f.opensClause(i) {
		return c, false
	}
	first, end := f.sentenceBounds(i)
	if f.is(i+1, "the") && i+3 < f.n() && wordings[f.low[i+2]] && f.is(i+3, "of") {
		c.last = i + 3
		c.verb = wordedVerb
		return c, f.inside[i+3] == 0 && i == first
	}
	noun := f.ownedWording(i + 1)
	if noun == 0 || noun < end && !f.wordless(noun+1) || i > first && noun+1 < end {
		return c, false
	}
	c.last, c.inward, c.verb = noun, true, wordedVerb
	return c, true
}

// wordedVerb stands in for the verb of a worded cue.
var wordedVerb = &verb{lemma: "according to", class: classSay, frames: frameClause}

// opensClause reports whether token i begins its sentence or stands behind a comma.
func (f *finder) opensClause(i int) bool {
	first, _ := f.sentenceBounds(i)
	return i == first || f.inside[i] == 0 && f.inside[i-1] == 0 && f.is(i-1, ",", "and", "but", ":", "–", "—")
}

// ownedWording is the noun behind a mention at token i in the genitive, or a
// possessive, that says how somebody puts a thing; 0 for none.
func (f *finder) ownedWording(i int) int {
	id := f.ownerFrom(i)
	if id == 0 {
		return 0
	}
	k := int(f.a.Mention(news.MentionID(id)).Last)
	if f.genitive(k) {
		k++
	} else if !f.is(i, "his", "her", "their", "its") {
		return 0
	}
	if f.is(k, "own") {
		k++
	}
	if k < f.n() && wordings[f.low[k]] && k-i <= longestOwner {
		return k
	}
	return 0
}

// ownerFrom is the mention at token i that is no longer than an owner: of
// "his own account" the pronoun. 0 for none.
func (f *finder) ownerFrom(i int) int32 {
	if i >= f.n() {
		return 0
	}
	if t := f.titledFrom(i); t != 0 {
		return t
	}
	for _, id := range f.starts[i] {
		m := f.a.Mention(news.MentionID(id))
		if f.genitive(int(m.Last)) || m.Form == news.Pronoun {
			return id
		}
	}
	return 0
}

// subjectWithin gives an inward cue its speaker.
func (f *finder) subjectWithin(u *unit, c *cue) {
	if id := f.ownerFrom(c.at + 1); id != 0 {
		f.setSubject(c, f.a.Mention(news.MentionID(id)), c.at+1)
	}
}
