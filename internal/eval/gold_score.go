package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// GoldScore is how a record fares against a Gold, section by section.
//
//	direct quotes      38 of   44   86.4%
type GoldScore struct {
	Rows   []GoldRow
	Misses []string // "section: what was asked and is not there"
}

// GoldRow is one section: how much was asked and how much of it is there.
type GoldRow struct {
	Section    string
	Hit, Asked int
}

// Share of what was asked that is there, 0 to 1; 0 where nothing was.
func (r GoldRow) Share() float64 {
	if r.Asked == 0 {
		return 0
	}
	return float64(r.Hit) / float64(r.Asked)
}

// Total is all sections together.
func (s *GoldScore) Total() GoldRow {
	t := GoldRow{Section: "total"}
	for _, r := range s.Rows {
		t.Hit, t.Asked = t.Hit+r.Hit, t.Asked+r.Asked
	}
	return t
}

// Row is the named section, or the total; Asked is 0 where there is none.
func (s *GoldScore) Row(section string) GoldRow {
	if section == "total" {
		return s.Total()
	}
	i := slices.IndexFunc(s.Rows, func(r GoldRow) bool { return r.Section == section })
	if i < 0 {
		return GoldRow{Section: section}
	}
	return s.Rows[i]
}

func (s *GoldScore) tick(section string, ok bool, format string, args ...any) {
	i := slices.IndexFunc(s.Rows, func(r GoldRow) bool { return r.Section == section })
	if i < 0 {
		i = len(s.Rows)
		s.Rows = append(s.Rows, GoldRow{Section: section})
	}
	s.Rows[i].Asked++
	if ok {
		s.Rows[i].Hit++
	} else {
		s.Misses = append(s.Misses, section+": "+fmt.Sprintf(format, args...))
	}
}

// Score holds rec against g. It measures what is there of what was asked;
// what rec says beyond that is neither counted for it nor against it, except
// where g says what must not be there.
func (g *Gold) Score(rec *record.Record) *GoldScore {
	s := goldScorer{g: g, x: newGoldRecord(rec), events: map[string]*record.Event{}}
	for _, section := range []func(){s.reports, s.entities, s.apart, s.quotes, s.notQuotes, s.times,
		s.notTimes, s.findEvents, s.eventsApart, s.positions, s.figures, s.origins, s.across} {
		section()
	}
	return &s.GoldScore
}

type goldScorer struct {
	GoldScore
	g      *Gold
	x      *goldRecord
	events map[string]*record.Event // what stands for a gold event; nil: nothing does
}

func (s *goldScorer) reports() {
	for i := range s.g.Reports {
		g := &s.g.Reports[i]
		r := s.x.report(g.Report)
		if r == nil {
			s.tick("report text", false, "%s is not in the record", g.Report)
			continue
		}
		s.reportDate(g, r)
		if g.Title != nil {
			s.tick("report text", goldHas(opt(r.Title), *g.Title), "%s title %q", g.Report, opt(r.Title))
		}
		for _, k := range g.Kept {
			s.tick("report text", goldHas(r.Text, k), "%s lost %q", g.Report, k)
		}
		for _, k := range g.Removed {
			s.tick("boilerplate", !goldHas(r.Text, k), "%s kept %q", g.Report, k)
		}
		if g.Syndicated {
			wire := slices.ContainsFunc(r.Credits, func(c record.Credit) bool { return c.Role == "wire" })
			s.tick("origins", wire, "%s is not marked as wire copy", g.Report)
		}
	}
}

func (s *goldScorer) reportDate(g *GoldReport, r *record.Report) {
	v := opt(r.Published.Value)
	ok := v == "" || !toTheDay(r.Published.Precision)
	if g.Published != "" {
		ok = startsWith(v, g.Published)
	}
	s.tick("report date", ok, "%s published %q, not %q", g.Report, v, g.Published)
	if g.Basis != nil {
		s.tick("report date", string(r.Published.Basis) == *g.Basis, "%s basis %s", g.Report, r.Published.Basis)
	}
}

func toTheDay(precision string) bool {
	return slices.Contains([]string{"day", "hour", "minute", "part-of-day"}, precision)
}

// startsWith reports whether value begins with one of the alternatives.
func startsWith(value, alts string) bool {
	return anyOf(alts, func(w string) bool { return strings.HasPrefix(value, w) })
}

