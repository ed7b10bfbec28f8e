package quote

import "rapporteur/internal/news"

// longestReach bounds how far before a cue or a quotation its subject may stand.
const longestReach = 300

// longestInsertion bounds the words between a subject and its verb: "Ada
// Brenn, who has led the party since March, said".
const longestInsertion = 40

// whoReach is how many tokens before "who" the person may stand whom it means.
const whoReach = 10

// whoever is whom a "who" behind mention m means: m itself, or where m is a
// place or body that only tells more of him, the person before it in the same
// clause: "Ada Brenn, a member from [Orn], who".
func (f *finder) whoever(m *news.Mention, begin int) *news.Mention {
	if m.Kind == news.Person || m.Kind == news.Group || m.Kind == "" {
		return m
	}
	first := int(m.First) - 1
	for i := first - 1; i >= max(begin, first-whoReach) && f.inside[i] == 0 && !f.finite(i); i-- {
		for _, id := range f.ends[i] {
			if p := f.a.Mention(news.MentionID(id)); p.Kind == news.Person && p.Form == news.Name {
				return p
			}
		}
	}
	return m
}

// relativeSubject finds whom "who" means: the mention before it.
func (f *finder) relativeSubject(u *unit, c *cue, p int) bool {
	q := p - 1
	if f.is(q, ",") {
		q--
	}
	m := f.mentionEnding(q, u.first)
	if m == nil && f.is(p, "that", "which") && f.inside[max(0, q)] == 0 && q > u.first && venueNouns()[f.low[q]] {
		if first := f.phraseTo(q, u.first); first <= q { // "a Varlux report that said"
			c.relative = true
			if f.is(p, "which") && f.issued(u, c, first, q) {
				c.subjFirst, c.subjLast = p, p
				return true
			}
			f.setWords(c, first, q)
			c.subjFirst, c.subjLast = p, p
			return true
		}
	}
	if m == nil || f.is(p, "that") && m.Kind == news.Person && m.Form == news.Name {
		if m = f.mainSubject(u, p); m == nil || m.Kind != news.Person || f.is(p, "who") {
			return false
		}
	}
	if f.is(p, "who") {
		m = f.whoever(m, u.first)
	}
	c.relative = true
	f.setSubject(c, m, f.beginOf(m))
	c.subjFirst, c.subjLast = p, p
	return true
}

// issuing are verbs for bringing a paper before others.
var issuing = list("issuing")

// issued gives cue c the one who brings out the paper at tokens first..last that
// it says to speak: "[Orlo] sent us a statement, which read". A paper that is
// named after its maker speaks for itself.
func (f *finder) issued(u *unit, c *cue, first, last int) bool {
	for i := first; i <= last; i++ {
		if len(f.starts[i]) > 0 {
			return false
		}
	}
	for i := first - 1; i > u.first; i-- {
		if !issuing[f.low[i]] || f.inside[i] != 0 {
			continue
		}
		m := f.mentionEnding(i-1, u.first)
		if m == nil || !f.canSpeak(m) || m.Chain == 0 {
			return false
		}
		f.setSubject(c, m, f.beginOf(m))
		c.tail.venue = f.span(first, last)
		return true
	}
	return false
}

// afterInsertion finds the subject before an apposition or relative clause
// that closes with the mark at p.
func (f *finder) afterInsertion(u *unit, c *cue, p int) bool {
	m := f.insertionBefore(u, p)
	if m == nil {
		return f.beforeWhich(u, c, p)
	}
	f.setSubject(c, m, f.leftEdge(f.beginOf(m), u.first))
	if i := int(m.Last) + 1; f.is(i-1, ",") {
		f.speaking(c, i, p-1)
	}
	if m.Form == news.Nominal { // with what says more of a source up to the comma
		for i := c.subjLast + 1; i < p && i-c.subjLast < 9; i++ {
			if f.is(i, ",") {
				c.party.Span = f.span(c.subjFirst, i-1)
				break
			}
		}
	}
	c.subjLast = p
	return true
}

// beforeWhich makes words without a mention the subject of c that a relative clause
// follows which closes with the mark at p: "[Brel Ports], which has 40 piers, said".
func (f *finder) beforeWhich(u *unit, c *cue, p int) bool {
	for i := p - 1; i > u.first && p-i < longestInsertion && f.inside[i] == 0 && !f.is(i, ";", ":"); i-- {
		if !f.is(i, ",") || !f.is(i+1, "which", "whose") {
			continue
		}
		first := f.phraseTo(i-1, u.first)
		if first > i-1 || first > u.first && f.upos(first-1) == news.ADP {
			return false
		}
		f.setWords(c, first, i-1)
		c.subjLast = p
		return true
	}
	return false
}

