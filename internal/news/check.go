package news

import (
	"fmt"
	"unicode/utf8"

	"rapporteur/internal/text"
)

// Check proves what every stage may rely on and must leave behind: spans lie
// in the text, layers stand in order, indexes point at something, a layer that
// was not looked for is empty. It returns one error a violation; nil is sound.
func (a *Analysis) Check() []error {
	c := &checker{a: a, doc: a.Doc}
	if a.Doc == nil {
		c.fail("there is no Document")
		return c.errs
	}
	c.document()
	c.done()
	c.tokens()
	c.arcs()
	c.sentences()
	c.mentions()
	c.chains()
	c.times()
	c.quotes()
	c.credits()
	c.events()
	c.positions()
	c.figures()
	for i, f := range a.Findings {
		c.span(f.Span, false, "finding %d", i+1)
	}
	return c.errs
}

// Check proves the invariants of a Document alone.
func (d *Document) Check() []error {
	c := &checker{doc: d}
	c.document()
	return c.errs
}

type checker struct {
	a    *Analysis
	doc  *Document
	errs []error
}

func (c *checker) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

// span wants s in the text; needed: and to cover something.
func (c *checker) span(s text.Span, needed bool, what string, args ...any) {
	switch {
	case needed && s.Len() <= 0:
		c.fail("%s: the span %v is empty", fmt.Sprintf(what, args...), s)
	case !s.Fits(c.doc.Text):
		c.fail("%s: the span %v does not fit the text of %d bytes", fmt.Sprintf(what, args...), s, len(c.doc.Text))
	}
}

// index wants id to be none or to name one of n things.
func (c *checker) index(id, n int, what string, args ...any) {
	if id < 0 || id > n {
		c.fail("%s: there is no number %d of %d", fmt.Sprintf(what, args...), id, n)
	}
}

// order wants next not to begin before last.
func (c *checker) order(last, next text.Span, what string, i int) {
	if next.Start < last.Start {
		c.fail("%s %d at %v stands after one at %v", what, i+1, next, last)
	}
}

// grade wants a rule and a confidence.
func (c *checker) grade(rule string, confidence float32, what string, i int) {
	if rule == "" {
		c.fail("%s %d has no rule", what, i+1)
	}
	if !(confidence >= 0 && confidence <= 1) {
		c.fail("%s %d: the confidence is %g", what, i+1, confidence)
	}
}

func (c *checker) document() {
	d := c.doc
	if !utf8.ValidString(d.Text) {
		c.fail("the text is not UTF-8")
	}
	end := int32(0)
	for i, b := range d.Blocks {
		c.span(b.Span, true, "block %d", i+1)
		if b.Span.Start < end {
			c.fail("block %d at %v begins before the one before it ends", i+1, b.Span)
		} else if gap := (text.Span{Start: end, End: b.Span.Start}).Of(d.Text); !blank(gap) {
			c.fail("block %d: the words %q before it stand in no block", i+1, gap)
		}
		end = max(end, b.Span.End)
	}
	if rest := (text.Span{Start: end, End: int32(len(d.Text))}).Of(d.Text); !blank(rest) {
		c.fail("the words %q at the end stand in no block", rest)
	}
	c.span(d.Headline, false, "headline")
	if !d.Headline.IsZero() && d.Headline.Of(d.Text) != d.Title {
		c.fail("the headline reads %q and the title %q", d.Headline.Of(d.Text), d.Title)
	}
	if (d.Published.Value == "") != (d.Published.Basis == Unknown || d.Published.Basis == "") {
		c.fail("published %q on the basis %q", d.Published.Value, d.Published.Basis)
	}
}

// blank holds for what may stand between blocks.
func blank(s string) bool {
	for i := range len(s) {
		if s[i] != '\n' && s[i] != ' ' {
			return false
		}
	}
	return true
}