func (s *goldScorer) entities() {
	for i := range s.g.Entities {
		g := &s.g.Entities[i]
		ids := s.x.entities(g.Name)
		if g.Absent {
			s.tick("entities", len(ids) == 0, "%s should not be there", g.Name)
			continue
		}
		e, names := s.bestEntity(g, ids)
		s.tick("entities", e != nil && oneOf(g.Kind, string(e.EntKind)), "%s not found as %s", g.Name, g.Kind)
		for _, v := range g.Variants {
			s.tick("variants", e != nil && names[foldGold(v)], "%s: %q is not this entity", g.Name, v)
		}
		if g.Office != "" {
			s.tick("offices", e != nil && slices.ContainsFunc(e.Offices, func(o record.Office) bool { return s.isOffice(&o, g) }), "%s: %s of %s", g.Name, g.Office, g.Of)
		}
	}
}

// bestEntity is the one of ids that bears most of g's variants, the first of
// equals in the order of the record.
func (s *goldScorer) bestEntity(g *GoldEntity, ids map[record.ID]bool) (best *record.Entity, names map[string]bool) {
	most := -1
	for i := range s.x.Entities {
		if !ids[s.x.Entities[i].ID] {
			continue
		}
		n := 0
		for _, v := range g.Variants {
			if s.x.names[i][foldGold(v)] {
				n++
			}
		}
		if n > most {
			best, names, most = &s.x.Entities[i], s.x.names[i], n
		}
	}
	return best, names
}

func (s *goldScorer) isOffice(o *record.Office, g *GoldEntity) bool {
	return goldHas(o.Title, g.Office) && (g.Of == "" || s.x.isParty(o.Of, g.Of))
}

func (s *goldScorer) apart() {
	for _, p := range s.g.Apart {
		a, b := s.x.exact(foldGold(p[0])), s.x.exact(foldGold(p[1]))
		ok := len(a) > 0 && len(b) > 0
		for id := range a {
			ok = ok && !b[id]
		}
		s.tick("kept apart", ok, "%s and %s", p[0], p[1])
	}
}

var goldForms = map[string]int{"direct": 0, "mixed": 1, "indirect": 2}

func formOf(form string, unknown int) int {
	if n, ok := goldForms[form]; ok {
		return n
	}
	return unknown
}

