package reconcile

import (
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// deed adds an event with a doer and whom it is done to, either of them none,
// to the last report.
func (d *desk) deed(class, trigger string, status news.Status, at news.TimeID, doer, sufferer news.Party) {
	a := d.view.Reports[len(d.view.Reports)-1]
	s := d.span(trigger)
	e := news.Event{Class: class, Label: trigger, Status: status, Trigger: s, Sentence: a.SentenceAt(s.Start), Time: at, Rule: "test"}
	if !doer.IsZero() {
		e.Participants = append(e.Participants, news.Participant{Party: doer, Role: news.Actor})
	}
	if !sufferer.IsZero() {
		e.Participants = append(e.Participants, news.Participant{Party: sufferer, Role: news.Recipient})
	}
	a.Events = append(a.Events, e)
}

// unnamed is a party in words of the last report that are nobody's name.
func (d *desk) unnamed(words string) news.Party { return news.Party{Span: d.span(words)} }

func eventsOf(r *record.Record) (out [][]string) {
	for _, e := range r.Events {
		var reports []string
		for _, ev := range e.Evidence {
			reports = append(reports, string(ev.Report))
		}
		out = append(out, reports)
	}
	return out
}

func TestAThreatByOneIsNoneByTheOther(t *testing.T) {
	threat := func(first, second string) int {
		d := newDesk(t)
		for _, by := range []string{first, second} {
			d.report("2031-03-03", "Norlin and Sudmark: "+by+" threatened to close the strait on Monday.")
			norlin, sudmark := d.party("Norlin", news.State), d.party("Sudmark", news.State)
			if by == "Norlin" {
				d.deed("THREATEN", "threatened", news.Held, d.when("Monday", "2031-03-03"), norlin, sudmark)
			} else {
				d.deed("THREATEN", "threatened", news.Held, d.when("Monday", "2031-03-03"), sudmark, norlin)
			}
		}
		return len(d.reconcile().Events)
	}
	if n := threat("Norlin", "Norlin"); n != 1 {
		t.Errorf("one threat in two reports is %d", n)
	}
	if n := threat("Norlin", "Sudmark"); n != 2 {
		t.Errorf("two threats are %d", n)
	}
}

func TestOtherReportsTellThatOneIsToldTwice(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-04", "Norlin charges Orlen.\nThe court charged Orlen on Monday.")
	norlin, orlen := d.party("Norlin", news.State), d.party("Orlen", news.Person)
	d.deed("ACCUSE", "charges", news.UnderWay, 0, norlin, news.Party{})
	d.deed("ACCUSE", "charged", news.Held, d.when("Monday", "2031-03-03"), news.Party{}, orlen)
	a := d.view.Reports[0]
	a.Events[0].Mode, a.Events[1].Mode, a.Events[0].Status = "investigate", "investigate", news.Held
	d.report("2031-03-04", "Norlin charged Orlen on Monday.")
	d.deed("ACCUSE", "charged", news.Held, d.when("Monday", "2031-03-03"), d.party("Norlin", news.State), d.party("Orlen", news.Person))
	d.view.Reports[1].Events[0].Mode = "investigate"
	if got := eventsOf(d.reconcile()); len(got) != 1 {
		t.Errorf("one charge is %v", got)
	}
}

func TestHistoryOfOneDayInOneTownIsOne(t *testing.T) {
	d := newDesk(t)
	for i, r := range []struct{ text, trigger, day string }{
		{"After gunmen attacked a club in Lutava on 3 March the premier wept for hours beside its broken door.", "attacked", "3 March"},
		{"Exactly one year ago insurgents killed dozens of guests at the opera in Lutava.", "killed", "one year ago"},
	} {
		d.report("2031-03-04", r.text)
		d.deed("ASSAULT", r.trigger, news.Held, d.when(r.day, "2030-03-03"), news.Party{}, news.Party{})
		e := &d.view.Reports[i].Events[0]
		e.Place, e.Background = d.party("Lutava", news.Place), true
	}
	if n := len(d.reconcile().Events); n != 1 {
		t.Errorf("what two reports tell of one day and town to explain is %d events", n)
	}
}

func TestWhatWasDoneInAnotherCaseIsAnotherEvent(t *testing.T) {
	sentences := func(apart bool) int {
		d := newDesk(t)
		for i, s := range []string{
			"A court in Norlin sentenced Ada Orlen to three years for insulting the judges.",
			"Norlin sentenced Ada Orlen to ten years in two other trials for insulting the judges.",
		} {
			d.report("2031-03-04", s)
			d.deed("SANCTION", "sentenced", news.Held, 0, d.party("Norlin", news.State), d.party("Ada Orlen", news.Person))
			d.view.Reports[i].Events[0].Apart = apart && i == 1
		}
		return len(d.reconcile().Events)
	}
	if n := sentences(false); n != 1 {
		t.Errorf("one sentence in two reports is %d events", n)
	}
	if n := sentences(true); n != 2 {
		t.Errorf("a sentence and that of another case are %d events", n)
	}
}

func TestARequestIsNotThatOfLastMonth(t *testing.T) {
	requests := func(day string) int {
		d := newDesk(t)
		for _, r := range []struct{ day, text string }{
			{"2031-03-04", "Norlin has requested an urgent session of the League of Ports over the rocket."},
			{day, "Norlin also requested that the League of Ports hold an urgent session over the rocket."},
		} {
			d.report(r.day, r.text)
			d.deed("REQUEST", "requested", news.Held, 0, d.party("Norlin", news.State), d.party("League of Ports", news.Organization))
		}
		d.view.Story[1] = d.view.Story[0] + 1
		return len(d.reconcile().Events)
	}
	if n := requests("2031-03-05"); n != 1 {
		t.Errorf("one request in two reports is %d", n)
	}
	if n := requests("2031-03-24"); n != 2 {
		t.Errorf("requests of two months are %d", n)
	}
}

func TestAFridayOfNoWeekIsNoTuesday(t *testing.T) {
	launch := func(weekday, pick string) int {
		d := newDesk(t)
		d.report("2031-03-04", "Norlin launched a rocket on Tuesday.")
		d.deed("MOBILIZE", "launched", news.Held, d.when("Tuesday", "2031-03-04"), d.party("Norlin", news.State), news.Party{})
		a := d.report("", "Norlin launched a rocket on "+weekday+".")
		at := d.when(weekday, "")
		a.Times[0].Expr.Pick = pick
		d.deed("MOBILIZE", "launched", news.Held, at, d.party("Norlin", news.State), news.Party{})
		return len(d.reconcile().Events)
	}
	if n := launch("Friday", "XXXX-WXX-5"); n != 2 {
		t.Errorf("a launch on Tuesday and one on Friday are %d", n)
	}
	if n := launch("Tuesday", "XXXX-WXX-2"); n != 1 {
		t.Errorf("two on Tuesday are %d", n)
	}
}

func TestWhatANamedOneIsCalled(t *testing.T) {
	for _, c := range []struct {
		sufferer string
		want     int
	}{{"the driver", 1}, {"the guard", 2}} {
		d := newDesk(t)
		a := d.report("2031-03-03", "Police shot Orlen, the driver of the lorry, in the market square.")
		orlen := d.party("Orlen", news.Person)
		a.Mentions = append(a.Mentions, news.Mention{Span: d.span("the driver"), Form: news.Nominal, Chain: orlen.Chain})
		a.Chains[0].Mentions = append(a.Chains[0].Mentions, 2)
		d.deed("ASSAULT", "shot", news.Held, 0, d.unnamed("Police"), orlen)
		d.report("2031-03-03", "A man was shot: police shot "+c.sufferer+" of a lorry, who stood in the square.")
		d.deed("ASSAULT", "shot", news.Held, 0, news.Party{}, d.unnamed(c.sufferer))
		if got := eventsOf(d.reconcile()); len(got) != c.want {
			t.Errorf("%s: %v", c.sufferer, got)
		}
	}
}

func TestTheSameSidesWithinDays(t *testing.T) {
	for _, c := range []struct {
		day, sufferer string
		want          int
	}{{"2031-03-05", "a guard", 1}, {"2031-03-05", "a nurse", 2}, {"2031-04-05", "a guard", 2}} {
		d := newDesk(t)
		for _, day := range []string{"2031-03-03", c.day} {
			body := "Judges of the upper court heard for many hours on end, from eleven witnesses, that Orlen had struck a guard."
			if len(d.view.Reports) > 0 {
				body = "Filmed by a neighbour whose window faces the narrow street, Orlen struck " + c.sufferer + " and fled towards the harbour."
			}
			d.report(day, "The market was full.\nIt rained.\nStalls were open.\n"+body)
			who := "a guard"
			if len(d.view.Reports) > 1 {
				who = c.sufferer
			}
			d.deed("ASSAULT", "struck", news.Held, 0, d.party("Orlen", news.Person), d.unnamed(who))
		}
		if got := eventsOf(d.reconcile()); len(got) != c.want {
			t.Errorf("%s, %s: %v", c.day, c.sufferer, got)
		}
	}
}

func TestOneWordThatTellsOfTwoCalls(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-04", "Vask recalled her calls to Orlen and Keld on Monday.")
	at := d.when("Monday", "2031-03-03")
	vask, orlen, keld := d.party("Vask", news.Person), d.party("Orlen", news.Person), d.party("Keld", news.Person)
	d.meeting("calls", news.Held, at, news.Party{}, vask, orlen)
	d.meeting("calls", news.Held, at, news.Party{}, vask, keld)
	d.report("2031-03-04", "Vask called Orlen on Monday.")
	d.meeting("called", news.Held, d.when("Monday", "2031-03-03"), news.Party{}, d.party("Vask", news.Person), d.party("Orlen", news.Person))
	if got := eventsOf(d.reconcile()); len(got) != 2 || len(got[0]) != 2 {
		t.Errorf("%v", got)
	}
}

func TestWhoSpeaksForWhom(t *testing.T) {
	for _, c := range []struct {
		of   string
		want int
	}{{"Norlin", 1}, {"Sudmark", 2}} {
		d := newDesk(t)
		d.report("2031-03-03", "The market was full.\nIt rained.\nStalls were open.\nNorlin condemned the closing of the Lark strait.")
		d.deed("ACCUSE", "condemned", news.Held, 0, d.party("Norlin", news.State), news.Party{})
		d.report("2031-03-03", "Few came.\nIt rained.\nStalls were open.\nOrlen, who speaks for "+c.of+", condemned the closing of the strait.")
		of, orlen := d.party(c.of, news.State), d.party("Orlen", news.Person)
		d.view.Reports[1].Chains[orlen.Chain-1].Of = of.Chain
		d.deed("ACCUSE", "condemned", news.Held, 0, orlen, news.Party{})
		if got := eventsOf(d.reconcile()); len(got) != c.want {
			t.Errorf("for %s: %v", c.of, got)
		}
	}
}

func TestToldThisYearBeforeItCame(t *testing.T) {
	for day, want := range map[string]int{"2031-03-04": 1, "2031-05-20": 2} {
		d := newDesk(t)
		d.report("2031-03-04", "Norlin launched a rocket over the Lark strait this year.")
		d.deed("MOBILIZE", "launched", news.Held, d.when("this year", "2031"), d.party("Norlin", news.State), news.Party{})
		d.report("2031-05-21", "Norlin launched a rocket over the Lark strait that day.")
		d.deed("MOBILIZE", "launched", news.Held, d.when("that day", day), d.party("Norlin", news.State), news.Party{})
		if got := eventsOf(d.reconcile()); len(got) != want {
			t.Errorf("%s: %v", day, got)
		}
	}
}

func TestManyAreNotTheOne(t *testing.T) {
	lines := func(doer string) int {
		d := newDesk(t)
		d.report("2031-03-03", "Anna Vask accused Orlen of theft from the relief fund.")
		d.deed("ACCUSE", "accused", news.Held, 0, d.party("Anna Vask", news.Person), d.party("Orlen", news.Person))
		d.report("2031-03-03", doer+" accused Orlen of theft from the relief fund.")
		d.deed("ACCUSE", "accused", news.Held, 0, d.unnamed(doer), d.party("Orlen", news.Person))
		return len(d.reconcile().Events)
	}
	for doer, want := range map[string]int{"Dozens of clerks": 2, "More than 60 clerks": 2, "A clerk": 1} {
		if n := lines(doer); n != want {
			t.Errorf("%s and Anna Vask: %d accusations, want %d", doer, n, want)
		}
	}
}
