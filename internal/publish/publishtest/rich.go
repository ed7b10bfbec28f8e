package publishtest

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Rich is a record with every case that a brief shows: two stories of which one
// continues the other, copies, an unknown outlet, an undated report, a moved and
// a cancelled meeting, fuzzy and missing dates, history, two wordings of one
// quote, an unnamed source, a changed position, a rising figure, every kind of
// difference, less certain and rejected statements, a finding, text left out.
func Rich() *record.Record {
	b := newBuilder()
	b.richReports()
	b.richEntities()
	b.richEvents()
	b.richQuotes()
	b.richPositions()
	b.richFigures()
	b.richDifferences()
	return b.done()
}

func (b *builder) richReports() {
	r1 := b.report("r1", "Ilvane Courier", "2031-05-12", "Toland and Harn to meet on Thursday", "o1",
		"Toland and Harn to meet on Thursday\n\nForeign Minister Mira Toland of Veldamar will meet the Karsk envoy Josef Harn in Ilvane on Thursday, Meridian reports. "+
			"“We will talk about everything, and about the harbour first,” Toland told reporters. "+
			"Veldamar demands the return of the harbour of Sarn. "+
			"The fighting began in March 2029. At least 12 people were killed in Sarn, its mayor said.")
	r1.Byline, r1.URL = opt("By Anke Moor"), opt("https://courier.example/2031/05/12/toland")
	r1.Removed = []record.Removed{{Kind: news.Appeal, Text: "Support the Courier."}, {Kind: news.Appeal, Text: "Give today."}, {Kind: news.Image, Text: "[image]"}}
	b.report("r2", "Harbour Gazette", "2031-05-12", "Envoys to meet in Ilvane", "o1",
		"Envoys to meet in Ilvane\n\nForeign Minister Mira Toland of Veldamar will meet the Karsk envoy Josef Harn in Ilvane on Thursday, Meridian reports. "+
			"“We shall speak about everything and the harbour first,” Toland said. A diplomat from Karsk doubted that the talks would last.")
	b.report("r3", "The Northern Post", "2031-05-14", "Talks moved to Friday", "o2",
		"Talks moved to Friday\n\nThe meeting of Toland and Harn was put off to Friday, Karsk said. Karsk rejects the return of the harbour. "+
			"A visit of President Oda Velt to Brenn was called off. The ministers may go on in June. At least 31 people were killed in Sarn, the mayor said.")
	b.report("r4", "", "2031-05-16", "", "o3",
		"Mira Toland and Joseph Harn met in Ilvane on Friday. Karsk would accept a joint harbour board, Harn said. "+
			"Observers will come next week. Forty-five people died in Sarn, according to the mayor. The ministry denied that troops had moved.")
	r5 := b.report("r5", "Brenn Weekly", "", "What the harbour means", "o4",
		"What the harbour means\n\nKarsk wants sanctions to end soon. “Nobody gains from a closed harbour,” said the economist Lia Sund.")
	r5.Findings = []record.Finding{{Code: "no-date", Message: "The report has no date; phrases such as “soon” could not be placed."}}
	b.report("r6", "Ilvane Courier", "2031-04-02", "Prisoners exchanged at Orm", "o5",
		"Prisoners exchanged at Orm\n\nVeldamar and Karsk exchanged 40 prisoners at Orm on Wednesday.")
	b.story("st1", "Talks between Veldamar and Karsk in Ilvane", "st2", "r1", "r2", "r3", "r4", "r5")
	b.story("st2", "Exchange of prisoners at Orm", "", "r6")
	b.Reports[1].Copies = []record.Copy{{Report: "r1", Share: .71, Direction: "from"}}
	b.Reports[0].Copies = []record.Copy{{Report: "r2", Share: .58, Direction: "to"}}
	for i, id := range []string{"r1", "r2"} {
		b.Reports[i].Credits = []record.Credit{{Name: "Meridian", Kind: news.Agency, Role: news.Wire, Evidence: b.all(id, "Meridian reports")}}
	}
	b.richOrigins()
}

