package news

import (
	"math"

	"rapporteur/internal/text"
)

func (c *checker) sentenceOf(id SentenceID, what string, i int) {
	if id < 1 || int(id) > len(c.a.Sentences) {
		c.fail("%s %d stands in sentence %d of %d", what, i+1, id, len(c.a.Sentences))
	}
}

func (c *checker) party(p Party, what string, i int) {
	c.index(int(p.Chain), len(c.a.Chains), "%s %d, a party's chain", what, i+1)
	c.index(int(p.Of), len(c.a.Chains), "%s %d, whom a party belongs to", what, i+1)
	c.span(p.Span, false, "%s %d, a party", what, i+1)
}

func (c *checker) mentions() {
	var last text.Span
	for i := range c.a.Mentions {
		m := &c.a.Mentions[i]
		c.span(m.Span, true, "mention %d", i+1)
		c.span(m.TitledSpan, false, "mention %d, its title", i+1)
		c.order(last, m.Span, "mention", i)
		c.sentenceOf(m.Sentence, "mention", i)
		c.index(int(m.Chain), len(c.a.Chains), "mention %d, its chain", i+1)
		if m.First < 1 || m.Last < m.First || c.a.Done&Tokens != 0 && int(m.Last) > len(c.a.Tokens) {
			c.fail("mention %d holds the tokens %d to %d", i+1, m.First, m.Last)
		}
		last = m.Span
	}
}

func (c *checker) chains() {
	for i := range c.a.Chains {
		ch := &c.a.Chains[i]
		if len(ch.Mentions) == 0 {
			c.fail("chain %d (%s) has no mention", i+1, ch.Name)
		}
		last := MentionID(0)
		for _, id := range ch.Mentions {
			if m := c.a.Mention(id); m == nil || m.Chain != ChainID(i+1) || id <= last {
				c.fail("chain %d (%s) lists mention %d after %d, which does not name it as its chain, or not in order", i+1, ch.Name, id, last)
			}
			last = id
		}
		c.index(int(ch.Of), len(c.a.Chains), "chain %d, whom it belongs to", i+1)
		for _, o := range ch.Offices {
			c.span(o.Span, false, "chain %d, an office", i+1)
			c.index(int(o.OfChain), len(c.a.Chains), "chain %d, whose office", i+1)
			c.index(int(o.Sentence), len(c.a.Sentences), "chain %d, an office's sentence", i+1)
		}
	}
	for i := range c.a.Mentions {
		if id := c.a.Mentions[i].Chain; id > 0 && int(id) <= len(c.a.Chains) && !listed(c.a.Chains[id-1].Mentions, MentionID(i+1)) {
			c.fail("mention %d names chain %d, which does not list it", i+1, id)
		}
	}
}

