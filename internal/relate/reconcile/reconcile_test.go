package reconcile

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// desk lays out reports by hand; people are entities by name, places too.
type desk struct {
	t    *testing.T
	view View
	of   map[string]int32
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, of: map[string]int32{}}
	d.view = View{Canon: map[string]int32{}, Origin: func(r int32, _ text.Span) record.ID { return record.ID("o" + string(rune('a'+r))) }}
	return d
}

// report begins a report of one story with one sentence a line.
func (d *desk) report(day, body string) *news.Analysis {
	a := &news.Analysis{Doc: &news.Document{Text: body, Published: news.Stamp{Value: day, Basis: news.Given}}}
	at := 0
	for _, line := range strings.SplitAfter(body, "\n") {
		a.Sentences = append(a.Sentences, news.Sentence{Span: text.At(at, at+len(strings.TrimRight(line, "\n")))})
		at += len(line)
	}
	d.view.Reports = append(d.view.Reports, a)
	d.view.IDs = append(d.view.IDs, record.ID("r"+string(rune('a'+len(d.view.IDs)))))
	d.view.Days = append(d.view.Days, a.Day())
	d.view.Story, d.view.Affair = append(d.view.Story, 0), append(d.view.Affair, 0)
	d.view.Values, d.view.Entity = append(d.view.Values, nil), append(d.view.Entity, nil)
	return a
}

// span is where part stands in the last report.
func (d *desk) span(part string) text.Span {
	a := d.view.Reports[len(d.view.Reports)-1]
	at := strings.Index(a.Doc.Text, part)
	if at < 0 {
		d.t.Fatalf("%q is not in %q", part, a.Doc.Text)
	}
	return text.At(at, at+len(part))
}

// party is the entity of a name in the last report.
func (d *desk) party(name string, kind news.Kind) news.Party {
	n := len(d.view.Reports) - 1
	a := d.view.Reports[n]
	if d.of[name] == 0 {
		d.view.EntityID = append(d.view.EntityID, record.ID("e"+name))
		d.view.EntityName, d.view.EntityKind = append(d.view.EntityName, name), append(d.view.EntityKind, kind)
		d.of[name] = int32(len(d.view.EntityID))
	}
	a.Chains = append(a.Chains, news.Chain{Kind: kind, Name: name, Named: true})
	d.view.Entity[n] = append(d.view.Entity[n], d.of[name])
	s := d.span(name)
	a.Mentions = append(a.Mentions, news.Mention{Span: s, Kind: kind, Chain: news.ChainID(len(a.Chains))})
	a.Chains[len(a.Chains)-1].Mentions = []news.MentionID{news.MentionID(len(a.Mentions))}
	return news.Party{Chain: news.ChainID(len(a.Chains)), Span: s}
}

// when adds a time to the last report.
func (d *desk) when(phrase, value string) news.TimeID {
	n := len(d.view.Reports) - 1
	a := d.view.Reports[n]
	s := d.span(phrase)
	a.Times = append(a.Times, news.Time{Span: s, Sentence: a.SentenceAt(s.Start), Kind: news.Date, Value: value})
	d.view.Values[n] = append(d.view.Values[n], value)
	return news.TimeID(len(a.Times))
}

func (d *desk) quote(form news.QuoteForm, said string, by news.Party) {
	a := d.view.Reports[len(d.view.Reports)-1]
	s := d.span(said)
	a.Quotes = append(a.Quotes, news.Quote{Form: form, Parts: []text.Span{s}, Speaker: by, Sentence: a.SentenceAt(s.Start), Rule: "test"})
}

func (d *desk) meeting(trigger string, status news.Status, at news.TimeID, where news.Party, who ...news.Party) {
	a := d.view.Reports[len(d.view.Reports)-1]
	s := d.span(trigger)
	e := news.Event{Class: "CONSULT", Label: "meet", Status: status, Trigger: s, Sentence: a.SentenceAt(s.Start), Time: at, Place: where, Rule: "test"}
	for _, p := range who {
		e.Participants = append(e.Participants, news.Participant{Party: p, Role: news.Actor})
	}
	a.Events = append(a.Events, e)
}

func (d *desk) figure(number string, value float64, of string) {
	a := d.view.Reports[len(d.view.Reports)-1]
	s := d.span(number)
	f := news.Figure{Span: s, Value: value, Low: value, High: value, Sentence: a.SentenceAt(s.Start), Rule: "test"}
	if of != "" {
		f.Of = d.span(of)
	}
	a.Figures = append(a.Figures, f)
}

func (d *desk) reconcile() *record.Record {
	r := &record.Record{}
	Reconcile(&d.view, r)
	return r
}

// kinds are the fields and kinds of the differences, in order.
func kinds(r *record.Record) (out []string) {
	for _, d := range r.Differences {
		out = append(out, d.Field+" "+d.DiffKind)
	}
	return out
}

