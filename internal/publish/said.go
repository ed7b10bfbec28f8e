package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// said groups the quotes by speaker: the most quoted first, unknown speakers
// last; direct quotes before indirect ones.
func (c *chapter) said() {
	at := map[string]int{}
	for _, q := range c.story.quotes {
		v, ok := c.quote(q)
		if !ok {
			continue
		}
		p := c.party(q.Speaker)
		i, known := at[p.key()]
		if !known {
			i = len(c.view.Said)
			at[p.key()] = i
			c.view.Said = append(c.view.Said, Speaker{Party: p, Office: c.office(p.Entity)})
		}
		c.view.Said[i].Quotes = append(c.view.Said[i].Quotes, v)
	}
	for _, s := range c.view.Said {
		slices.SortStableFunc(s.Quotes, quoteOrder)
	}
	slices.SortStableFunc(c.view.Said, func(a, b Speaker) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(len(b.Quotes), len(a.Quotes)), strings.Compare(a.Name, b.Name))
	})
	for i := range c.view.Said {
		c.view.Said[i].Anchor = c.view.Anchor + "-speaker-" + itoa(i+1)
	}
}

// rank puts named speakers before unnamed ones before unknown ones.
func rank(s Speaker) int {
	switch {
	case s.Name == "":
		return 2
	case s.Entity == "":
		return 1
	}
	return 0
}

func quoteOrder(a, b *Quote) int {
	return cmp.Or(cmp.Compare(formRank[a.Form], formRank[b.Form]), cmp.Compare(b.Counts.Origins, a.Counts.Origins),
		cmp.Compare(b.Counts.Reports, a.Counts.Reports), cmp.Compare(a.Sources[0].Report, b.Sources[0].Report),
		cmp.Compare(a.Sources[0].Start, b.Sources[0].Start), cmp.Compare(a.ID, b.ID))
}

var formRank = map[news.QuoteForm]int{news.Direct: 0, news.Mixed: 1, news.Indirect: 2}

func (c *chapter) quote(q *record.Quote) (*Quote, bool) {
	v := &Quote{Form: q.Form, Words: words(q.Text), When: whenWords(q.Time)}
	st, ok := c.statement(q, q.Base, everyEvidence(q), q.Support, c.quoteLine(q, v))
	v.Statement = st
	if ok {
		v.How = c.how(q, v.When)
		v.Versions = c.wordings(q, st.Anchor)
	}
	return v, ok
}

// quoteLine is a quote in one line with its speaker.
func (c *chapter) quoteLine(q *record.Quote, v *Quote) string {
	return cmp.Or(c.party(q.Speaker).words(), "unknown speaker") + ": " + v.Quoted()
}

// everyEvidence is the evidence of a quote with that of its versions.
func everyEvidence(q *record.Quote) []record.Evidence {
	all := slices.Clone(q.Evidence)
	for _, v := range q.Versions {
		all = append(all, v.Evidence...)
	}
	return all
}

// Quoted is the words between quotation marks when they are somebody's own.
func (v *Quote) Quoted() string {
	if v.Form == news.Direct {
		return "“" + v.Words + "”"
	}
	return v.Words
}

// words is a quote standing alone: without the comma before "he said".
func words(s string) string { return strings.TrimRight(strings.TrimSpace(s), ", ") }

// paired is s without quotation marks that lack their partner, where s was cut out
// of quoted words: "empower” women".
func paired(s string) string {
	if strings.Count(s, `"`) == 1 {
		s = strings.Replace(s, `"`, "", 1)
	}
	open, alone := -1, []int{}
	for i, r := range s {
		switch {
		case r == '“':
			if open >= 0 {
				alone = append(alone, open)
			}
			open = i
		case r == '”' && open < 0:
			alone = append(alone, i)
		case r == '”':
			open = -1
		}
	}
	if open >= 0 {
		alone = append(alone, open)
	}
	for _, i := range slices.Backward(alone) {
		s = s[:i] + s[i+len("“"):]
	}
	return strings.TrimSpace(s)
}

// how is everything about a quote but its words.
func (c *chapter) how(q *record.Quote, when string) string {
	var parts []string
	if q.Negated {
		parts = append(parts, "did not say this")
	}
	if q.Hedged {
		parts = append(parts, "is said to have said this")
	}
	switch {
	case str(q.Venue) != "":
		parts = append(parts, str(q.Venue))
	case str(q.Cue) != "":
		parts = append(parts, str(q.Cue))
	}
	if to := c.party(q.Addressee).Name; to != "" && !strings.Contains(str(q.Venue), to) {
		parts = append(parts, "to "+to)
	}
	if via := relays(q.Via); len(via) > 0 {
		parts = append(parts, "via "+joinAnd(via))
	}
	if when != "" {
		parts = append(parts, when)
	}
	return strings.Join(parts, " · ")
}

// wordings groups the versions of a quote by their words; nil when all reports
// word it alike but for case and punctuation.
func (c *chapter) wordings(q *record.Quote, anchor string) []Version {
	line := Link{Text: q.Text, Anchor: anchor}
	var out []Version
	var ev [][]record.Evidence
	at := map[string]int{}
	for _, v := range fullest(q.Versions) {
		key := wordKey(v.Text)
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out, ev = append(out, Version{Words: words(v.Text)}), append(ev, nil)
		}
		ev[i] = append(ev[i], v.Evidence...)
	}
	if len(out) < 2 {
		return nil
	}
	for i := range out {
		out[i].Sources = c.sources(line, ev[i])
		out[i].Counts = c.countReports(reportsOf(out[i].Sources))
	}
	return slices.DeleteFunc(out, func(v Version) bool { return len(v.Sources) == 0 })
}

// fullest drops the versions that only repeat a part of another of the same
// report: "to open the gates" beside "the state offered to open the gates".
func fullest(versions []record.Version) []record.Version {
	var out []record.Version
	for i, v := range versions {
		part := func(o record.Version) bool {
			return o.Report == v.Report && len(o.Text) > len(v.Text) && strings.Contains(o.Text, v.Text)
		}
		if !slices.ContainsFunc(versions[:i], part) && !slices.ContainsFunc(versions[i+1:], part) {
			out = append(out, v)
		}
	}
	return out
}

// wordKey is s without case, space and punctuation.
func wordKey(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,;:!?'\"-()", r) {
			return -1
		}
		return r
	}, text.Fold(s))
}
