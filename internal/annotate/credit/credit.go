// Package credit finds the places where a report says whence it has something.
//
//	BREL (Tovian News) - The minister told Radio Orn ... , officials said.
//	      wire, agency               cited, outlet         cited, official
//	"This story is published from a syndicated feed" (removed)    wire
//
// In come all layers up to quotes and what cleaning removed; out come credits
// by place, one a name and role: agencies, outlets, posts, officials, unnamed
// sources. Whether two credits mean one act of reporting is for relate to say.
package credit

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Credits reads all layers up to Quotes; returns the Credits layer.
func Credits(a *news.Analysis) []news.Credit {
	c := &collector{a: a, lex: lex.Default(), seen: map[string]bool{}}
	c.dateline()
	c.closing()
	c.byline()
	c.address()
	c.removed()
	c.mentions()
	c.quotes()
	slices.SortStableFunc(c.out, func(x, y news.Credit) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Removed, y.Removed))
	})
	return c.out
}

type collector struct {
	a    *news.Analysis
	lex  *lex.Lexicon
	seen map[string]bool
	out  []news.Credit
}

// add enters a credit unless its name has that role already; a name whose text
// this is needs no credit for being cited in it.
func (c *collector) add(k news.Credit) {
	k.Name = strings.Join(strings.Fields(k.Name), " ")
	key := strings.ToLower(strings.TrimPrefix(k.Name, "the "))
	if key == "" || c.seen[string(k.Role)+key] {
		return
	}
	c.seen[string(k.Role)+key] = true
	if k.Span.Len() > 0 {
		k.Sentence = c.a.SentenceAt(k.Span.Start)
	}
	c.out = append(c.out, k)
}

func kindOf(class lex.Class) news.CreditKind {
	switch class {
	case lex.Agency:
		return news.Agency
	case lex.Platform:
		return news.Post
	}
	return news.Outlet
}

func (c *collector) word(i int) string {
	if i < 0 || i >= len(c.a.Tokens) {
		return ""
	}
	return c.a.Tokens[i].Span.Of(c.a.Doc.Text)
}

// is reports whether token i is one of words, in lower case.
func (c *collector) is(i int, words ...string) bool {
	w := c.word(i)
	for _, x := range words {
		if strings.EqualFold(w, x) {
			return true
		}
	}
	return false
}

// entry is the lexicon's agency, outlet or platform that starts at token i.
func (c *collector) entry(i int) (*lex.Entry, int) {
	e, n := c.lex.Name(i, len(c.a.Tokens), c.word)
	if e == nil || e.Class != lex.Agency && e.Class != lex.Outlet && e.Class != lex.Platform {
		return nil, 0
	}
	return e, n
}

// datelineReach is how many tokens of its paragraph a dateline may take.
const datelineReach = 14

// dateline reads "BREL (Tovian News) -" and "(AB, CD)" at the head of the
// first paragraphs: the text is the agency's.
func (c *collector) dateline() {
	blocks := c.a.Doc.Blocks
	for b := range blocks[:min(4, len(blocks))] {
		first := c.tokenFrom(blocks[b].Span.Start)
		for i := first; i < min(first+datelineReach, len(c.a.Tokens)) && c.a.Tokens[i].Span.Start < blocks[b].Span.End; i++ {
			if c.is(i, "(") && !c.is(i-1, ".", "!", "?") {
				c.parenthesis(i, "credit.dateline", 0.97)
				c.unknownAgency(i)
			}
		}
	}
}

// unknownAgency credits what stands alone in the parenthesis of a dateline and
// is no name of the lexicon: "BREL (TNA) —". The dash behind it is what makes
// it a dateline and not an aside.
func (c *collector) unknownAgency(i int) {
	last := i
	for last+1 < len(c.a.Tokens) && last-i < 4 && !c.is(last+1, ")") {
		last++
		if e, _ := c.entry(last); e != nil || !capital(c.a.Word(news.TokenID(last+1))) {
			return
		}
	}
	if last == i || !c.is(last+1, ")") || !c.is(last+2, "-", "--", "–", "—") {
		return
	}
	s := c.span(i+1, last)
	c.add(news.Credit{Name: s.Of(c.a.Doc.Text), Chain: c.chainAt(s), Kind: news.Agency, Role: news.Wire, Span: s, Rule: "credit.dateline", Confidence: 0.8})
}

func capital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// closing reads a parenthesis of agencies, or a line of rights, that ends the text.
func (c *collector) closing() {
	n := len(c.a.Tokens)
	for i := max(0, n-12); i < n; i++ {
		if c.is(i, "(") {
			c.parenthesis(i, "credit.closing", 0.9)
		}
		if c.is(i, "copyright", "©") {
			for j := i; j < n; j++ {
				if e, l := c.entry(j); e != nil {
					c.wire(e, c.span(j, j+l-1), "credit.rights", 0.95)
				}
			}
		}
	}
}

