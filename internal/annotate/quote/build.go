package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// emit writes down one quote of cue c.
func (f *finder) emit(u *unit, c *cue, got *content) {
	d := draft{block: u.block, from: got.parts[0][0], to: got.parts[got.n-1][1]}
	marks, words := 0, 0
	for _, p := range got.parts[:got.n] {
		span, q := f.partSpan(p[0], p[1])
		if span.Len() <= 0 {
			continue
		}
		d.Parts = append(d.Parts, span)
		if q != 0 {
			marks++
			d.quoted = q
		} else if f.containsQuoted(p[0], p[1]) {
			words++
		}
		f.claim(p[0], p[1])
	}
	if len(d.Parts) == 0 {
		return
	}
	d.Form = news.Indirect
	switch {
	case marks == len(d.Parts) && f.utterance(d.quoted):
		d.Form = news.Direct
	case marks+words > 0:
		d.Form = news.Mixed
	}
	c.leftUsed = d.from < c.at
	f.describe(&d, c)
	d.Rule, d.Confidence = got.rule, f.grade(got.grade, c, &d)
	d.Sentence = news.SentenceID(f.sentence[c.at] + 1)
	f.push(d)
}

// describe fills in who, how, where and when.
func (f *finder) describe(d *draft, c *cue) {
	d.Speaker = f.resolve(c, d)
	if c.verb != nil {
		d.Cue, d.CueLemma = f.cueSpan(c), c.verb.lemma
	}
	d.Negated, d.Hedged = c.negated, c.hedged
	d.Venue, d.Addressee, d.Said = c.tail.venue, c.tail.hearer, c.tail.said
	if d.Venue.IsZero() && c.follows != 0 && c.form == formGerund {
		d.Venue = f.cues[c.follows-1].tail.venue
	}
	if d.Venue.IsZero() && (d.CueLemma == "tweet" || d.CueLemma == "post" || d.CueLemma == "blog") {
		d.Venue = d.Cue
	}
	if p := f.last; d.Venue.IsZero() && p >= 0 && f.out[p].block == d.block && d.Speaker.Chain != 0 && f.out[p].Speaker.Chain == d.Speaker.Chain && (d.CueLemma == "say" || d.CueLemma == "add") {
		d.Venue = f.out[p].Venue // one paragraph, one speaker: the same interview
	}
	if !d.Addressee.IsZero() && f.agency(d.Addressee.Span) {
		d.Via = append(d.Via, d.Addressee)
	}
	if !c.via.IsZero() {
		d.Via = append(d.Via, c.via)
	}
}

// agency reports whether the words at s name a news agency.
func (f *finder) agency(s text.Span) bool {
	e := f.lex.Lookup(strings.TrimPrefix(s.Of(f.a.Doc.Text), "the "))
	return e != nil && e.Class == lex.Agency
}

func (f *finder) grade(g float32, c *cue, d *draft) float32 {
	if d.Speaker.IsZero() {
		g *= 0.6
	}
	switch c.verb.class {
	case classThink:
		g *= 0.8
	case classFind:
		g *= 0.9
	}
	return g
}

func (f *finder) push(d draft) {
	f.out = append(f.out, d)
	if !d.Speaker.IsZero() || d.quoted != 0 {
		f.last = len(f.out) - 1
	}
}

// partSpan is the text of a content from..to, without the marks around it
// when it is exactly one quotation, whose number it gives too.
func (f *finder) partSpan(from, to int) (text.Span, int) {
	if q := f.inside[from]; q != 0 && f.inside[to] == q && f.wholeQuoted(from, to, q) {
		return f.inner(int(q)), int(q)
	}
	for from <= to && f.inside[from] == 0 && f.wordless(from) && !f.is(from, "(", "[", "“", "‘") {
		from++
	}
	for to >= from && f.inside[to] == 0 && f.wordless(to) && !f.is(to, ")", "]", "”") {
		to--
	}
	if from > to {
		return text.Span{}, 0
	}
	s := f.span(from, to)
	if q := f.inside[to]; q != 0 && f.quoteds[q-1].outer.End < s.End {
		s.End = f.quoteds[q-1].outer.End
	}
	return s.Trim(f.a.Doc.Text), 0
}