// done wants layers that were not looked for to be empty.
func (c *checker) done() {
	a := c.a
	for _, l := range []struct {
		layer Layer
		n     int
		name  string
	}{{Tokens, len(a.Tokens), "tokens"}, {Sentences, len(a.Sentences), "sentences"}, {Tags, len(a.Tags), "tags"},
		{Arcs, len(a.Arcs), "arcs"}, {Mentions, len(a.Mentions), "mentions"}, {Chains, len(a.Chains), "chains"},
		{Times, len(a.Times), "times"}, {Quotes, len(a.Quotes), "quotes"}, {Credits, len(a.Credits), "credits"},
		{Events, len(a.Events), "events"}, {Positions, len(a.Positions), "positions"}, {Figures, len(a.Figures), "figures"}} {
		if l.n > 0 && a.Done&l.layer == 0 {
			c.fail("%d %s stand in a layer that is not done", l.n, l.name)
		}
	}
	for _, l := range []struct {
		layer Layer
		n     int
		name  string
	}{{Tags, len(a.Tags), "tags"}, {Arcs, len(a.Arcs), "arcs"}} {
		if a.Done&l.layer != 0 && l.n != len(a.Tokens) {
			c.fail("%d %s for %d tokens", l.n, l.name, len(a.Tokens))
		}
	}
}

func (c *checker) tokens() {
	end := int32(0)
	for i, t := range c.a.Tokens {
		c.span(t.Span, true, "token %d", i+1)
		if t.Span.Start < end {
			c.fail("token %d at %v begins before the one before it ends", i+1, t.Span)
		}
		end = t.Span.End
	}
}

func (c *checker) sentences() {
	end, last := int32(0), TokenID(0)
	for i, s := range c.a.Sentences {
		c.span(s.Span, true, "sentence %d", i+1)
		if s.Span.Start < end {
			c.fail("sentence %d at %v begins before the one before it ends", i+1, s.Span)
		}
		if s.Block < 0 || int(s.Block) >= len(c.doc.Blocks) || !c.doc.Blocks[s.Block].Span.Contains(s.Span) {
			c.fail("sentence %d at %v does not lie in block %d", i+1, s.Span, s.Block)
		}
		if s.First != last+1 || s.Last < s.First {
			c.fail("sentence %d holds the tokens %d to %d, after %d", i+1, s.First, s.Last, last)
		}
		end, last = s.Span.End, s.Last
	}
	if c.a.Done&Tokens != 0 && c.a.Done&Sentences != 0 && int(last) != len(c.a.Tokens) {
		c.fail("the sentences hold %d of %d tokens", last, len(c.a.Tokens))
	}
}

// arcs wants a tree a sentence: one root, every head in the sentence, no circle.
func (c *checker) arcs() {
	if len(c.a.Arcs) != len(c.a.Tokens) {
		return // said by done, or not looked for
	}
	for i, s := range c.a.Sentences {
		if s.First < 1 || int(s.Last) > len(c.a.Arcs) {
			return // said by sentences
		}
		roots := 0
		for t := s.First; t <= s.Last; t++ {
			switch h := c.a.Arcs[t-1].Head; {
			case h == 0:
				roots++
			case h < s.First || h > s.Last || h == t:
				c.fail("sentence %d: token %d hangs on %d", i+1, t, h)
				return
			}
		}
		if roots != 1 {
			c.fail("sentence %d has %d roots", i+1, roots)
		}
		c.circles(i, s)
	}
}

// circles follows each token up; a walk longer than the sentence goes round.
// Tokens known to reach the root are not walked again.
func (c *checker) circles(i int, s Sentence) {
	safe := make([]bool, s.Last-s.First+1)
	for t := s.First; t <= s.Last; t++ {
		steps := 0
		for h := t; h != 0 && !safe[h-s.First]; h = c.a.Arcs[h-1].Head {
			if steps++; steps > len(safe) {
				c.fail("sentence %d: token %d hangs on itself", i+1, t)
				return
			}
		}
		for h := t; h != 0 && !safe[h-s.First]; h = c.a.Arcs[h-1].Head {
			safe[h-s.First] = true
		}
	}
}