// findQuote is the quote of that report with those words; of several the one
// whose form is nearest, then one with the right speaker.
func (s *goldScorer) findQuote(g *GoldQuote) *record.Quote {
	rid, want := s.x.rid(g.Report), formOf(g.Form, 0)
	var best *record.Quote
	rank := 0
	for i := range s.x.Quotes {
		q := &s.x.Quotes[i]
		if !cited(quoteEvidence(q), rid) || !slices.ContainsFunc(textsIn(q, rid), func(t string) bool { return goldHas(t, g.Has) }) {
			continue
		}
		r := 2 * abs(formOf(string(q.Form), 2)-want)
		if !s.speakerOK(q, g) {
			r++
		}
		if best == nil || r < rank {
			best, rank = q, r
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

func (s *goldScorer) speakerOK(q *record.Quote, g *GoldQuote) bool {
	p := cmp.Or(q.Speaker, &record.Party{})
	switch {
	case g.Speaker != "":
		return s.x.isParty(p, g.Speaker)
	case g.SpeakerText != "":
		named := anyOf(g.SpeakerText, func(w string) bool { return goldHas(p.Text, w) }) || s.x.isParty(p, g.SpeakerText)
		return named && (!g.Anonymous || p.Anonymous)
	}
	return true
}

func (s *goldScorer) quotes() {
	for i := range s.g.Quotes {
		g := &s.g.Quotes[i]
		section := "direct quotes"
		if g.Form == "indirect" {
			section = "indirect quotes"
		}
		q := s.findQuote(g)
		s.tick(section, q != nil, "%s %q", g.Report, g.Has)
		if who := cmp.Or(g.Speaker, g.SpeakerText); who != "" {
			s.tick("speakers", q != nil && s.speakerOK(q, g), "%s %q by %s, got %q", g.Report, g.Has, who, speakerText(q))
		}
		if g.Via != "" {
			ok := q != nil && slices.ContainsFunc(q.Via, func(v string) bool { return hasOneOf(v, g.Via) })
			s.tick("via", ok, "%s %q via %s", g.Report, g.Has, g.Via)
		}
		if g.Venue != "" {
			s.tick("venue", q != nil && hasOneOf(opt(q.Venue), g.Venue), "%s %q venue %s", g.Report, g.Has, g.Venue)
		}
	}
}

func speakerText(q *record.Quote) string {
	if q == nil || q.Speaker == nil {
		return ""
	}
	return q.Speaker.Text
}

func hasOneOf(hay, words string) bool {
	return anyOf(words, func(w string) bool { return goldHas(hay, w) })
}

func (s *goldScorer) notQuotes() {
	for _, g := range s.g.NotQuotes {
		rid, bad := s.x.rid(g.Report), false
		for i := range s.x.Quotes {
			q := &s.x.Quotes[i]
			bad = bad || q.Form != "indirect" && cited(quoteEvidence(q), rid) &&
				slices.ContainsFunc(textsIn(q, rid), func(t string) bool { return foldGold(t) == foldGold(g.Text) })
		}
		s.tick("no false quotes", len(s.x.Quotes) > 0 && !bad, "%s %q is taken for a quote", g.Report, g.Text)
	}
}

// timesOf are the times of the report that key names whose folded phrase is ok.
func (s *goldScorer) timesOf(key string, ok func(phrase string) bool) (ts []*record.TimeLine) {
	rid := s.x.rid(key)
	for i := range s.x.Times {
		t := &s.x.Times[i]
		if rid != "" && t.Report == rid && ok(foldGold(opt(t.Phrase))) {
			ts = append(ts, t)
		}
	}
	return ts
}

func (s *goldScorer) times() {
	for _, g := range s.g.Times {
		phrase := foldGold(g.Phrase)
		var got []string
		ok := false
		for _, t := range s.timesOf(g.Report, func(p string) bool { return p == phrase }) {
			got = append(got, opt(t.Value))
			ok = ok || oneOf(g.Value, opt(t.Value))
		}
		s.tick("times", ok, "%s %q = %s, got %q", g.Report, g.Phrase, g.Value, got)
	}
}

func (s *goldScorer) notTimes() {
	for _, g := range s.g.NotTimes {
		phrase := foldGold(g.Phrase)
		from := -1
		if r := s.x.report(g.Report); r != nil {
			from = strings.Index(r.Text, g.Phrase)
		}
		bad := false
		for _, t := range s.timesOf(g.Report, func(p string) bool { return p != "" && strings.Contains(phrase, p) }) {
			if v := opt(t.Value); g.Unknown {
				bad = bad || v != "" && !strings.HasPrefix(v, "XXXX")
			} else {
				bad = bad || t.Start >= from && t.Start < from+len(g.Phrase)
			}
		}
		s.tick("no false times", len(s.x.Times) > 0 && !bad, "%s %q is taken for a time", g.Report, g.Phrase)
	}
}

func (s *goldScorer) positions() {
	for i := range s.g.Positions {
		g := &s.g.Positions[i]
		ok := slices.ContainsFunc(s.x.Positions, func(p record.Position) bool { return s.isPosition(&p, g) })
		s.tick("positions", ok, "%s %s %s %q", g.Report, g.Holder, g.Stance, g.Issue)
	}
}

func (s *goldScorer) isPosition(p *record.Position, g *GoldPosition) bool {
	rid := s.x.rid(g.Report)
	if !cited(p.Evidence, rid) || !oneOf(g.Stance, string(p.Stance)) || !s.x.isParty(p.Holder, g.Holder) {
		return false
	}
	words := append([]string{p.Issue.Label}, p.Issue.Terms...)
	for _, e := range p.Evidence {
		if e.Report == rid {
			words = append(words, e.Exact)
		}
	}
	label := strings.Join(words, " ")
	return !slices.ContainsFunc(g.Issue, func(t string) bool { return !hasOneOf(label, t) })
}

func (s *goldScorer) figures() {
	for i := range s.g.Figures {
		g := &s.g.Figures[i]
		ok := slices.ContainsFunc(s.x.Figures, func(f record.Figure) bool { return s.isFigure(&f, g) })
		s.tick("figures", ok, "%s %s %s", g.Report, g.Value, g.What)
	}
}

func (s *goldScorer) isFigure(f *record.Figure, g *GoldFigure) bool {
	if f.Value == nil || !cited(f.Evidence, s.x.rid(g.Report)) {
		return false
	}
	same := anyOf(string(g.Value), func(w string) bool {
		v, err := strconv.ParseFloat(w, 64)
		return err == nil && max(*f.Value-v, v-*f.Value) < 1e-9
	})
	words := []string{opt(f.Of), opt(f.Unit)}
	for _, e := range f.Evidence {
		words = append(words, e.Sentence)
	}
	return same && hasOneOf(strings.Join(words, " "), g.What)
}

func (s *goldScorer) origins() {
	for _, g := range s.g.Origins {
		r := cmp.Or(s.x.report(g.Report), &record.Report{})
		for _, want := range g.Cites {
			ok := slices.ContainsFunc(r.Credits, func(c record.Credit) bool {
				return anyOf(want, func(w string) bool { return goldHas(c.Name, w) || goldHas(w, cmp.Or(c.Name, "\x00")) })
			})
			s.tick("origins", ok, "%s cites %s", g.Report, want)
		}
	}
}