func (b *builder) story(id, label, previous string, reports ...string) {
	s := record.Story{Type: "story", ID: record.ID(id), Label: label, Previous: ref(previous)}
	origins, outlets := map[record.ID]bool{}, map[string]bool{}
	for _, r := range reports {
		s.Reports = append(s.Reports, record.ID(r))
		rep := b.reports[record.ID(r)]
		for i := range b.Reports {
			if b.Reports[i].ID == rep.ID {
				b.Reports[i].Story = ref(id)
			}
		}
		if !origins[*rep.Origin] {
			origins[*rep.Origin] = true
			s.Support.OriginIDs = append(s.Support.OriginIDs, *rep.Origin)
		}
		if rep.Outlet != nil {
			outlets[*rep.Outlet] = true
		}
	}
	s.Support.Reports, s.Support.Outlets, s.Support.Origins = len(reports), len(outlets), len(origins)
	b.Stories = append(b.Stories, s)
}

func (b *builder) richOrigins() {
	b.Origins = []record.Origin{
		{Type: "origin", ID: "o1", Name: opt("Meridian"), OriKind: "agency", Reports: []record.ID{"r1", "r2"},
			Basis: []record.Basis{{Rule: "reuse/shared-passages"}, {Rule: "reuse/credit", Evidence: b.all("r1", "Meridian reports", "r2", "Meridian reports")}}},
		{Type: "origin", ID: "o2", Name: opt("The Northern Post"), OriKind: "outlet", Reports: []record.ID{"r3"}},
		{Type: "origin", ID: "o3", OriKind: "unknown", Reports: []record.ID{"r4"}},
		{Type: "origin", ID: "o4", Name: opt("Brenn Weekly"), OriKind: "outlet", Reports: []record.ID{"r5"}},
		{Type: "origin", ID: "o5", Name: opt("Ilvane Courier"), OriKind: "outlet", Reports: []record.ID{"r6"}},
	}
}

func (b *builder) richEntities() {
	entity := func(id string, kind news.Kind, name string, mentions int, variants []record.Variant, reports ...record.ID) *record.Entity {
		b.Entities = append(b.Entities, record.Entity{Type: "entity", ID: record.ID(id), EntKind: kind, Name: name, Mentions: mentions, Variants: variants, Reports: reports})
		return &b.Entities[len(b.Entities)-1]
	}
	entity("veldamar", news.State, "Veldamar", 6, nil, "r1", "r2", "r6")
	entity("karsk", news.State, "Karsk", 9, nil, "r1", "r2", "r3", "r4", "r5", "r6")
	toland := entity("toland", news.Person, "Mira Toland", 5, []record.Variant{{Text: "Mira Toland", Count: 3}, {Text: "Toland", Count: 3}}, "r1", "r2", "r3", "r4")
	toland.Offices = []record.Office{{Title: "foreign minister", Of: party("veldamar", "Veldamar"), Evidence: b.all("r1", "Foreign Minister", "r2", "Foreign Minister")}}
	harn := entity("harn", news.Person, "Josef Harn", 4, []record.Variant{{Text: "Josef Harn", Count: 2}, {Text: "Joseph Harn", Count: 1}, {Text: "Harn", Count: 2}}, "r1", "r2", "r3", "r4")
	harn.Offices = []record.Office{{Title: "envoy", Of: party("karsk", "Karsk"), Evidence: b.all("r1", "Karsk envoy")}}
	entity("velt", news.Person, "Oda Velt", 1, nil, "r3")
	entity("sund", news.Person, "Lia Sund", 1, nil, "r5")
	entity("ilvane", news.Place, "Ilvane", 3, nil, "r1", "r2", "r4")
	entity("sarn", news.Place, "Sarn", 4, nil, "r1", "r3", "r4")
	entity("meridian", news.Organization, "Meridian", 2, nil, "r1", "r2")
}

func (b *builder) event(e record.Event) {
	e.Type = "event"
	if e.Rule == "" {
		e.Base = base(.9, "event/frame")
	}
	e.Support = b.support(e.Evidence)
	b.Events = append(b.Events, e)
}