// aged reports whether an insertion begins at token i with how old somebody
// is: "Ada Brenn, [now 81] and retired, said".
func (f *finder) aged(i int) bool {
	if f.is(i, "now", "then", "aged") {
		i++
	}
	return f.upos(i) == news.NUM && f.is(i+1, ",", "and")
}

// ownClause reports whether from..to has a finite verb that no relative
// pronoun brings in: then it is no insertion.
func (f *finder) ownClause(from, to int) bool {
	for i := from; i <= to; i++ {
		if f.is(i, "who", "which", "whose", "where", "that", "whom") {
			return false
		}
		if f.finite(i) && f.xpos(i) != news.VBN && !(i == from && f.is(i+1, "by", "as", "about", "whether", "why", "how")) {
			return true
		}
	}
	return false
}

// insertionBefore is the mention to which the insertion belongs that closes
// with the mark at p, nil when what stands there is no insertion.
func (f *finder) insertionBefore(u *unit, p int) *news.Mention {
	for i := p - 1; i >= max(u.first, p-longestInsertion); i-- {
		if f.inside[i] != 0 {
			return nil
		}
		if !f.is(i, ",", "–", "—", "--", "(") {
			continue
		}
		m := f.mentionEnding(i-1, u.first)
		if m == nil {
			m = f.headBefore(u, i-1)
		}
		if m == nil || m.Form == news.Demonym || !f.canSpeak(m) {
			continue
		}
		if f.is(i+1, "and", "but", "or", "while", "as") || !f.aged(i+1) && f.ownClause(i+1, p-1) { // another clause
			return nil
		}
		if n := f.mentionEnding(p-1, i+1); n != nil && n.Kind == news.Person && n.Form == news.Name && m.Kind != news.Person && f.upos(f.beginOf(n)-1) != news.ADP {
			return n // "the man who built it, former minister [Ada Brenn], said"
		}
		if deeper := f.chainOfInsertions(u, m, p); deeper != nil {
			m = deeper
		}
		return m
	}
	return nil
}

// chainOfInsertions: "Ada Brenn, 41, of Brel, said": the innermost comma may
// follow a place or a number's noun; a person before it is the subject.
func (f *finder) chainOfInsertions(u *unit, m *news.Mention, p int) *news.Mention {
	if m.Kind == news.Person && m.Form == news.Name {
		return nil
	}
	for i := f.beginOf(m) - 1; i >= max(u.first, p-longestInsertion); i-- {
		if f.inside[i] != 0 {
			return nil
		}
		if f.is(i, ",") {
			if n := f.mentionEnding(i-1, u.first); n != nil && n.Kind == news.Person && n.Form != news.Pronoun {
				return n
			}
		}
	}
	return nil
}

// beforeWho finds the subject before a relative clause that no comma marks:
// "the family of a lawmaker who has been jailed since July said". nil for none.
func (f *finder) beforeWho(u *unit, p int) *news.Mention {
	verbs := 0
	for i := p; i > u.first && p-i < 25; i-- {
		if f.inside[i] != 0 || f.is(i, ",", ":", ";", "that") || f.is(i, "and") && !f.is(i+1, "who") {
			return nil
		}
		if f.finite(i) {
			verbs++
		}
		if f.is(i, "who") && !f.is(i-1, "and") { // "a miner who prayed there and who asked not to be named said"
			if m := f.mentionEnding(i-1, u.first); m != nil && verbs > 0 && f.canSpeak(m) {
				return m
			}
			return nil
		}
	}
	return nil
}

// quotedBy is who speaks in "witnesses quoted by [an outlet] said", for an
// outlet that begins at token i; nil for none.
func (f *finder) quotedBy(u *unit, i int) *news.Mention {
	if i-2 <= u.first || !f.is(i-1, "by") || !f.is(i-2, "quoted", "cited", "interviewed", "contacted") {
		return nil
	}
	return f.mentionEnding(i-3, u.first)
}

