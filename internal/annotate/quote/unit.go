package quote

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// unit is a run of sentences that quotations join: first..last are its tokens.
//
//	[“I know.] [He knows,” she said.]     one unit
type unit struct {
	first, last                 int
	firstSentence, lastSentence int
	block                       int32
	cues                        []int // the cues in it, by place
}

// mostCues bounds the cues of one unit, so that a text of nothing but cues
// costs no more than its length.
const mostCues = 100

// unitAt is the unit that begins with sentence s.
func (f *finder) unitAt(s int) unit {
	u := unit{firstSentence: s, lastSentence: s, block: f.a.Sentences[s].Block}
	u.first = int(f.a.Sentences[s].First) - 1
	for {
		u.last = min(int(f.a.Sentences[u.lastSentence].Last), f.n()) - 1
		next := u.lastSentence + 1
		if next >= len(f.a.Sentences) || u.last < 0 || f.a.Sentences[next].Block != u.block {
			break
		}
		q := f.inside[u.last]
		i := int(f.a.Sentences[next].First) - 1
		if q == 0 || i >= f.n() || f.inside[i] != q {
			if !f.trails(u.last, i) {
				break
			}
		}
		u.lastSentence = next
	}
	for f.cueFrom < len(f.cues) && f.cues[f.cueFrom].at <= u.last {
		if f.cues[f.cueFrom].at >= u.first && len(u.cues) < mostCues {
			u.cues = append(u.cues, f.cueFrom)
		}
		f.cueFrom++
	}
	return u
}

// trails reports whether the sentence that begins at token i only says whose
// the quotation is that ends with token last: “Why?” / he asked.
func (f *finder) trails(last, i int) bool {
	if i >= f.n() || f.inside[last] == 0 || f.inside[i] != 0 || f.wordless(i) {
		return false
	}
	if !f.upper(i) {
		return true
	}
	q := f.quoteds[f.inside[last]-1].inner
	if s := q.Of(f.a.Doc.Text); s == "" || !strings.ContainsAny(s[len(s)-1:], "?!") && !strings.HasSuffix(s, "…") {
		return false
	}
	return f.onlyCue(i)
}

// onlyCue reports whether a sentence is a subject and a cue with no content of
// its own: "Brenn asked.", "Orlen shouted from the crowd."
func (f *finder) onlyCue(i int) bool {
	_, end := f.sentenceBounds(i)
	k := f.cueAfter(i)
	if k == len(f.cues) || f.cues[k].at > min(end, i+9) {
		return false
	}
	c := &f.cues[k]
	after := c.last + 1
	subject := len(f.ends[c.group.first-1]) > 0 || f.is(c.group.first-1, "he", "she", "they", ",") || f.upos(c.group.first-1) == news.PROPN
	return subject && (after > end || f.wordless(after) || f.upos(after) == news.ADP || f.upos(after) == news.ADV || f.timeAt(&cue{}, after) > after || c.verb.lemma == "tell" || f.heardOnly(c, after, end))
}

// heardOnly reports whether behind cue c stand a hearer at token i and no words
// of what was said, up to token end: "Brenn asked reporters on Monday."
func (f *finder) heardOnly(c *cue, i, end int) bool {
	if c.verb.frames&frameHearer == 0 || f.upos(i) != news.NOUN && f.upos(i) != news.PROPN && f.upos(i) != news.DET && !f.is(i, "him", "her", "them", "me", "us") {
		return false
	}
	for ; i <= end; i++ {
		if f.inside[i] != 0 || f.finite(i) || f.is(i, "that", "to", "whether", "if", "how", "why", "what", "about", "for", ":") {
			return false
		}
	}
	return true
}

// cueAfter is the first cue at or after token i.
func (f *finder) cueAfter(i int) int {
	k, _ := slices.BinarySearchFunc(f.cues, i, func(c cue, i int) int { return cmp.Compare(c.at, i) })
	return k
}

// outside reports whether the unit has a word outside quotation marks.
func (f *finder) outside(u *unit) bool {
	for i := u.first; i <= u.last; i++ {
		if f.inside[i] == 0 && !f.wordless(i) {
			return true
		}
	}
	return false
}