func (b *builder) richEvents() {
	pair := taking(news.Actor, who("toland", "Mira Toland"), who("harn", "Josef Harn"))
	b.event(record.Event{ID: "ev1", Class: "CONSULT", Mode: opt("meet"), Label: "meet", Status: status(news.Postponed), Participants: pair, Place: party("ilvane", "Ilvane"),
		Time: on("2031-05-15", "Thursday"), Evidence: b.all("r1", "will meet the Karsk envoy", "r2", "will meet the Karsk envoy", "r3", "was put off to Friday")})
	b.event(record.Event{ID: "ev2", Class: "CONSULT", Mode: opt("meet"), Label: "meet", Status: status(news.Held), Participants: pair, Place: party("ilvane", "Ilvane"),
		Time: on("2031-05-16", "Friday"), Evidence: b.all("r4", "met in Ilvane")})
	b.event(record.Event{ID: "ev3", Class: "CONSULT", Label: "visit", Status: status(news.Cancelled), Participants: taking(news.Actor, who("velt", "Oda Velt")),
		Place: party("", "Brenn"), Evidence: b.all("r3", "was called off")})
	b.event(record.Event{ID: "ev4", Class: "CONSULT", Label: "talk", Status: status(news.Possible), Participants: taking(news.Expected, who("toland", "Toland")),
		Time: span("2031-06", "2031-06-01", "2031-07-01", "month", "in June", ""), Evidence: b.all("r3", "may go on in June")})
	b.event(record.Event{ID: "ev5", Class: "COOPERATE", Label: "observe", Status: status(news.Planned),
		Time: span("2031-W21", "2031-05-19", "2031-05-26", "week", "next week", "about"), Evidence: b.all("r4", "Observers will come")})
	b.event(record.Event{ID: "ev6", Class: "ASSAULT", Label: "fighting", Status: status(news.UnderWay), Background: true,
		Time: span("2029-03", "2029-03-01", "2029-04-01", "month", "March 2029", ""), Evidence: b.all("r1", "The fighting began")})
	b.event(record.Event{ID: "ev7", Class: "MOBILIZE", Label: "move", Status: status(news.Denied), Participants: taking(news.Actor, who("", "troops")),
		Evidence: b.all("r4", "troops had moved")})
	b.event(record.Event{ID: "ev8", Class: "CONSULT", Label: "doubt", Base: base(.2, "event/weak"), Evidence: b.all("r2", "talks would last")})
	b.event(record.Event{ID: "ev9", Class: "COOPERATE", Label: "exchange", Status: status(news.Held), Participants: append(
		taking(news.Actor, who("veldamar", "Veldamar")), taking(news.Recipient, who("karsk", "Karsk"))...),
		Time: on("2031-04-02", "Wednesday"), Evidence: b.all("r6", "exchanged 40 prisoners")})
}

func (b *builder) quote(q record.Quote) {
	q.Type = "quote"
	q.Base = base(.95, "quote/marks")
	q.Support = b.support(q.Evidence)
	b.Quotes = append(b.Quotes, q)
}

func (b *builder) richQuotes() {
	long, short := "We will talk about everything, and about the harbour first,", "We shall speak about everything and the harbour first,"
	b.quote(record.Quote{ID: "q1", Form: news.Direct, Text: long, Speaker: party("toland", "Toland"), Cue: opt("told"), Venue: opt("told reporters"), Via: []string{"Meridian"},
		Evidence: b.all("r1", long, "r2", short), Versions: []record.Version{
			{Report: "r1", Text: long, Evidence: b.all("r1", long)}, {Report: "r2", Text: short, Evidence: b.all("r2", short)}}})
	b.quote(record.Quote{ID: "q2", Form: news.Direct, Text: "Nobody gains from a closed harbour,", Speaker: party("sund", "Lia Sund"), Cue: opt("said"), Evidence: b.all("r5", "Nobody gains from a closed harbour,")})
	b.quote(record.Quote{ID: "q3", Form: news.Indirect, Text: "the talks would last", Speaker: unnamed("A diplomat from Karsk", party("karsk", "Karsk")), Cue: opt("doubted"), Hedged: true,
		Evidence: b.all("r2", "the talks would last")})
	b.quote(record.Quote{ID: "q4", Form: news.Indirect, Text: "troops had moved", Cue: opt("denied"), Negated: true, Evidence: b.all("r4", "troops had moved")})
	rejected := record.Quote{ID: "q5", Form: news.Direct, Text: "The ministers", Evidence: b.all("r3", "The ministers")}
	b.quote(rejected)
	b.Quotes[len(b.Quotes)-1].Review = opt("rejected")
}

func (b *builder) position(p record.Position) {
	p.Type = "position"
	p.Base = base(.8, "position/verb")
	p.Support = b.support(p.Evidence)
	b.Positions = append(b.Positions, p)
}

