package term

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/text"
)

// collect makes a mark of everything that was found.
func (p *analysisPrinter) collect() {
	for i := range p.a.Mentions {
		p.mark(p.a.Mentions[i].Span, chainLabel(p.a.Mentions[i].Chain), "", "", 0)
	}
	for i := range p.a.Times {
		t := &p.a.Times[i]
		p.mark(t.Span, label("t", i), fmt.Sprintf("%s %s", t.Kind, orDash(t.Value)), t.Rule, t.Confidence)
	}
	// Names and times, which never hold each other, share a ruler.
	slices.SortStableFunc(p.marks, func(a, b mark) int { return cmp.Compare(a.span.Start, b.span.Start) })
	for i := range p.a.Quotes {
		p.quote(i)
	}
	for i := range p.a.Credits {
		c := &p.a.Credits[i]
		p.mark(c.Span, label("c", i), fmt.Sprintf("credit: %s, %s, %s", publish.Plain(c.Name), c.Kind, c.Role), c.Rule, c.Confidence)
	}
	for i := range p.a.Events {
		p.event(i)
	}
	for i := range p.a.Positions {
		x := &p.a.Positions[i]
		note := join(", ", "position: "+p.party(x.Holder)+" "+string(x.Stance), p.role("target", x.Target), p.chain("speaks for", x.SpeaksFor))
		p.mark(x.Issue, label("p", i), note, x.Rule, x.Confidence)
	}
	for i := range p.a.Figures {
		f := &p.a.Figures[i]
		note := join(", ", "figure: "+join(" ", f.Bound, amount(f), f.Unit), p.words("of", f.Of), p.role("said by", f.SaidBy))
		p.mark(f.Span, label("f", i), note, f.Rule, f.Confidence)
	}
}

func label(letter string, i int) string { return letter + strconv.Itoa(i+1) }

func chainLabel(id news.ChainID) string {
	if id == 0 {
		return "e?"
	}
	return "e" + strconv.Itoa(int(id))
}

func (p *analysisPrinter) mark(s text.Span, label, note, rule string, confidence float32) {
	if rule != "" {
		rule = fmt.Sprintf("%s %.2f", rule, confidence)
	}
	p.marks = append(p.marks, mark{span: s, label: label, note: note, rule: rule})
}

func (p *analysisPrinter) quote(i int) {
	q := &p.a.Quotes[i]
	note := join(", ", string(q.Form)+" quote", p.role("by", q.Speaker), p.words("cue", q.Cue), p.words("venue", q.Venue),
		p.role("to", q.Addressee), given(q.Negated, "negated"), given(q.Hedged, "hedged"))
	for _, v := range q.Via {
		note += ", via " + p.party(v)
	}
	for n, part := range q.Parts {
		if n > 0 {
			note = ""
		}
		p.mark(part, label("q", i), note, q.Rule, q.Confidence)
	}
}

func (p *analysisPrinter) event(i int) {
	e := &p.a.Events[i]
	note := join(" ", "event:", e.Class, e.Mode, string(e.Status), strconv.Quote(publish.Plain(e.Label)))
	for _, x := range e.Participants {
		note += ", " + string(x.Role) + " " + p.party(x.Party)
	}
	note = join(", ", note, p.role("at", e.Place), given(e.Background, "background"))
	if e.Time != 0 {
		note += ", when t" + strconv.Itoa(int(e.Time))
	}
	p.mark(e.Trigger, label("v", i), note, e.Rule, e.Confidence)
}

func given(on bool, word string) string {
	if on {
		return word
	}
	return ""
}

// party is who somebody is: a name with its label, or the words in this place.
func (p *analysisPrinter) party(x news.Party) string {
	if c := at(p.a.Chains, int(x.Chain)); c != nil {
		return chainLabel(x.Chain) + " " + publish.Plain(c.Name)
	}
	if s := publish.Plain(x.Span.Of(p.a.Doc.Text)); s != "" {
		return strconv.Quote(s)
	}
	return "somebody"
}

func (p *analysisPrinter) role(word string, x news.Party) string {
	if x.IsZero() {
		return ""
	}
	return word + " " + p.party(x)
}

func (p *analysisPrinter) chain(word string, id news.ChainID) string {
	return p.role(word, news.Party{Chain: id})
}

func (p *analysisPrinter) words(word string, s text.Span) string {
	if s.IsZero() {
		return ""
	}
	return word + " " + strconv.Quote(publish.Shorten(publish.Plain(s.Of(p.a.Doc.Text)), 60))
}

func at[T any](s []T, id int) *T {
	if id < 1 || id > len(s) {
		return nil
	}
	return &s[id-1]
}

// names lists the chains of the report.
func (p *analysisPrinter) names() {
	if len(p.a.Chains) == 0 {
		return
	}
	p.heading("Names", "")
	for i := range p.a.Chains {
		c := &p.a.Chains[i]
		s := join(" ", publish.Plain(c.Name), "·", orDash(string(c.Kind)))
		for _, o := range c.Offices {
			s += " · " + join(" ", o.Tense, publish.Plain(o.Title), given(o.Of != "", "of "+publish.Plain(o.Of)))
		}
		if of := at(p.a.Chains, int(c.Of)); of != nil {
			s += " · belongs to " + chainLabel(c.Of) + " " + publish.Plain(of.Name)
		}
		n := "mentions"
		if len(c.Mentions) == 1 {
			n = "mention"
		}
		p.wrap("  "+p.paint(cyan, pad(label("e", i), 5)), "       ", plain, fmt.Sprintf("%s · %d %s", s, len(c.Mentions), n))
	}
}

// amount is the value of f in digits, or the least that its words can mean.
func amount(f *news.Figure) string {
	if f.Vague {
		return "at least " + strconv.FormatFloat(f.Low, 'f', -1, 64)
	}
	return strconv.FormatFloat(f.Value, 'f', -1, 64)
}
