package reconcile

import (
	"testing"

	"rapporteur/internal/news"
)

// drill adds an exercise to the last report: the forces of some, or they themselves.
func (d *desk) drill(trigger string, status news.Status, forces string, of ...string) {
	var who []news.Party
	for _, name := range of {
		who = append(who, d.party(name, news.State))
	}
	if forces != "" {
		who = []news.Party{d.unnamed(forces)}
	}
	d.deed("MOBILIZE", trigger, status, 0, who[0], news.Party{})
	a := d.view.Reports[len(d.view.Reports)-1]
	e := &a.Events[len(a.Events)-1]
	for _, p := range who[1:] {
		e.Participants = append(e.Participants, news.Participant{Party: p, Role: news.Actor})
	}
}

func TestOneDrillWhoeverHoldsIt(t *testing.T) {
	drills := func(with string) int {
		d := newDesk(t)
		d.report("2031-03-03", "Norlin and Orrland began drills along the northern coast with ships and divers.")
		d.drill("drills", news.UnderWay, "", "Norlin", "Orrland")
		d.report("2031-03-04", "Norlin and "+with+" forces conducted drills along the northern coast this week.")
		d.drill("conducted", news.Held, "Norlin and "+with+" forces", "Norlin", with)
		return len(d.reconcile().Events)
	}
	if n := drills("Orrland"); n != 1 {
		t.Errorf("drills of two states, and of their forces: %d events", n)
	}
	d := newDesk(t)
	d.report("2031-03-03", "Norlin and Orrland began drills along the northern coast with ships and divers.")
	d.drill("drills", news.UnderWay, "", "Norlin", "Orrland")
	d.report("2031-03-04", "Norlin and Sudmark began drills along the northern coast with ships and divers.")
	d.drill("drills", news.UnderWay, "", "Norlin", "Sudmark")
	if n := len(d.reconcile().Events); n != 2 {
		t.Errorf("drills with one neighbour and with another: %d events", n)
	}
}

func TestWhoseForces(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Norlin and Velm forces of Orrland, in Sudmark, met a Keldmark-born clerk.")
	for _, name := range []string{"Norlin", "Velm", "Orrland", "Sudmark", "Keldmark"} {
		d.party(name, news.State)
	}
	c := &reconciler{View: &d.view, kin: d.view.kinOf()}
	for words, want := range map[string]int{"Norlin and Velm forces of Orrland, in Sudmark": 2, "Velm forces": 1, "forces of Orrland": 0, "Norlin": 0, "a Keldmark-born clerk": 0} {
		if got := c.namedBefore(0, d.span(words)); len(got) != want {
			t.Errorf("%q is of %v, want %d", words, got, want)
		}
	}
}

func TestOneSayingWhateverItIsCalled(t *testing.T) {
	says := func(second string) int {
		d := newDesk(t)
		d.report("2031-03-03", "a\nb\nc\nVask called the flooding of the pits a reckless, needless and costly step.")
		d.deed("ACCUSE", "called", news.Held, 0, d.party("Vask", news.Person), news.Party{})
		d.report("2031-03-04", "a\nb\nc\n"+second)
		d.deed("ACCUSE", "slated", news.Held, 0, d.party("Vask", news.Person), news.Party{})
		return len(d.reconcile().Events)
	}
	if n := says("Vask slated the step as reckless, needless and costly."); n != 1 {
		t.Errorf("one saying under two labels: %d events", n)
	}
	if n := says("Vask slated the new ferry fares before the harbour board."); n != 2 {
		t.Errorf("two sayings of a day: %d events", n)
	}
}

func TestNobodyRejectsHisOwnChief(t *testing.T) {
	d := newDesk(t)
	a := d.report("2031-03-03", "Orlen rejected the bid, with Tova Halm dismissive of Skerra.")
	orlen, chief, skerra := d.party("Orlen", news.Organization), d.party("Tova Halm", news.Person), d.party("Skerra", news.Organization)
	a.Chains[chief.Chain-1].Of = orlen.Chain
	c := &reconciler{View: &d.view, kin: d.view.kinOf()}
	id := func(p news.Party) int32 { return d.view.entity(0, p.Chain) }
	h := happening{actors: []int32{id(orlen)}, targets: sorted([]int32{id(chief), id(skerra)})}
	if got := c.addressed(&h); len(got) != 1 || got[0] != id(skerra) {
		t.Errorf("addressed %v, want only %d", got, id(skerra))
	}
	if len(h.targets) != 2 {
		t.Error("the targets themselves were changed")
	}
}

func TestRammedAndShotAreTwoWays(t *testing.T) {
	for modes, want := range map[[2]string]bool{{"firearms", "unconventional"}: true, {"firearms", "firearms"}: false, {"firearms", ""}: false} {
		x := ties{a: &happening{class: "ASSAULT", mode: modes[0]}, b: &happening{class: "ASSAULT", mode: modes[1]}}
		if got := x.otherMode(); got != want {
			t.Errorf("%q: %v, want %v", modes, got, want)
		}
	}
}
