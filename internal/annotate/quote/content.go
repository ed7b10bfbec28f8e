package quote

import (
	"strings"

	"rapporteur/internal/news"
)

// content is what a cue says is said: one range of tokens, or two when the
// cue stands in the middle.
type content struct {
	parts [2][2]int // first and last token of each part
	n     int
	rule  string
	grade float32
}

func (c *content) add(from, to int) {
	if from <= to && c.n < 2 {
		c.parts[c.n] = [2]int{from, to}
		c.n++
	}
}

// read finds the quotes of one unit.
func (f *finder) read(u *unit) {
	f.findSubjects(u)
	f.readFound(u)
}

// readFound finds the quotes of a unit whose cues have their subjects.
func (f *finder) readFound(u *unit) {
	f.readTails(u)
	for k := range u.cues {
		c := &f.cues[u.cues[k]]
		if c.skip {
			continue
		}
		if got, ok := f.contentOf(u, k); ok {
			f.emit(u, c, &got)
		}
	}
	f.relays(u)
	f.nouns(u)
	f.leftovers(u)
}

// contentOf finds what the k-th cue of the unit says: what follows, what
// stands before, or both.
func (f *finder) contentOf(u *unit, k int) (content, bool) {
	c := &f.cues[u.cues[k]]
	var got content
	left, hasLeft := f.leftOf(u, k)
	right, hasRight := f.rightOf(u, k)
	if c.according {
		return f.accordingContent(u, c, left, right, hasLeft, hasRight)
	}
	if head := [2]int{u.first, c.begins - 2}; !hasLeft && c.inverted && f.headOfClause(u, c) && f.midClause(u, c, head) >= 0 {
		left, hasLeft = head, true
	}
	switch {
	case c.form == formGerund && !hasLeft && hasRight:
		return f.rightContent(u, k, right)
	case hasLeft && f.midClause(u, c, left) >= 0:
		return bothSides(left, [2]int{f.midClause(u, c, left), f.rightEnd(u, k, f.midClause(u, c, left))}, "quote.around", 0.85), true
	case hasLeft && hasRight && f.is(c.ends+1, ",", ":") && f.inside[left[1]] != 0 && f.inside[right[0]] != 0:
		return bothSides(left, right, "quote.split", 0.97), true
	case hasLeft && (!hasRight || c.inverted):
		return f.leftContent(u, c, left)
	case !hasLeft && hasRight && f.parenthetic(u, c):
		return bothSides([2]int{u.first, c.begins - 2}, right, "quote.around", 0.85), true
	case hasLeft && hasRight && f.is(c.ends+1, ","):
		if f.inside[left[1]] == 0 && f.is(right[0], "because", "unless", "if") || f.inside[right[0]] != 0 || f.is(right[0], "but", "and", "though") && f.containsQuoted(right[0], min(right[0]+3, right[1])) || !f.anyFinite(left[0], left[1]) && f.inside[left[1]] == 0 {
			return bothSides(left, right, "quote.around", 0.85), true
		}
		return f.leftContent(u, c, left)
	case hasLeft && hasRight && f.inside[left[1]] != 0 && f.anew(c, right[0]):
		return f.rightContent(u, k, right)
	case hasLeft && f.inside[left[1]] != 0 && f.pauses(left[1]):
		return f.leftContent(u, c, left)
	case hasRight:
		behind, ok := f.rightContent(u, k, right)
		if !ok && hasLeft && f.is(right[0], "that", "which") {
			return f.leftContent(u, c, left) // "..., it said in a letter that thanked them"
		}
		return behind, ok
	}
	return got, false
}

// bothSides is a content that its cue parts in two.
func bothSides(left, right [2]int, rule string, grade float32) content {
	got := content{rule: rule, grade: grade}
	got.add(left[0], left[1])
	got.add(right[0], right[1])
	return got
}

// leftOf is the stretch before the cue that could be its content: it ends with
// a comma or a quotation right before the cue.
func (f *finder) leftOf(u *unit, k int) (r [2]int, ok bool) {
	c := &f.cues[u.cues[k]]
	if c.relative || c.follows != 0 && c.form == formGerund || c.infinitive {
		return r, false
	}
	end := c.begins - 1
	comma := false
	for end >= u.first && f.inside[end] == 0 && f.wordless(end) {
		comma = comma || f.is(end, ",", "–", "—", "--", "-", "?", "!", "…", "...")
		end--
	}
	if end >= u.first && comma && f.inside[end] == 0 && f.upos(end) == news.PROPN { // “...,” Brenn, a former envoy, said
		if e := f.quotationBefore(u, c, end); e >= 0 {
			end = e
		}
	}
	if end >= u.first && !comma && f.inside[end] == 0 {
		if end = f.quotationBefore(u, c, end); end < 0 {
			return r, false
		}
	}
	if end < u.first || f.inside[end] != 0 && !comma && !f.pauses(end) {
		return r, false
	}
	start := u.first
	if k > 0 {
		if p := &f.cues[u.cues[k-1]]; p.leftUsed && p.ends < end {
			start = max(start, p.ends+1)
		}
	}
	for start < end && f.inside[start] == 0 && (f.is(start, "and", "but", "so", "yet", "–", "—", ",", ";", ":", "-") || f.wordless(start)) {
		start++
	}
	if f.inside[end] != 0 {
		if colon := f.colonBefore(start, end); colon > 0 {
			start = colon + 1
		}
	} else if !f.clauseLike(start, end) {
		return r, false
	}
	return [2]int{start, end}, start <= end
}