func TestTwoTranslationsAreOneQuote(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", `Vask said: "We seek to restore the entire complex of relations with Sudmark and prepare a meeting of the two premiers."`)
	d.quote(news.Direct, "We seek to restore the entire complex of relations with Sudmark and prepare a meeting of the two premiers.", d.party("Vask", news.Person))
	d.report("2031-03-03", `"Our aim is restoring the whole complex of relations with Sudmark," Vask told reporters.`)
	d.quote(news.Direct, "Our aim is restoring the whole complex of relations with Sudmark,", d.party("Vask", news.Person))
	d.report("2031-03-03", `"The dam will be finished by the autumn," Vask said.`)
	d.quote(news.Direct, "The dam will be finished by the autumn,", d.party("Vask", news.Person))
	r := d.reconcile()
	if len(r.Quotes) != 2 || len(r.Quotes[0].Versions) != 2 || r.Quotes[0].Support.Origins != 2 {
		t.Fatalf("quotes %+v", r.Quotes)
	}
	if got := kinds(r); len(got) != 1 || got[0] != "wording wording" {
		t.Errorf("differences %v, want one of wording", got)
	}
}

func TestSameWordsOfTwoSpeakersConflict(t *testing.T) {
	const said = "The bridge over the Orr will be closed to every lorry from Monday until the flood has passed"
	d := newDesk(t)
	d.report("2031-03-03", `Vask said: "`+said+`."`)
	d.quote(news.Direct, said, d.party("Vask", news.Person))
	d.report("2031-03-03", `Orlen said: "`+said+`."`)
	d.quote(news.Direct, said, d.party("Orlen", news.Person))
	if got := kinds(d.reconcile()); len(got) != 1 || got[0] != "speaker conflict" {
		t.Errorf("differences %v, want a conflict of speakers", got)
	}
}

func TestAnotherReportNamesTheSpeaker(t *testing.T) {
	const said = "The bridge over the Orr will be closed to every lorry from Monday until the flood has passed"
	d := newDesk(t)
	a := d.report("2031-03-03", `Feld smiled. "`+said+`," she said.`)
	feld := d.party("Feld", news.Person)
	a.Mentions = append(a.Mentions, news.Mention{Span: d.span("she"), Kind: news.Person, Form: news.Pronoun, Chain: feld.Chain})
	a.Chains[0].Mentions = append(a.Chains[0].Mentions, 2)
	feld.Span = d.span("she")
	d.quote(news.Direct, said, feld)
	d.report("2031-03-04", `"`+said+`," Vask said.`)
	d.quote(news.Direct, said, d.party("Vask", news.Person))
	r := d.reconcile()
	if len(r.Quotes) != 1 || r.Quotes[0].Speaker.Text != "Vask" || len(r.Differences) != 0 {
		t.Errorf("quotes %+v, differences %v, want one quote by Vask", r.Quotes, kinds(r))
	}
}

func TestOneMeetingAndAnother(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Vask and Orlen will meet in Tarn on Tuesday to talk about the dam.")
	d.meeting("meet", news.Planned, d.when("Tuesday", "2031-03-04"), d.party("Tarn", news.Place), d.party("Vask", news.Person), d.party("Orlen", news.Person))
	d.report("2031-03-05", "Vask and Orlen met in Tarn on Tuesday and talked about the dam.")
	d.meeting("met", news.Held, d.when("Tuesday", "2031-03-04"), d.party("Tarn", news.Place), d.party("Vask", news.Person), d.party("Orlen", news.Person))
	d.report("2031-03-05", "In Tarn, Feld met Brandt on Tuesday about timber.")
	d.meeting("met", news.Held, d.when("Tuesday", "2031-03-04"), d.party("Tarn", news.Place), d.party("Feld", news.Person), d.party("Brandt", news.Person))
	d.report("2031-03-20", "Vask and Orlen will meet in Tarn on Friday to talk about the dam.")
	d.meeting("meet", news.Planned, d.when("Friday", "2031-03-21"), d.party("Tarn", news.Place), d.party("Vask", news.Person), d.party("Orlen", news.Person))
	r := d.reconcile()
	if len(r.Events) != 3 {
		t.Fatalf("%d events, want three: the talks, Feld's, and the talks of the 21st", len(r.Events))
	}
	e := r.Events[0]
	if e.Support.Reports != 2 || *e.Status != news.Held || *e.Time.Value != "2031-03-04" {
		t.Errorf("merged event %+v", e)
	}
	if got := kinds(r); len(got) != 1 || got[0] != "status update" {
		t.Errorf("differences %v, want that it was planned and then held", got)
	}
}