// wholeQuoted reports whether from..to are all the tokens of quoted q.
func (f *finder) wholeQuoted(from, to int, q int32) bool {
	for i := from; i <= to; i++ {
		if f.inside[i] != q {
			return false
		}
	}
	return true
}

// inner is what stands between the marks of quoted q, without a comma that
// belongs to the sentence around it.
func (f *finder) inner(q int) text.Span {
	s := f.quoteds[q-1].inner
	if t := s.Of(f.a.Doc.Text); strings.HasSuffix(t, ",") {
		s.End--
	}
	return s
}

// utterance reports whether quoted q is a whole utterance rather than a few
// words picked out of one.
func (f *finder) utterance(q int) bool {
	s := f.quoteds[q-1].inner.Of(f.a.Doc.Text)
	n := len(strings.Fields(s))
	r, _ := utf8.DecodeRuneInString(s)
	ends := s != "" && strings.IndexByte(".?!", s[len(s)-1]) >= 0
	return n >= 6 || n >= 2 && (unicode.IsUpper(r) || ends) || ends && unicode.IsUpper(r)
}

func (f *finder) claim(from, to int) {
	for i := from; i <= to; i++ {
		if q := f.inside[i]; q != 0 {
			f.claimed[q-1] = true
		}
	}
}

// resolve is the speaker of a cue, with pronouns tied to the speaker before
// where that is likelier than what the chains say.
func (f *finder) resolve(c *cue, d *draft) news.Party {
	p := c.party
	if f.last < 0 {
		return p
	}
	prev := &f.out[f.last]
	if first, _ := f.sentenceBounds(c.group.first); p.IsZero() && c.form == formGerund && first == c.group.first && prev.block == d.block {
		return prev.Speaker // "... Adding: “...”"
	}
	if p.IsZero() {
		return p
	}
	switch w := lower(p.Span.Of(f.a.Doc.Text)); w {
	case "the statement", "the company statement", "the press release", "the tweet", "the post":
		if q := f.issuer(w[strings.LastIndexByte(w, ' ')+1:], d.block); p.Chain == 0 && q != nil {
			p.Chain, p.Of = q.Speaker.Chain, q.Speaker.Of
			if q.Speaker.Anonymous && q.Speaker.Of != 0 {
				p.Chain, p.Of = q.Speaker.Of, 0 // what a nameless spokesman hands out is his firm's
			}
		}
	case "they":
		if d.block-prev.block <= 1 && !prev.Speaker.IsZero() && (prev.Speaker.Anonymous || f.several(prev.Speaker)) {
			p.Chain, p.Anonymous, p.Of = prev.Speaker.Chain, prev.Speaker.Anonymous, prev.Speaker.Of
			if p.Anonymous { // the words that describe an unnamed source are all that there is of it
				p.Span = prev.Speaker.Span
			}
		}
	case "it":
		if ch := f.a.Chain(prev.Speaker.Chain); ch != nil && ch.Kind == news.Organization && d.block-prev.block <= 1 && p.Chain == 0 {
			p.Chain, p.Anonymous, p.Of = prev.Speaker.Chain, prev.Speaker.Anonymous, prev.Speaker.Of
		}
	case "he", "she":
		if d.block-prev.block <= 1 && f.fitsPronoun(prev.Speaker, w) && !f.otherSubject(prev, c, w) {
			p.Chain, p.Anonymous, p.Of = prev.Speaker.Chain, prev.Speaker.Anonymous, prev.Speaker.Of
		}
	}
	if p.Chain != 0 && p.Span.Len() <= 4 {
		p.Anonymous = p.Anonymous || prev.Speaker.Chain == p.Chain && prev.Speaker.Anonymous
		if p.Anonymous && prev.Speaker.Chain == p.Chain {
			p.Span = prev.Speaker.Span
		}
	}
	return p
}

func (f *finder) several(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	return c != nil && (c.Plural || c.Kind == news.Group || c.Kind == news.Organization)
}

// fitsPronoun reports whether p may be a he or a she.
func (f *finder) fitsPronoun(p news.Party, w string) bool {
	c := f.a.Chain(p.Chain)
	if c == nil || c.Kind != news.Person || c.Plural {
		return false
	}
	want := news.Masculine
	if w == "she" {
		want = news.Feminine
	}
	return c.Gender == news.UnknownGender || c.Gender == want
}