// longestSubject bounds the words between a quotation and its cue.
const longestSubject = 30

// quotationBefore is the last token of a quotation that ends with a pause and
// lies before token i with nothing but the words of a subject between; c then
// begins behind it. -1 when there is none.
func (f *finder) quotationBefore(u *unit, c *cue, i int) int {
	if c.follows != 0 && f.is(c.group.first-1, "and", "but", "or") {
		return -1 // "blamed it on a “lone man,” not on her, and said ..."
	}
	for j := i; j >= max(u.first, i-longestSubject); j-- {
		if f.inside[j] != 0 {
			if !f.pauses(j) {
				return -1
			}
			c.begins = j + 1
			if c.party.IsZero() {
				c.party.Span = f.span(j+1, c.group.first-1)
			}
			return j
		}
		if f.finite(j) && f.xpos(j) != news.VBN && !f.is(j, "is", "was", "has", "had") || f.is(j, ".", ";", ":", "that") {
			return -1
		}
	}
	return -1
}

// colonBefore is a colon outside quotation marks after which a quotation ends at end.
func (f *finder) colonBefore(start, end int) int {
	for i := end; i >= start; i-- {
		if f.inside[i] == 0 {
			if f.is(i, ":") {
				return i
			}
			return 0
		}
	}
	return 0
}

// pauses reports whether the quotation that token i stands in ends as speech
// does before its cue: with a comma or the mark of a full sentence.
func (f *finder) pauses(i int) bool {
	q := &f.quoteds[f.inside[i]-1]
	s := strings.TrimRight(q.inner.Of(f.a.Doc.Text), " ’'”\"")
	if s == "" {
		return false
	}
	if strings.HasSuffix(s, "—") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "…") {
		return true
	}
	return strings.IndexByte(",.?!-", s[len(s)-1]) >= 0
}

// clauseLike reports whether what stands before ", X said" is a clause and not
// an adverbial ("On Monday, X said").
func (f *finder) clauseLike(start, end int) bool {
	if end-start < 2 {
		return false
	}
	if f.is(start, "as", "in", "on", "at", "after", "when", "while", "if", "since", "before", "during", "despite", "although", "though", "speaking", "asked", "because") {
		return f.mainClauseAfterComma(start, end)
	}
	return f.anyFinite(start, end) || f.headline(start)
}

// headline reports whether the sentence of token i is written as headlines
// are: nearly every word with a capital, no full stop.
func (f *finder) headline(i int) bool {
	first, last := f.sentenceBounds(i)
	if last-first > 30 || f.is(last, ".") {
		return false
	}
	capital, words := 0, 0
	for j := first; j <= last; j++ {
		if !f.wordless(j) && len(f.low[j]) > 3 {
			words++
			if f.upper(j) {
				capital++
			}
		}
	}
	return words > 3 && 10*capital >= 8*words
}

// mainClauseAfterComma: "After the vote, the talks resumed, X said".
func (f *finder) mainClauseAfterComma(start, end int) bool {
	for i := start + 1; i < end; i++ {
		if f.is(i, ",") && f.anyFinite(i+1, end) {
			return true
		}
	}
	return f.is(start, "in", "on", "at") && f.anyFinite(start+2, end)
}

// rightOf is the stretch behind the cue and its tail that could be its content.
func (f *finder) rightOf(u *unit, k int) (r [2]int, ok bool) {
	c := &f.cues[u.cues[k]]
	start := c.ends + 1
	for start <= u.last && f.inside[start] == 0 && (f.is(start, ",", ":", "-", "–", "—", "--") || f.wordless(start) && !f.is(start, ".", "(", "[")) {
		start++
	}
	end := f.rightEnd(u, k, start)
	for end >= start && f.inside[end] == 0 && f.wordless(end) && !f.is(end, ")", "]") {
		end--
	}
	if start > end || f.is(start, ".") || !c.according && f.is(c.ends+1, ",") && f.inside[start] == 0 && !f.is(start, "that") && !f.midway(u, c) && !f.asFront(u, c) || f.cueBeginsAt(u, k, start) {
		return r, false
	}
	return [2]int{start, end}, true
}

// midway reports whether a cue between commas interrupts a clause: "The ship,
// he said, has left".
func (f *finder) midway(u *unit, c *cue) bool {
	if c.begins > u.first && f.is(c.begins-1, ",") {
		return true
	}
	for i := c.ends + 2; i < min(u.last-3, c.ends+16); i++ { // "He said, in a rare rebuke, the talks ..."
		if f.inside[i] == 0 && f.is(i, ",") && c.form != formGerund {
			return f.upos(c.ends+2) == news.ADP && f.anyFinite(i+1, u.last)
		}
	}
	return false
}

