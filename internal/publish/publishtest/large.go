package publishtest

import (
	"fmt"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Large is a record of one story with n reports of ten sentences each, and five
// statements of each report: what a story looks like after months.
func Large(n int) *record.Record {
	b := newBuilder()
	outlets := []string{"Ilvane Courier", "Harbour Gazette", "The Northern Post", "Brenn Weekly", ""}
	for i := range n {
		id, day := fmt.Sprintf("r%04d", i), fmt.Sprintf("2031-%02d-%02d", 1+i/28%12, 1+i%28)
		txt := fmt.Sprintf("Day %d of the talks\n\nThe ministers met in Ilvane for round %d. Veldamar demands the pier number %d. “We are on step %d,” said Mira Toland. At least %d people were killed.", i, i, i%40, i, i)
		for j := range 5 {
			txt += fmt.Sprintf(" The harbour was quiet at hour %d of day %d.", j, i)
		}
		b.report(id, outlets[i%len(outlets)], day, fmt.Sprintf("Day %d of the talks", i), fmt.Sprintf("o%04d", i/2), txt)
		if i%2 == 0 {
			b.Origins = append(b.Origins, record.Origin{Type: "origin", ID: record.ID(fmt.Sprintf("o%04d", i/2)), OriKind: "outlet"})
		}
		o := &b.Origins[i/2]
		o.Reports = append(o.Reports, record.ID(id))
	}
	var all []string
	for i := range b.Reports {
		all = append(all, string(b.Reports[i].ID))
	}
	b.story("st1", "Talks without an end", "", all...)
	b.Entities = []record.Entity{{Type: "entity", ID: "toland", EntKind: news.Person, Name: "Mira Toland", Mentions: n, Reports: b.Stories[0].Reports}}
	for i, id := range all {
		b.largeStatements(i, id)
	}
	return b.done()
}

func (b *builder) largeStatements(i int, id string) {
	say, day := fmt.Sprintf("We are on step %d,", i), *b.reports[record.ID(id)].Published.Value
	name := func(kind string) record.ID { return record.ID(kind + id) }
	b.event(record.Event{ID: name("ev"), Class: "CONSULT", Label: "meet", Status: status(news.Held), Place: party("", "Ilvane"), Time: on(day, ""), Evidence: b.all(id, "ministers met in Ilvane")})
	b.event(record.Event{ID: name("ew"), Class: "ASSAULT", Label: "kill", Status: status(news.Held), Evidence: b.all(id, "people were killed")})
	b.quote(record.Quote{ID: name("q"), Form: news.Direct, Text: say, Speaker: party("toland", "Mira Toland"), Evidence: b.all(id, say)})
	b.position(record.Position{ID: name("po"), Holder: party("", "Veldamar"), Stance: news.Demand, Issue: record.Issue{Label: fmt.Sprintf("the pier number %d", i%40), Terms: []string{"pier"}}, Evidence: b.all(id, "Veldamar demands")})
	b.figure(record.Figure{ID: name("f"), Value: num(float64(i)), Of: opt("people killed"), Evidence: b.all(id, "people were killed")})
}
