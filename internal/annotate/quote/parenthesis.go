package quote

import "rapporteur/internal/news"

// longestHead bounds the words of a subject that a cue between commas parts
// from its verb.
const longestHead = 24

// longestAside bounds the words that say more of a speaker between commas.
const longestAside = 20

// parenthetic reports whether a cue between commas parts a subject from its
// verb: "The ferry, they said, will sail".
func (f *finder) parenthetic(u *unit, c *cue) bool {
	return c.verb.frames&(frameClause|frameThat) != 0 && c.form != formGerund && f.headOfClause(u, c) && f.is(c.ends+1, ",") && c.ends+2 <= u.last && f.finite(c.ends+2)
}

// headOfClause reports whether what stands before the comma before cue c can be
// the subject of a clause: no adverbial, and no longer than subjects are.
func (f *finder) headOfClause(u *unit, c *cue) bool {
	if c.begins-2 < u.first || c.begins-2-u.first > longestHead || !f.is(c.begins-1, ",") || f.inside[c.begins-2] != 0 {
		return false
	}
	switch f.upos(u.first) {
	case news.ADP, news.ADV, news.SCONJ, news.CCONJ:
		return false
	}
	return true
}

// midClause is the token at which a clause goes on behind a cue between commas
// though what stands before it could be whole: "The gains since the war began,
// they said, [could] be lost", "It is his job, he said, [to] warn them", and
// behind what tells more of the speaker, "said Orn Telis, an envoy, [will] fail".
// -1 where it does not.
func (f *finder) midClause(u *unit, c *cue, left [2]int) int {
	if c.verb.frames&(frameClause|frameThat) == 0 || c.form == formGerund || c.relative || c.begins < 1 || !f.is(c.begins-1, ",") || !f.is(c.ends+1, ",") || f.inside[left[1]] != 0 {
		return -1
	}
	at := c.ends + 2
	switch {
	case at >= u.last || f.inside[at] != 0:
		return -1
	case f.goesOn(at), f.is(at, "that") && f.goesOn(at+1) && f.upos(at) == news.PRON:
		return at
	case f.is(at, "to") && f.xpos(at+1) == news.VB:
		return at
	case !c.inverted:
		return -1
	}
	for i := at; i < min(u.last-1, at+longestAside) && f.inside[i] == 0; i++ {
		switch {
		case f.is(i, ",") && f.goesOn(i+1):
			return i + 1
		case f.finite(i) && f.xpos(i) != news.VBN, f.is(i, ";", ":"):
			return -1
		}
	}
	return -1
}

// asFront reports whether a cue opens its sentence behind "as": "As Brenn
// explained, [the ferry is full]".
func (f *finder) asFront(u *unit, c *cue) bool {
	i := c.begins - 1
	for i > u.first && f.is(i, "the", "a", "an") {
		i--
	}
	return i == u.first && f.is(i, "as") && !c.passive && c.subjLast >= c.subjFirst && c.verb.frames&(frameClause|frameThat) != 0 && c.verb.class != classThink && c.verb.class != classFind
}

// conditional reports whether the comma at token i closes a clause that asks for
// another behind it: "that [if Brenn left], he should have told".
func (f *finder) conditional(start, i int) bool {
	for k := i - 1; k >= max(start, i-longestHead) && f.inside[k] == 0 && !f.is(k, ",", ";"); k-- {
		if f.is(k, "if", "unless", "once", "when", "although", "though") {
			return f.is(k-1, "that", "and", "but", ",")
		}
	}
	return false
}

// anew reports whether cue c begins a clause with content of its own behind a
// quotation: “...,” but he said that ...
func (f *finder) anew(c *cue, right int) bool {
	if right != c.ends+1 || !f.is(right, "that") || f.upos(right) != news.SCONJ {
		return false
	}
	joins := func(i int) bool { return f.is(i, "but", "and", "though", "although", "while") }
	return joins(c.begins) || joins(c.begins-1)
}

// goesOn reports whether token i is a finite verb that goes on with a clause.
func (f *finder) goesOn(i int) bool {
	return f.inside[i] == 0 && f.finite(i) && f.xpos(i) != news.VBN && f.xpos(i) != news.VB
}