// treeSubject takes the subject of the cue's verb from the tree.
func (f *finder) treeSubject(c *cue) bool {
	t := f.v.Subject(news.TokenID(c.at + 1))
	if t == 0 || int(t)-1 > c.at && !c.inverted || f.inside[t-1] != 0 {
		return false
	}
	if f.is(int(t)-1, "who", "which", "that") || weekdays[f.low[t-1]] || f.upos(int(t)-1) == news.NUM {
		return false
	}
	i := int(t) - 1
	if cs := f.v.Child(t, news.Case); f.timed(i) || f.v.Rel(t) == news.Obl || cs != 0 && cs < t && f.upos(int(cs)-1) == news.ADP && !f.is(int(cs)-1, "about", "around", "over", "as", "than") {
		return false // "last March, she said", "on both occasions denied"
	}
	m := f.titledOver(i)
	if m == nil && f.genitive(i+1) {
		m = f.ownedPerson(i+2, c.group.first)
	}
	if m != nil {
		f.setSubject(c, m, f.beginOf(m))
		return true
	}
	if id := f.v.MentionOf(t); id != 0 {
		m := f.a.Mention(id)
		if !f.modifies(m, f.n()-1) || int(m.Last)-1 >= i && m.Form == news.Nominal {
			f.setSubject(c, m, f.beginOf(m))
			return true
		}
	}
	sp := f.v.Phrase(t)
	first, last := i, i
	for first > 0 && f.a.Tokens[first-1].Span.Start >= sp.Start {
		first--
	}
	for last+1 < f.n() && last+1 < c.group.first && f.a.Tokens[last+1].Span.End <= sp.End {
		last++
	}
	f.setWords(c, first, last)
	return true
}

// timed reports whether token i is part of a time expression.
func (f *finder) timed(i int) bool {
	at := f.a.Tokens[i].Span
	for k := f.firstTime(max(0, at.Start-40)); k < len(f.a.Times) && f.a.Times[k].Span.Start <= at.Start; k++ {
		if f.a.Times[k].Span.Contains(at) {
			return true
		}
	}
	return false
}

// ownedPerson is the person named within a few tokens from token i on, before
// token end: "Tovia's prime minister [Ada Brenn]", hung on Tovia. nil for none.
func (f *finder) ownedPerson(i, end int) *news.Mention {
	for j := i; j < min(end, i+5, f.n()); j++ {
		for _, id := range f.starts[j] {
			if m := f.a.Mention(news.MentionID(id)); m.Kind == news.Person && m.Form == news.Name {
				return m
			}
		}
	}
	return nil
}

// titledOver is the person whose title token i belongs to, nil for none.
func (f *finder) titledOver(i int) *news.Mention {
	at := f.a.Tokens[i].Span
	for j := i + 1; j < min(f.n(), i+8); j++ {
		for _, id := range f.starts[j] {
			if m := f.a.Mention(news.MentionID(id)); m.TitledSpan.Contains(at) {
				return m
			}
		}
	}
	return nil
}

// mainSubject is the first mention of the unit before token end that can
// speak and stands at the head of its clause.
func (f *finder) mainSubject(u *unit, end int) *news.Mention {
	for i := end - 1; i > u.first && end-i < longestInsertion; i-- {
		if f.inside[i] == 0 && f.is(i, "who") {
			if m := f.mentionEnding(i-1, u.first); m != nil {
				return m
			}
		}
	}
	for i := max(u.first, end-longestReach); i < end; i++ {
		if f.inside[i] != 0 {
			continue
		}
		for _, id := range f.starts[i] {
			m := f.a.Mention(news.MentionID(id))
			if f.canSpeak(m) && m.Form != news.Demonym && m.Chain != 0 && !f.modifies(m, end) && !f.afterPreposition(m, u.first) {
				return m
			}
		}
	}
	return nil
}

func (f *finder) afterPreposition(m *news.Mention, begin int) bool {
	b := f.beginOf(m) - 1
	for b > begin && f.is(b, "the", "a", "an") {
		b--
	}
	return b >= begin && (f.upos(b) == news.ADP || f.is(b, "of", "in", "on", "at", "by", "for", "with", "from", "to", "after", "before", "during", "between", "against"))
}

// partOf widens a subject to "one of the officials", "some of them".
func (f *finder) partOf(u *unit, c *cue) {
	i := c.subjFirst - 2
	if i >= u.first && f.is(i+1, "of") && f.is(i, "one", "two", "three", "some", "many", "most", "several", "all", "both", "none", "each", "either", "neither", "any", "half") {
		c.subjFirst = i
		c.party.Span = f.span(i, c.subjLast)
	}
}