// cueBeginsAt reports whether a cue that shares this one's speaker begins at
// token i: "said on Monday, adding that ...".
func (f *finder) cueBeginsAt(u *unit, k, i int) bool {
	for _, di := range u.cues[k+1:] {
		if d := &f.cues[di]; d.group.first == i && (d.form == formGerund || d.follows != 0) {
			return true
		}
	}
	return false
}

// rightEnd cuts the stretch behind a cue where another cue's clause begins:
// ", adding ...", "and said ...", ", but Orlen insisted ...".
func (f *finder) rightEnd(u *unit, k, start int) int {
	for _, di := range u.cues[k+1:] {
		d := &f.cues[di]
		b := d.begins
		if f.cues[u.cues[k]].relative && b <= start && d.group.first > start && f.inside[d.group.first-1] == 0 && f.is(d.group.first-1, ",") {
			return d.group.first - 2 // "Brenn, who said she was tired, [said]: ..."
		}
		if b <= start || d.verb.frames == frameQuote && d.form == formBase && !f.besideQuote(d.at) || f.subordinate(u, &f.cues[u.cues[k]], d) {
			continue
		}
		p := b - 1
		joined := false
		for p > start && f.inside[p] == 0 && (f.is(p, "and", "but", "while", "as", "with", "also", "or", "though", "although", "whereas", "then", "by") || adverbs[f.low[p]]) {
			joined = joined || f.is(p, "and", "but", "while", "though", "although", "whereas")
			p--
		}
		switch {
		case f.inside[p] == 0 && f.is(p, ",", ";", "–", "—", "--"):
			if f.is(p, ",") && p == b-1 && f.conditional(start, p) {
				continue
			}
			return p - 1
		case f.inside[p] != 0 && p+1 < b:
			return p
		case f.is(p, "after", "when", "before", "because", "since") && f.is(start, "to"):
			return p - 1 // "threatened to fire after the president warned ..."
		case joined && d.follows != 0:
			return p
		case f.inside[p] != 0 && d.subjLast >= d.subjFirst:
			return p
		}
	}
	return u.last
}

// subordinate reports whether what cue c says does not end at the later cue d:
// a verb in the infinitive, or one of thinking that reports nothing itself:
// "said she was glad but still [feared] the army".
func (f *finder) subordinate(u *unit, c, d *cue) bool {
	if d.infinitive {
		return f.inside[d.group.first] == 0 && !f.containsQuoted(d.at, u.last)
	}
	return d.verb.class == classThink && c.verb.class != classThink && d.follows != 0 && !f.anyFinite(d.last+1, u.last)
}

// leftContent is the content before a cue.
func (f *finder) leftContent(u *unit, c *cue, left [2]int) (got content, ok bool) {
	if c.quoteOnly && f.inside[left[1]] == 0 {
		return got, false
	}
	quoted := f.inside[left[1]] != 0
	if !quoted && c.verb.frames&(frameClause|frameThat) == 0 {
		return got, false
	}
	if c.party.IsZero() && !quoted && !c.passive {
		return got, false
	}
	if !quoted && (c.verb.class == classThink || c.verb.class == "demand") && c.form == formBase {
		return got, false
	}
	got.add(left[0], left[1])
	got.rule, got.grade = "quote.before-cue", 0.95
	if quoted {
		got.rule, got.grade = "quote.marks-before-cue", 0.97
	}
	return got, true
}

// rightContent is the content behind a cue, when the cue's frames allow what
// stands there.
func (f *finder) rightContent(u *unit, k int, right [2]int) (got content, ok bool) {
	c := &f.cues[u.cues[k]]
	from, to := right[0], right[1]
	for i := from; i < min(to, from+14) && f.inside[i] == 0; i++ { // "recalled an old saying: “...”"
		if f.is(i, ":") && f.inside[i+1] != 0 {
			from = i + 1
		} else if k+1 < len(u.cues) && f.cues[u.cues[k+1]].at == i {
			break // the colon is another cue's
		}
	}
	if f.inside[from] != 0 {
		q := int(f.inside[from])
		end := from
		for end < to && int(f.inside[end+1]) == q {
			end++
		}
		if !f.goesOnAfter(end+1, to) {
			to = end
		}
		got.add(from, to)
		got.rule, got.grade = "quote.marks-after-cue", 0.95
		return got, !c.party.IsZero() || f.quotedLong(q)
	}
	if c.quoteOnly || c.party.IsZero() && !c.passive {
		return got, false
	}
	if c.verb.frames&frameAs != 0 && !c.passive && f.is(c.begins-1, "what") { // "what he called the restraint"
		got.add(from, f.phraseEnd(from, to))
		got.rule, got.grade = "quote.what-called", 0.8
		return got, true
	}
	from, rule, grade := f.fits(c, from, to)
	if rule == "" {
		return got, false
	}
	got.add(from, to)
	got.rule, got.grade = rule, grade
	return got, from <= to
}
