package credit

import (
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// mentions credits the agencies, outlets and platforms that the text names as
// sources: an agency wherever it is named, the others beside words of
// reporting.
func (c *collector) mentions() {
	for i := 0; i < len(c.a.Tokens); i++ {
		e, n := c.entry(i)
		if e == nil {
			if c.is(i, "tweet", "tweets", "tweeted", "tweeting") {
				c.cite("Twitter", news.Post, i, i, "credit.post", 0.8)
			}
			continue
		}
		switch e.Class {
		case lex.Agency:
			if !e.Weak || c.reports(i, i+n-1) {
				c.cite(e.Canon, news.Agency, i, i+n-1, "credit.agency", 0.85)
			}
		case lex.Outlet:
			if c.reports(i, i+n-1) {
				c.cite(e.Name, news.Outlet, i, i+n-1, "credit.outlet", 0.85)
			}
		case lex.Platform:
			if c.posts(i, i+n-1) {
				c.cite(e.Canon, news.Post, i, i+n-1, "credit.post", 0.85)
			}
		}
		i += n - 1
	}
}

func (c *collector) cite(name string, kind news.CreditKind, first, last int, rule string, grade float32) {
	s := c.span(first, last)
	for i := range c.out {
		if w := &c.out[i]; w.Role == news.Wire && w.Span == s {
			return // the dateline itself
		}
	}
	c.add(news.Credit{Name: name, Chain: c.chainAt(s), Kind: kind, Role: news.Cited, Span: s, Rule: rule, Confidence: grade})
}

// reports reports whether what stands at first..last is spoken of as a source.
func (c *collector) reports(first, last int) bool {
	for i := last + 1; i <= last+4; i++ {
		if c.is(i, "report", "reports", "reported", "reporting", "said", "says", "say", "wrote", "writes", "quoted", "quotes", "cited", "cites", "showed", "broadcast", "published", "revealed", "reveals",
			"interview", "correspondent", "reporter", "called", "dubbed", "estimates", "footage", "citing", "quoting", "article", "editorial", "poll", "investigation") {
			return true
		}
		if c.is(i, ".", ",", ";") {
			break
		}
	}
	for i := first - 1; i >= first-6; i-- {
		if c.is(i, "told", "telling", "according", "citing", "cited", "quoted", "quoting", "interview", "interviewed", "reported", "report", "reports", "wrote", "written", "published", "newspaper", "daily",
			"broadcaster", "channel", "radio", "website", "network", "station", "magazine", "tabloid", "weekly", "outlet", "outlets", "commentator", "columnist", "column", "op-ed", "said", "says", "by") {
			return true
		}
		if c.is(i, ".", ";") {
			break
		}
	}
	return false
}

// posts reports whether a platform is named as the place of a statement.
func (c *collector) posts(first, last int) bool {
	if c.is(first-1, "on", "via", "to", "live", "his", "her", "its", "their", "a") || c.is(first-2, "on") {
		return true
	}
	return c.is(last+1, "post", "posts", "video", "page", "account", "message", "channel", "feed", "statement", "thread", "live", "'s", "’s")
}

// quotes credits whom the report quotes: unnamed sources, media without a
// name, and those who speak for a body or hold an office.
func (c *collector) quotes() {
	for i := range c.a.Quotes {
		q := &c.a.Quotes[i]
		for _, p := range q.Via {
			c.party(&p, q)
		}
		c.party(&q.Speaker, q)
		c.told(q)
	}
}

// told credits an outlet that the lexicon does not know and that somebody told
// something: "Holm told Lakeland Radio".
func (c *collector) told(q *news.Quote) {
	ch := c.a.Chain(q.Addressee.Chain)
	words := q.Addressee.Span.Of(c.a.Doc.Text)
	name := strings.TrimPrefix(words, "the ")
	if q.Venue.IsZero() || q.CueLemma != "tell" || len(words) < 2 {
		return
	}
	if medium(strings.ToLower(name)) {
		c.add(news.Credit{Name: name, Kind: news.Outlet, Role: news.Cited, Span: q.Addressee.Span, Rule: "credit.outlet", Confidence: 0.7})
		return
	}
	if ch != nil && (!ch.Named || ch.Kind == news.State || ch.Kind == news.Person && strings.Contains(ch.Name, " ")) {
		return
	}
	if e := c.lex.Lookup(name); e != nil || ch == nil && !capital(name) {
		return
	}
	c.add(news.Credit{Name: name, Chain: q.Addressee.Chain, Kind: news.Outlet, Role: news.Cited, Span: q.Addressee.Span, Rule: "credit.outlet", Confidence: 0.7})
}

func (c *collector) party(p *news.Party, q *news.Quote) {
	ch := c.a.Chain(p.Chain)
	words := p.Span.Of(c.a.Doc.Text)
	k := news.Credit{Name: words, Chain: p.Chain, Role: news.Cited, Span: p.Span, Rule: "credit.speaker", Confidence: min(0.8, q.Confidence)}
	low := strings.ToLower(words)
	switch {
	case p.Span.IsZero() || p.Span.Len() > 120:
		return
	case medium(low) || strings.HasSuffix(low, " reports"):
		k.Kind = news.Outlet
	case p.Anonymous && ch != nil:
		k.Kind = news.Anonymous
		k.Name = ch.Name
		if c.official(ch) {
			k.Kind = news.Official
		}
	case ch == nil && q.CueLemma == "report" && capital(words) && !strings.Contains(words, " "):
		k.Kind = news.Outlet
	case ch == nil:
		return
	case ch.Named && ch.Kind == news.Organization && q.CueLemma == "report" && c.lex.Lookup(ch.Canon) == nil:
		k.Kind, k.Name = news.Outlet, ch.Name
	case c.official(ch):
		k.Kind, k.Name = news.Official, ch.Name
	default:
		return
	}
	c.add(k)
}

// medium reports whether words in lower case name a medium by its kind.
func medium(low string) bool {
	for _, w := range [...]string{"media", "radio", "television", "newspaper", "news agency", "broadcaster"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// official reports whether a chain speaks for a state or a body: a body itself,
// somebody with an office, or plain "officials" of a state.
func (c *collector) official(ch *news.Chain) bool {
	switch ch.Kind {
	case news.State:
		return true
	case news.Organization:
		e := c.lex.Lookup(ch.Canon)
		return e == nil || e.Class != lex.Agency && e.Class != lex.Outlet && e.Class != lex.Platform
	case news.Person:
		return len(ch.Offices) > 0 && ch.Named
	case news.Group:
		return strings.HasSuffix(strings.ToLower(ch.Name), "officials") && ch.Of != 0
	}
	return false
}