func (b *builder) richPositions() {
	harbour := []string{"harbour", "return"}
	b.position(record.Position{ID: "po1", Holder: party("veldamar", "Veldamar"), Stance: news.Demand, Issue: record.Issue{Label: "the return of the harbour of Sarn", Terms: harbour},
		Target: party("karsk", "Karsk"), Evidence: b.all("r1", "demands the return of the harbour of Sarn")})
	b.position(record.Position{ID: "po2", Holder: party("karsk", "Karsk"), Stance: news.Reject, Issue: record.Issue{Label: "the return of the harbour", Terms: harbour},
		Said: on("2031-05-14", ""), Evidence: b.all("r3", "rejects the return of the harbour")})
	b.position(record.Position{ID: "po3", Holder: party("harn", "Harn"), SpeaksFor: party("karsk", "Karsk"), Stance: news.Accept, Issue: record.Issue{Label: "a joint harbour board", Terms: []string{"board", "harbour"}},
		Said: on("2031-05-16", ""), Via: []string{"Meridian"}, Changes: ref("po2"), Evidence: b.all("r4", "would accept a joint harbour board")})
	b.position(record.Position{ID: "po4", Holder: party("karsk", "Karsk"), Stance: news.Demand, Issue: record.Issue{Label: "an end of sanctions", Terms: []string{"end", "sanction"}},
		Evidence: b.all("r5", "wants sanctions to end soon")})
}

func (b *builder) figure(f record.Figure) {
	f.Type = "figure"
	f.Base = base(.85, "figure/count")
	f.Support = b.support(f.Evidence)
	b.Figures = append(b.Figures, f)
}

func (b *builder) richFigures() {
	killed := opt("people killed in Sarn")
	mayor := party("", "the mayor")
	b.figure(record.Figure{ID: "f1", Value: num(12), Low: num(12), Bound: opt("at least"), Of: killed, SaidBy: mayor, Time: on("2031-05-12", ""), Evidence: b.all("r1", "At least 12 people")})
	b.figure(record.Figure{ID: "f2", Value: num(31), Low: num(31), Bound: opt("at least"), Of: killed, SaidBy: mayor, Time: on("2031-05-14", ""), Evidence: b.all("r3", "At least 31 people")})
	b.figure(record.Figure{ID: "f3", Value: num(45), Low: num(45), High: num(45), Of: killed, SaidBy: mayor, Time: on("2031-05-16", ""), Evidence: b.all("r4", "Forty-five people")})
	b.figure(record.Figure{ID: "f4", Value: num(40), Low: num(40), High: num(40), Of: opt("prisoners"), Evidence: b.all("r6", "40 prisoners")})
}

func (b *builder) differ(id, about, kind, field, diff string, claims ...record.Claim) {
	b.Differences = append(b.Differences, record.Difference{Type: "difference", ID: record.ID(id), About: record.Ref{Type: kind, ID: record.ID(about)},
		Field: field, DiffKind: diff, Versions: claims, Base: base(.9, "differ/"+diff)})
}

func (b *builder) claim(value string, pairs ...string) record.Claim {
	c := record.Claim{Value: value, Evidence: b.all(pairs...)}
	for _, e := range c.Evidence {
		c.Reports = append(c.Reports, e.Report)
		c.Origins = append(c.Origins, *b.reports[e.Report].Origin)
	}
	return c
}

func (b *builder) richDifferences() {
	b.differ("d1", "ev1", "event", "time", "update", b.claim("Thursday 15 May 2031", "r1", "on Thursday", "r2", "on Thursday"), b.claim("Friday 16 May 2031", "r3", "put off to Friday"))
	b.differ("d2", "q1", "quote", "wording", "wording", b.claim("We will talk about everything", "r1", "We will talk about everything"), b.claim("We shall speak about everything", "r2", "We shall speak about everything"))
	b.differ("d3", "harn", "entity", "spelling", "spelling", b.claim("Josef Harn", "r1", "Josef Harn"), b.claim("Joseph Harn", "r4", "Joseph Harn"))
	b.differ("d4", "ev2", "event", "place", "conflict", b.claim("Ilvane", "r4", "met in Ilvane"), b.claim("Brenn", "r3", "to Brenn"))
	b.differ("d5", "f1", "figure", "value", "scope", b.claim("12", "r1", "12 people"), b.claim("45", "r4", "Forty-five people"))
	b.differ("d6", "ev3", "event", "existence", "only", b.claim("told", "r3", "was called off"))
}