// parenthesis credits every agency of a parenthesis that holds nothing else.
func (c *collector) parenthesis(i int, rule string, grade float32) {
	type found struct {
		e           *lex.Entry
		first, last int
	}
	var all []found
	for j := i + 1; j < min(i+10, len(c.a.Tokens)); {
		e, n := c.entry(j)
		switch {
		case c.is(j, ")"):
			for _, f := range all {
				if f.e.Class == lex.Agency {
					c.wire(f.e, c.span(f.first, f.last), rule, grade)
				}
			}
			return
		case e != nil:
			all = append(all, found{e, j, j + n - 1})
			j += n
		case c.is(j, ",", "/", "and", "&", ";"):
			j++
		default:
			return
		}
	}
}

func (c *collector) wire(e *lex.Entry, s text.Span, rule string, grade float32) {
	c.add(news.Credit{Name: e.Canon, Chain: c.chainAt(s), Kind: kindOf(e.Class), Role: news.Wire, Span: s, Rule: rule, Confidence: grade})
}

// byline reads agencies among the authors.
func (c *collector) byline() {
	for _, e := range c.namesIn(c.a.Doc.Byline) {
		if e.Class == lex.Agency {
			c.add(news.Credit{Name: e.Canon, Kind: news.Agency, Role: news.Wire, Rule: "credit.byline", Confidence: 0.95})
		}
	}
	if agencies(c.a.Doc.Byline) {
		c.add(news.Credit{Name: "Agencies", Kind: news.Agency, Role: news.Wire, Rule: "credit.byline", Confidence: 0.9})
	}
}

// sections are path segments under which outlets put an agency's copy.
var sections = map[string]string{
	"ap": "AP", "aponline": "AP", "ap-news": "AP", "apnews": "AP", "afp": "AFP", "reuters": "Reuters", "dpa": "DPA",
	"xinhua": "Xinhua", "tass": "TASS", "pa": "PA", "aap": "AAP", "upi": "UPI", "efe": "EFE", "ansa": "ANSA", "pti": "PTI", "ians": "IANS", "ani": "ANI",
}

// address reads an agency off the path of the report's address: an outlet that
// files a report under /wires/afp/ prints AFP's words.
func (c *collector) address() {
	_, path, ok := strings.Cut(c.a.Doc.URL, "://")
	if !ok {
		return
	}
	parts := strings.Split(path, "/")
	for _, p := range parts[1:max(1, len(parts)-1)] { // neither the host nor the page
		name := sections[strings.ToLower(p)]
		e := c.lex.Lookup(name)
		if name != "" && e != nil && e.Class == lex.Agency {
			c.add(news.Credit{Name: e.Canon, Kind: news.Agency, Role: news.Wire, Rule: "credit.address", Confidence: 0.9})
		}
	}
}

// agencies reports whether a line credits agencies without a name.
func agencies(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "agencies") || strings.Contains(s, "agency copy") || strings.Contains(s, "agency report") || strings.Contains(s, "news agency staff") || strings.Contains(s, "wire services")
}

// removed reads the lines that cleaning set aside: authors, notices of
// syndication, rights. Captions credit a picture, not the text.
func (c *collector) removed() {
	for i := range c.a.Doc.Removed {
		r := &c.a.Doc.Removed[i]
		if r.Kind != news.Byline && r.Kind != news.SyndicationNotice {
			continue
		}
		k := news.Credit{Role: news.Wire, Removed: int32(i + 1), Rule: "credit.notice", Confidence: 0.95}
		found := false
		for _, e := range c.namesIn(r.Text) {
			if e.Class == lex.Agency {
				k.Name, k.Kind, found = e.Canon, news.Agency, true
				c.add(k)
			}
		}
		low := strings.ToLower(r.Text)
		switch {
		case found:
		case strings.Contains(low, "syndicat"):
			k.Name, k.Kind = "syndicated feed", news.Agency
			c.add(k)
		case agencies(low), strings.Contains(low, "news service"), strings.Contains(low, "wire report"):
			k.Name, k.Kind = "Agencies", news.Agency
			c.add(k)
		}
	}
}

// namesIn finds the agencies, outlets and platforms of a line outside the text.
func (c *collector) namesIn(s string) (out []*lex.Entry) {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n\u00a0,;:()[]|/©", r) })
	word := func(i int) string { return words[i] }
	for i := 0; i < len(words); i++ {
		if e, n := c.lex.Name(i, len(words), word); e != nil && !e.Weak {
			out = append(out, e)
			i += n - 1
		}
	}
	return out
}

func (c *collector) span(first, last int) text.Span {
	return text.Span{Start: c.a.Tokens[first].Span.Start, End: c.a.Tokens[last].Span.End}
}

// tokenFrom is the first token that starts at or after byte at.
func (c *collector) tokenFrom(at int32) int {
	i, _ := slices.BinarySearchFunc(c.a.Tokens, at, func(t news.Token, at int32) int { return cmp.Compare(t.Span.Start, at) })
	return i
}

// chainAt is the chain of the mention that starts where s does.
func (c *collector) chainAt(s text.Span) news.ChainID {
	i, ok := slices.BinarySearchFunc(c.a.Mentions, s.Start, func(m news.Mention, at int32) int { return cmp.Compare(m.Span.Start, at) })
	if !ok {
		return 0
	}
	return c.a.Mentions[i].Chain
}