// otherSubject reports whether a sentence between a quote and cue c names
// another person, fit for the pronoun, as the subject of a clause of its own.
func (f *finder) otherSubject(prev *draft, c *cue, w string) bool {
	first, _ := f.sentenceBounds(min(prev.to, f.n()-1))
	for i := max(first, prev.to+1); i < c.begins; i++ {
		if f.inside[i] != 0 {
			continue
		}
		for _, id := range f.starts[i] {
			m := f.a.Mention(news.MentionID(id))
			if m.Form == news.Pronoun || m.Chain == prev.Speaker.Chain || m.Kind != news.Person || !f.fitsPronoun(news.Party{Chain: m.Chain}, w) {
				continue
			}
			v := int(m.Last)
			if m.Form == news.Name {
				v = f.pastAside(v)
			}
			if v < f.n() && !f.afterPreposition(m, 0) && f.finite(v) {
				return true
			}
		}
	}
	return false
}

// asideReach is how many tokens may stand between two commas behind a name.
const asideReach = 14

// pastAside is token i, or where a comma stands there, the one behind the next
// comma: "Ada Brenn, 57, [was]".
func (f *finder) pastAside(i int) int {
	if i >= f.n() || !f.is(i, ",") {
		return i
	}
	_, last := f.sentenceBounds(i)
	for k := i + 1; k < min(last, i+asideReach); k++ {
		if f.is(k, ",") {
			return k + 1
		}
	}
	return i
}

// relays ties the quotes of a unit that stand in one another: who says that
// somebody said something relays it.
func (f *finder) relays(u *unit) {
	first := len(f.out)
	for first > 0 && f.out[first-1].from >= u.first && f.out[first-1].block == u.block {
		first--
	}
	for i := first; i < len(f.out); i++ {
		in := &f.out[i]
		for j := first; j < len(f.out); j++ {
			outer := &f.out[j]
			if i != j && in.Venue.IsZero() && outer.Speaker.Chain == in.Speaker.Chain && in.Speaker.Chain != 0 && within(in, outer) {
				in.Venue = outer.Venue // "said on Chirper that they had agreed ..."
			}
			if i == j || outer.Speaker.IsZero() || outer.Speaker.Chain == in.Speaker.Chain && in.Speaker.Chain != 0 || len(in.Via) > 2 || !within(in, outer) || f.holds(in.Via, outer.Speaker) {
				continue
			}
			if in.Speaker.IsZero() { // "said the army had been ordered "to move"": his words
				in.relayed = j + 1
				break
			}
			in.Via = append([]news.Party{outer.Speaker}, in.Via...)
			if (f.outlet(outer.Speaker) || outer.CueLemma == "according to" && in.Form == news.Direct && !f.onePerson(outer.Speaker)) && f.mostOf(in, outer) {
				outer.relayed = i + 1
			}
		}
	}
	f.dropRelayed(first)
}

// mostOf reports whether what in says with its cue is nearly all that outer
// says: then the relay is told by in's Via, and outer would say it twice.
func (f *finder) mostOf(in, outer *draft) bool {
	s := in.Span().Cover(in.Cue).Cover(in.Speaker.Span)
	if !in.Venue.IsZero() && in.Venue.Start > in.Cue.Start {
		s = s.Cover(in.Venue)
	}
	return 10*s.Len() >= 8*outer.Span().Len()
}

// dropRelayed empties the drafts from first on that only relay another.
func (f *finder) dropRelayed(first int) {
	for j := first; j < len(f.out); j++ {
		if in := f.out[j].relayed; in != 0 {
			f.out[j].Parts = nil
			if f.last == j {
				f.last = in - 1
			}
		}
	}
}

// within reports whether cue and content of in stand in the content of outer.
func within(in, outer *draft) bool {
	for _, p := range outer.Parts {
		if p.Contains(in.Cue) && p.Contains(in.Parts[0]) && !in.Cue.IsZero() {
			return true
		}
	}
	return false
}

func (f *finder) holds(list []news.Party, p news.Party) bool {
	for _, q := range list {
		if q.Span == p.Span || q.Chain != 0 && q.Chain == p.Chain {
			return true
		}
	}
	return false
}