func TestMovedMeetingIsOne(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Vask and Orlen will meet in Tarn on Thursday to talk about the dam.")
	d.meeting("meet", news.Planned, d.when("Thursday", "2031-03-06"), d.party("Tarn", news.Place), d.party("Vask", news.Person), d.party("Orlen", news.Person))
	a := d.report("2031-03-05", "The meeting of Vask and Orlen has been moved from Thursday to Monday and from Tarn to Velm.")
	d.party("Tarn", news.Place)
	d.when("Thursday", "2031-03-06")
	d.meeting("meeting", news.Planned, d.when("Monday", "2031-03-10"), d.party("Velm", news.Place), d.party("Vask", news.Person), d.party("Orlen", news.Person))
	if len(a.Mentions) != 4 {
		t.Fatal("the test's own mentions are wrong")
	}
	r := d.reconcile()
	if len(r.Events) != 1 || *r.Events[0].Time.Value != "2031-03-10" || r.Events[0].Place.Text != "Velm" {
		t.Fatalf("events %+v, want one, on the 10th in Velm", r.Events)
	}
	if got := kinds(r); len(got) != 2 || got[0] != "time update" || got[1] != "place update" {
		t.Errorf("differences %v, want that time and place were moved", got)
	}
}

// TestTheTownMayBeTheHosts tells of talks in a town that were moved to another day,
// in a place that takes part in them, of which the town may be one, or does not.
func TestTheTownMayBeTheHosts(t *testing.T) {
	for host, want := range map[string]bool{"Norvia": false, "Velm": true} {
		d := newDesk(t)
		d.report("2031-03-03", "Norvia and Orlen will hold talks in Tarn on Thursday about the dam.")
		d.meeting("talks", news.Planned, d.when("Thursday", "2031-03-06"), d.party("Tarn", news.Place), d.party("Norvia", news.Place), d.party("Orlen", news.Person))
		d.report("2031-03-05", "The talks of Norvia and Orlen in "+host+" have been moved from Thursday to Monday.")
		d.when("Thursday", "2031-03-06")
		d.meeting("talks", news.Planned, d.when("Monday", "2031-03-10"), d.party(host, news.Place), d.party("Norvia", news.Place), d.party("Orlen", news.Person))
		r := d.reconcile()
		if len(r.Events) != 1 {
			t.Fatalf("%s: %d events, want one", host, len(r.Events))
		}
		if got := slices.ContainsFunc(kinds(r), func(k string) bool { return strings.HasPrefix(k, "place") }); got != want {
			t.Errorf("%s: differences %v, want one of place: %v", host, kinds(r), want)
		}
	}
}

func TestClassAndDateAloneMakeNoEvent(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Vask met Orlen on Monday.")
	d.meeting("met", news.Held, d.when("Monday", "2031-03-03"), news.Party{}, d.party("Vask", news.Person), d.party("Orlen", news.Person))
	d.report("2031-03-03", "On Monday growers met to set prices.")
	d.meeting("met", news.Held, d.when("Monday", "2031-03-03"), news.Party{})
	if r := d.reconcile(); len(r.Events) != 2 {
		t.Errorf("%d events, want two", len(r.Events))
	}
}

func TestRisingTollIsAnUpdate(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "At least 12 people were killed when the dam broke.")
	d.figure("12", 12, "people")
	d.report("2031-03-04", "The breach of the dam killed 17 people and injured 40.")
	d.figure("17", 17, "people")
	d.figure("40", 40, "")
	d.report("2031-03-04", "17 dead after dam breaks")
	d.figure("17", 17, "dead")
	r := d.reconcile()
	if len(r.Figures) != 3 {
		t.Errorf("%d figures, want 12, 17 (told twice) and 40", len(r.Figures))
	}
	if got := kinds(r); len(got) != 1 || got[0] != "value update" {
		t.Errorf("differences %v, want one update", got)
	}
}

// TestOneFigureDiffersOnce: the second sentence about 45 ships is like both of
// the others, and each is like one of the earlier ones only; still there is one
// difference in the value, and no id stands twice.
func TestOneFigureDiffersOnce(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Customs in Velm counted 40 ships with grain, copper, timber and salt.")
	d.figure("40", 40, "ships")
	d.report("2031-03-03", "Pilots in Tarn guided 42 ships with wool, paper, sugar and glass.")
	d.figure("42", 42, "ships")
	d.report("2031-03-05", "Customs in Velm counted 45 ships with grain, copper, timber and salt; pilots in Tarn guided wool, paper and sugar.")
	d.figure("45", 45, "ships")
	d.report("2031-03-05", "Pilots in Tarn guided 45 ships with wool, paper, sugar and glass.")
	d.figure("45", 45, "ships")
	r := d.reconcile()
	if len(r.Figures) != 3 {
		t.Fatalf("%d figures, want 40, 42 and 45 (told twice)", len(r.Figures))
	}
	if got := kinds(r); len(got) != 1 || got[0] != "value update" {
		t.Errorf("differences %v, want one update", got)
	}
	ids := map[record.ID]bool{}
	for _, x := range r.Differences {
		if ids[x.ID] {
			t.Errorf("the id %s stands twice", x.ID)
		}
		ids[x.ID] = true
	}
}

