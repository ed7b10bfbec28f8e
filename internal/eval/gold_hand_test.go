package eval

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// handRecord is a record of three reports made by hand: some of what the gold
// of the example asks is in it, some is there and wrong, most is missing.
func handRecord() *record.Record {
	h := hand{}
	r1 := h.report("examples/reports/01-harbour-times.txt", "2024-03-04",
		"Keldria, Morvania to hold talks in Maruk on Thursday\n\nThe foreign ministers of Keldria and Morvania will meet in the Sindaran capital on Thursday.\n\n\"We are going to Maruk to listen,\" Tomas Ilvek told reporters. At least six people died. Petra Loew demanded that Keldria withdraw all heavy weapons.")
	r3 := h.report("examples/reports/03-keldria-today.html", "2024-03-04", "“We travel to Maruk in order to listen,” said Tomas Ilvek. Advertisement")
	h.report("other/298942.json", "", "A missile flew over Hokkaido island on Tuesday.")

	keldria := h.entity(news.State, "Keldria", "Keldria")
	pelc := h.entity(news.Person, "Joran Pelc", "Pelc", "Yoran Pelts")
	tarnow := h.entity(news.Person, "Ilse Tarnow", "Tarnow")
	ilvek := h.entity(news.Person, "Tomas Ilvek")
	h.entity(news.Person, "Oskar Lind")
	h.entity(news.Place, "Dorva valley north")
	loew := h.entity(news.Organization, "Petra Loew")
	h.Entities[1].Offices = []record.Office{{Title: "foreign minister", Of: &record.Party{Entity: &keldria}}}

	h.Times = []record.TimeLine{
		h.time(r1, "Thursday", "2024-03-07"), h.time(r1, "six", ""), h.time(r3, "Maruk", "2024"),
	}
	h.Quotes = []record.Quote{h.quote(&ilvek, news.Direct, r1, "We are going to Maruk to listen", r3, "We travel to Maruk in order to listen")}
	h.Positions = []record.Position{{Type: record.KindPosition, ID: "p1", Holder: &record.Party{Entity: &loew}, Stance: news.Demand,
		Issue: record.Issue{Label: "withdraw", Terms: []string{"weapons"}}, Evidence: h.evidence(r1, "Keldria withdraw all heavy weapons")}}
	six, none := 6.0, news.Planned
	h.Figures = []record.Figure{{Type: record.KindFigure, ID: "f1", Value: &six, Evidence: h.evidence(r1, "six people")}}
	h.Figures[0].Evidence[0].Sentence = "Shells killed at least six people."
	day := "2024-03-07"
	h.Events = []record.Event{{Type: record.KindEvent, ID: "v1", Class: "CONSULT", Status: &none,
		Participants: []record.Participant{{Party: record.Party{Entity: &pelc}}, {Party: record.Party{Entity: &tarnow}}},
		Place:        &record.Party{Text: "Maruk"}, Time: &record.Time{Value: &day, Precision: "day"},
		Evidence: h.evidence(r1, "will meet")}}
	h.Differences = []record.Difference{{Type: record.KindDifference, ID: "d1", Field: "wording",
		Versions: []record.Claim{{Reports: []record.ID{r1}}, {Reports: []record.ID{r3}}}}}
	return &h.Record
}

type hand struct{ record.Record }

func (h *hand) report(source, day, text string) record.ID {
	id := record.NewID("r", source)
	story := record.ID("s1")
	r := record.Report{Type: record.KindReport, ID: id, Source: source, Text: text, Story: &story,
		Credits: []record.Credit{{Name: "TPA", Role: news.Wire}}}
	title, _, _ := strings.Cut(text, "\n")
	r.Title = &title
	if day != "" {
		r.Published.Value, r.Published.Precision = &day, "day"
	}
	h.Reports = append(h.Reports, r)
	return id
}

func (h *hand) entity(kind news.Kind, name string, variants ...string) record.ID {
	e := record.Entity{Type: record.KindEntity, ID: record.NewID("e", name), EntKind: kind, Name: name}
	for _, v := range variants {
		e.Variants = append(e.Variants, record.Variant{Text: v, Count: 1})
	}
	h.Entities = append(h.Entities, e)
	return e.ID
}

func (h *hand) evidence(rid record.ID, exact string) []record.Evidence {
	for _, r := range h.Reports {
		if r.ID == rid {
			at := strings.Index(r.Text, exact)
			return []record.Evidence{{Report: rid, Start: at, End: at + len(exact), Exact: exact}}
		}
	}
	return nil
}

func (h *hand) time(rid record.ID, phrase, value string) record.TimeLine {
	e := h.evidence(rid, phrase)[0]
	t := record.TimeLine{Type: record.KindTime, ID: record.NewID("t", string(rid), phrase), Report: rid, Start: e.Start, End: e.End}
	t.Phrase = &phrase
	if value != "" {
		t.Value = &value
	}
	return t
}

func (h *hand) quote(speaker *record.ID, form news.QuoteForm, versions ...any) record.Quote {
	q := record.Quote{Type: record.KindQuote, ID: "q1", Form: form, Speaker: &record.Party{Entity: speaker}}
	for i := 0; i < len(versions); i += 2 {
		rid, words := versions[i].(record.ID), versions[i+1].(string)
		q.Text = words
		q.Versions = append(q.Versions, record.Version{Report: rid, Text: words, Evidence: h.evidence(rid, words)})
	}
	return q
}
