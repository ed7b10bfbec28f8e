package reconcile

import (
	"slices"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

func TestAMeetingMovedThenToldOfItsWeekThenHeld(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Norlin and Sudmark will hold talks in Harne on Thursday.")
	d.meeting("talks", news.Planned, d.when("Thursday", "2031-03-06"), d.party("Harne", news.Place), d.party("Norlin", news.State), d.party("Sudmark", news.State))
	d.report("2031-03-05", "The talks of Norlin and Sudmark were moved from Thursday to Monday and from Harne to Lisk.")
	thursday := d.when("Thursday", "2031-03-06")
	d.when("Monday", "2031-03-10")
	d.meeting("talks", news.Postponed, thursday, d.party("Lisk", news.Place), d.party("Norlin", news.State), d.party("Sudmark", news.State))
	d.report("2031-03-06", "Lisk will host Norlin and Sudmark next week.\nThe talks of Norlin and Sudmark in Lisk will be on Tuesday.")
	d.meeting("host", news.Planned, d.when("next week", "2031-W11"), d.party("Lisk", news.Place), d.party("Norlin", news.State), d.party("Sudmark", news.State))
	d.meeting("talks", news.Planned, d.when("Tuesday", "2031-03-11"), news.Party{}, d.party("Norlin", news.State), d.party("Sudmark", news.State))
	d.report("2031-03-10", "Norlin and Sudmark met in Lisk on the lake.")
	d.meeting("met", news.Held, 0, d.party("Lisk", news.Place), d.party("Norlin", news.State), d.party("Sudmark", news.State))
	r := d.reconcile()
	if len(r.Events) != 1 || *r.Events[0].Status != news.Held {
		t.Fatalf("events %+v, want one, held", r.Events)
	}
	for _, want := range []string{"time update", "place update", "status update"} {
		if !slices.Contains(kinds(r), want) {
			t.Errorf("differences %v, want %s", kinds(r), want)
		}
	}
	for _, v := range r.Differences[0].Versions {
		if v.Value == "2031-W11" {
			t.Error("the week stands beside its own day")
		}
	}
}

// call adds a call of Vask and Halm to a new report.
func (d *desk) call(day, says, trigger, when, value string) {
	d.report(day, says)
	var at news.TimeID
	if when != "" {
		at = d.when(when, value)
	}
	d.meeting(trigger, news.Held, at, news.Party{}, d.party("Oren Vask", news.Person), d.party("Tova Halm", news.Person))
	a := d.view.Reports[len(d.view.Reports)-1]
	a.Events[0].Mode = "phone"
}

func TestTheOneTimeOfASentenceTellsWhen(t *testing.T) {
	times := func(second string) []string {
		d := newDesk(t)
		d.call("2031-03-13", "Oren Vask had a long call with Tova Halm on Monday.", "call", "Monday", "2031-03-10")
		d.call("2031-03-17", second, "call", "", "")
		d.when("Saturday", "2031-03-15")
		return kinds(d.reconcile())
	}
	if got := times("Oren Vask startled his party Saturday with a long call with Tova Halm."); len(got) != 1 || got[0] != "time conflict" {
		t.Errorf("a call on Monday and one on Saturday: %v", got)
	}
	if got := times("Oren Vask had a long call with Tova Halm.\nIt rained on Saturday."); len(got) != 0 {
		t.Errorf("another sentence's time is the call's: %v", got)
	}
}

func TestADayCountedFromAnEarlierSentenceMayBeOff(t *testing.T) {
	flights := func(leans bool) []string {
		d := newDesk(t)
		d.report("2031-03-10", "The ministers meet on Tuesday.\nOren Vask and Tova Halm will fly to Harne later in the day.")
		on := d.when("Tuesday", "2031-03-11")
		later := d.when("later in the day", "2031-03-11")
		if leans {
			d.view.Reports[0].Times[later-1].Expr = news.Expr{Of: on, Unit: news.Days}
		}
		d.meeting("fly", news.Planned, later, d.party("Harne", news.Place), d.party("Oren Vask", news.Person), d.party("Tova Halm", news.Person))
		d.report("2031-03-10", "Oren Vask and Tova Halm will fly to Harne on Monday.")
		d.meeting("fly", news.Planned, d.when("Monday", "2031-03-10"), d.party("Harne", news.Place), d.party("Oren Vask", news.Person), d.party("Tova Halm", news.Person))
		r := d.reconcile()
		if len(r.Events) != 1 || *r.Events[0].Time.Value != "2031-03-10" && leans {
			t.Errorf("events %+v, want one on the day that is told", r.Events)
		}
		return kinds(r)
	}
	if got := flights(true); len(got) != 0 {
		t.Errorf("a day that leans on another sentence: %v", got)
	}
	if got := flights(false); len(got) != 1 || got[0] != "time conflict" {
		t.Errorf("two days: %v", got)
	}
}

func TestADenialIsAboutWhatIsDenied(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "The Ledger reported that Orlen had secretly sold the Tessen dam to a fund.")
	d.quote(news.Indirect, "Orlen had secretly sold the Tessen dam to a fund", d.party("Ledger", news.Organization))
	d.report("2031-03-03", "A spokesman denied that Orlen had secretly sold the Tessen dam to a fund.")
	d.deed("REJECT", "denied", news.Held, 0, d.unnamed("A spokesman"), news.Party{})
	r := d.reconcile()
	if len(r.Differences) != 1 || r.Differences[0].Field != existence || r.Differences[0].About.Type != record.KindQuote {
		t.Errorf("differences %+v, want one about what is said", r.Differences)
	}
}

func TestWhoseAideFlies(t *testing.T) {
	parties := func(says string) int {
		d := newDesk(t)
		d.report("2031-03-03", says)
		d.meeting("fly", news.Planned, 0, news.Party{}, d.party("Vask", news.Person), d.party("Tova Halm", news.Person))
		return len(d.reconcile().Events[0].Participants)
	}
	for says, want := range map[string]int{
		"A senior Vask aide Tova Halm will fly to Lisk.":    1,
		"Vask's adviser Tova Halm will fly to Lisk.":        1,
		"Vask and Tova Halm will fly to Lisk.":              2,
		"A Vask aide and Tova Halm will fly to Lisk.":       2,
		"Tova Halm will fly to Lisk, says Vask spokeswoman": 2,
	} {
		if got := parties(says); got != want {
			t.Errorf("%q: %d parties, want %d", says, got, want)
		}
	}
}