func TestOutcomeBy(t *testing.T) {
	for _, c := range []struct{ before, behind, want string }{
		{"", " people were killed and ", "dead"},
		{"Fifty people were killed and ", " injured when the wall fell", "injured"},
		{"The flood killed at least ", " people and wounded over 400", "dead"},
		{"The death toll rose to ", ".", "dead"},
		{"", " boats were at sea", ""},
		{"58 killed, ", " injured", "injured"},
	} {
		if got := outcomeBy(c.before, c.behind); got != c.want {
			t.Errorf("%q N %q: %q, want %q", c.before, c.behind, got, c.want)
		}
	}
}

func TestHolderTurns(t *testing.T) {
	d := newDesk(t)
	position := func(stance news.Stance, issue string, terms ...string) {
		a := d.view.Reports[len(d.view.Reports)-1]
		a.Positions = append(a.Positions, news.Position{Holder: d.party("Vask", news.Person), Stance: stance, Issue: d.span(issue), Terms: terms, Sentence: 1, Rule: "test"})
	}
	d.report("2031-03-03", "Vask ruled out foreign observers at the dam.")
	position(news.Reject, "foreign observers at the dam", "dam", "foreign", "observer")
	d.report("2031-03-09", "Vask said foreign observers at the dam would be welcome.")
	position(news.Accept, "foreign observers at the dam", "dam", "foreign", "observer")
	d.report("2031-03-09", "Vask again offered timber.")
	position(news.Offer, "timber", "timber")
	r := d.reconcile()
	if len(r.Positions) != 3 || r.Positions[1].Changes == nil || *r.Positions[1].Changes != r.Positions[0].ID {
		t.Errorf("the turn is not marked: %+v", r.Positions)
	}
	if r.Positions[0].Changes != nil || r.Positions[2].Changes != nil {
		t.Error("a position that changes nothing is marked as a change")
	}
}

func TestDatesNeedMoreThanLikeness(t *testing.T) {
	d := newDesk(t)
	const said = "We shall restore the entire complex of relations with our neighbour Sudmark"
	dated := d.report("2031-03-03", `Vask said: "`+said+`." Vask and Orlen will meet in Tarn on Tuesday to talk about the dam.`)
	d.quote(news.Direct, said, d.party("Vask", news.Person))
	d.when("Tuesday", "2031-03-04")
	copied := d.report("", `"`+said+`," Vask told reporters. Vask and Orlen will meet in Tarn on Tuesday for talks about the dam.`)
	d.quote(news.Direct, said, d.party("Vask", news.Person))
	copied.Times = []news.Time{{Span: d.span("Tuesday"), Sentence: 1, Kind: news.Date, Expr: news.Expr{Pick: "XXXX-WXX-2", Side: news.Future}}}
	like := d.report("", "Orlen said that he would be in Tarn on Tuesday.")
	got := Dates([]*news.Analysis{dated, copied, like}, []int32{0, 0, 0}, nil)
	if len(got) != 1 || got[0].Report != 1 || got[0].Day.String() != "2031-03-03" || len(got[0].Evidence) == 0 {
		t.Errorf("estimates %+v, want the day of the dated report for the second only", got)
	}
}

func TestDatesByWeekdays(t *testing.T) {
	d := newDesk(t)
	one := d.report("2031-03-03", "A gunman opened fire at the harbour festival in Tarn on Sunday night, police said.")
	d.when("Sunday night", "2031-03-02TNI")
	two := d.report("2031-03-04", "The gunman who opened fire at the harbour festival in Tarn on Sunday night is dead.")
	d.when("Sunday night", "2031-03-02TNI")
	open := d.report("", "A gunman opened fire at the harbour festival in Tarn on Sunday night.\nA hotel shut on Monday.")
	past := func(phrase, pick string, s news.SentenceID) news.Time {
		return news.Time{Span: d.span(phrase), Sentence: s, Kind: news.Date, Expr: news.Expr{Pick: pick, Side: news.Past}}
	}
	open.Times = []news.Time{past("Sunday night", "XXXX-WXX-7", 1), past("Monday", "XXXX-WXX-1", 2)}
	got := Dates([]*news.Analysis{one, two, open}, []int32{0, 0, 0}, nil)
	if len(got) != 1 || got[0].Day.String() != "2031-03-03" || len(got[0].Evidence) == 0 {
		t.Errorf("estimates %+v, want the Monday", got)
	}
	if got := Dates([]*news.Analysis{one, open}, []int32{0, 0}, nil); len(got) != 0 {
		t.Errorf("estimates %+v by a single report", got)
	}
}