// listed looks for id in a list in order.
func listed(ids []MentionID, id MentionID) bool {
	lo, hi := 0, len(ids)
	for lo < hi {
		if m := (lo + hi) / 2; ids[m] < id {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(ids) && ids[lo] == id
}

func (c *checker) times() {
	var last text.Span
	for i := range c.a.Times {
		t := &c.a.Times[i]
		c.span(t.Span, true, "time %d", i+1)
		c.order(last, t.Span, "time", i)
		c.sentenceOf(t.Sentence, "time", i)
		c.grade(t.Rule, t.Confidence, "time", i)
		if t.Expr.Of < 0 || int(t.Expr.Of) > i {
			c.fail("time %d leans on time %d, which does not stand before it", i+1, t.Expr.Of)
		}
		last = t.Span
	}
}

func (c *checker) quotes() {
	var last text.Span
	for i := range c.a.Quotes {
		q := &c.a.Quotes[i]
		if len(q.Parts) == 0 {
			c.fail("quote %d has no words", i+1)
			continue
		}
		end := int32(0)
		for _, p := range q.Parts {
			c.span(p, true, "quote %d, a part", i+1)
			if p.Start < end {
				c.fail("quote %d: its parts overlap or stand out of order", i+1)
			}
			end = p.End
		}
		c.order(last, q.Parts[0], "quote", i)
		c.span(q.Cue, false, "quote %d, its cue", i+1)
		c.span(q.Venue, false, "quote %d, its venue", i+1)
		c.party(q.Speaker, "quote", i)
		c.party(q.Addressee, "quote", i)
		for _, v := range q.Via {
			c.party(v, "quote", i)
		}
		c.index(int(q.Said), len(c.a.Times), "quote %d, when it was said", i+1)
		c.sentenceOf(q.Sentence, "quote", i)
		c.grade(q.Rule, q.Confidence, "quote", i)
		last = q.Parts[0]
	}
}

func (c *checker) credits() {
	for i := range c.a.Credits {
		k := &c.a.Credits[i]
		outside := k.Removed != 0 || c.doc.Byline != "" || c.doc.URL != "" // it may stand there
		c.span(k.Span, !outside, "credit %d", i+1)
		c.index(int(k.Removed), len(c.doc.Removed), "credit %d, the passage removed", i+1)
		c.index(int(k.Chain), len(c.a.Chains), "credit %d, its chain", i+1)
		c.index(int(k.Sentence), len(c.a.Sentences), "credit %d, its sentence", i+1)
		c.grade(k.Rule, k.Confidence, "credit", i)
		if k.Name == "" {
			c.fail("credit %d names nobody", i+1)
		}
	}
}

func (c *checker) events() {
	var last text.Span
	for i := range c.a.Events {
		e := &c.a.Events[i]
		if i > 0 && e.Leaning() && !c.a.Events[i-1].Leaning() {
			last = text.Span{} // what the model alone has read stands behind the rest
		}
		c.span(e.Trigger, true, "event %d", i+1)
		c.order(last, e.Trigger, "event", i)
		for _, m := range e.More {
			c.span(m, true, "event %d, a further place", i+1)
		}
		for _, p := range e.Participants {
			c.party(p.Party, "event", i)
		}
		c.party(e.Place, "event", i)
		c.index(int(e.Time), len(c.a.Times), "event %d, when it is", i+1)
		c.sentenceOf(e.Sentence, "event", i)
		c.grade(e.Rule, e.Confidence, "event", i)
		last = e.Trigger
	}
}

func (c *checker) positions() {
	for i := range c.a.Positions {
		p := &c.a.Positions[i]
		c.span(p.Issue, true, "position %d, its issue", i+1)
		c.party(p.Holder, "position", i)
		c.party(p.Target, "position", i)
		for _, v := range p.Via {
			c.party(v, "position", i)
		}
		c.index(int(p.SpeaksFor), len(c.a.Chains), "position %d, whom the holder speaks for", i+1)
		c.index(int(p.Said), len(c.a.Times), "position %d, when it was said", i+1)
		c.index(int(p.Quote), len(c.a.Quotes), "position %d, its quote", i+1)
		c.sentenceOf(p.Sentence, "position", i)
		c.grade(p.Rule, p.Confidence, "position", i)
	}
}

func (c *checker) figures() {
	for i := range c.a.Figures {
		f := &c.a.Figures[i]
		c.span(f.Span, true, "figure %d", i+1)
		c.span(f.Of, false, "figure %d, what it counts", i+1)
		c.party(f.SaidBy, "figure", i)
		c.party(f.Place, "figure", i)
		c.index(int(f.Time), len(c.a.Times), "figure %d, its time", i+1)
		c.index(int(f.Event), len(c.a.Events), "figure %d, its event", i+1)
		c.sentenceOf(f.Sentence, "figure", i)
		c.grade(f.Rule, f.Confidence, "figure", i)
		if !(f.Low <= f.High || f.NoHigh) || !finite(f.Value) || !finite(f.Low) || !finite(f.High) {
			c.fail("figure %d is %g, between %g and %g", i+1, f.Value, f.Low, f.High)
		}
	}
}

// finite holds for what JSON has a number for.
func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }
