package reconcile

import (
	"testing"

	"rapporteur/internal/news"
)

func TestWhatIsDoneToSomebodyOnce(t *testing.T) {
	ousted := func(second, trigger, whom string) int {
		d := newDesk(t)
		d.report("2031-03-03", "a\nb\nc\nThe court of Harne convened; Orla Venn was jailed after the army ousted her in 2029.")
		d.deed("COERCE", "ousted", news.Held, d.when("2029", "2029"), d.unnamed("the army"), d.party("Orla Venn", news.Person))
		d.report("2031-03-03", "a\nb\nc\n"+second)
		d.deed("COERCE", trigger, news.Held, 0, news.Party{}, d.party(whom, news.Person))
		d.view.Reports[0].Events[0].Background, d.view.Reports[0].Events[0].Label = true, "oust"
		return len(d.reconcile().Events)
	}
	if n := ousted("Dikes broke and fields froze in the years since the overthrow of Orla Venn.", "overthrow", "Orla Venn"); n != 1 {
		t.Errorf("two tellings of one ouster are %d", n)
	}
	if n := ousted("Dikes broke and fields froze in the years since the overthrow of Tam Brill.", "overthrow", "Tam Brill"); n != 2 {
		t.Errorf("the ousters of two are %d", n)
	}
	if n := ousted("Dikes broke and fields froze in the years since the arrest of Orla Venn.", "arrest", "Orla Venn"); n != 2 {
		t.Errorf("an ouster and an arrest are %d", n)
	}
}

func TestTheOnlyTestOfItsKind(t *testing.T) {
	tests := func(dated ...string) int {
		d := newDesk(t)
		for _, day := range dated {
			d.report("2031-03-15", "a\nb\nc\nDeep below the old salt hills, watched by the army chief and two of his sons, Norlin set off its nuclear test on "+day+".")
			d.deed("MOBILIZE", "nuclear test", news.Held, d.when(day, day), d.party("Norlin", news.State), news.Party{})
		}
		d.report("2031-03-15", "a\nb\nc\nIt is the first launch of the season to come after a nuclear test by Norlin, officials in the port told reporters.")
		d.deed("MOBILIZE", "nuclear test", news.Held, 0, d.party("Norlin", news.State), news.Party{})
		for _, a := range d.view.Reports {
			a.Events[0].Mode = "weapons"
		}
		return len(d.reconcile().Events)
	}
	if n := tests("2031-03-03"); n != 1 {
		t.Errorf("a test with its day and one without are %d", n)
	}
	if n := tests("2031-03-03", "2031-03-06"); n != 3 {
		t.Errorf("one without a day, where there were two, leaves %d", n)
	}
}

func TestANuclearTestIsNoLaunch(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "Norlin fires missiles and carries out a nuclear test, its first since the war, from the hills of the north.")
	d.deed("MOBILIZE", "nuclear test", news.Held, 0, d.party("Norlin", news.State), news.Party{})
	d.report("2031-03-03", "Norlin fires missiles from the hills of the north after its first nuclear test since the war.")
	d.deed("MOBILIZE", "fires", news.Held, 0, d.party("Norlin", news.State), news.Party{})
	for _, a := range d.view.Reports {
		a.Events[0].Mode = "weapons"
	}
	if n := len(d.reconcile().Events); n != 2 {
		t.Errorf("they are %d", n)
	}
}

func TestOneStrikeOfPeopleUnderOneNoun(t *testing.T) {
	strikes := func(first, second string) int {
		d := newDesk(t)
		for _, x := range [][2]string{{first, "Some 3,200 " + first + " went on strike in the port on Thursday over pay."}, {second, "About 1,900 " + second + " went on strike in the port on Thursday over pay."}} {
			d.report("2031-03-06", x[1])
			d.deed("PROTEST", "went", news.Held, d.when("Thursday", "2031-03-06"), d.unnamed(x[1][:len("Some 3,200 ")+len(x[0])]), news.Party{})
		}
		return len(d.reconcile().Events)
	}
	if n := strikes("dockers", "dockers"); n != 1 {
		t.Errorf("one strike told with two numbers is %d", n)
	}
	if n := strikes("dockers", "pilots!"); n != 2 {
		t.Errorf("strikes of two trades are %d", n)
	}
}

func TestWhatNobodyIsSaidToDoOnADay(t *testing.T) {
	marches := func(day, value string) int {
		d := newDesk(t)
		d.report("2031-03-05", "Another march is planned for Sunday.")
		d.deed("PROTEST", "march", news.Planned, d.when("Sunday", "2031-03-09"), news.Party{}, news.Party{})
		d.report("2031-03-06", "Norlin called off the march that was planned for "+day+".")
		d.deed("PROTEST", "march", news.Cancelled, d.when(day, value), d.party("Norlin", news.Organization), news.Party{})
		return len(d.reconcile().Events)
	}
	if n := marches("Sunday", "2031-03-09"); n != 1 {
		t.Errorf("a march planned and called off is %d", n)
	}
	if n := marches("Friday", "2031-03-14"); n != 2 {
		t.Errorf("marches of two days are %d", n)
	}
}

func TestANumberBetweenCommas(t *testing.T) {
	for _, x := range []struct{ before, behind, want string }{
		{"The recalled doses, about ", ", were made here", "The recalled doses"},
		{"The doses, made here, about ", " of them", "The doses, made here, about "},
		{"The doses, of which ", ", were made", "The doses, of which "},
	} {
		if got := apposed(x.before, x.behind); got != x.want {
			t.Errorf("before %q: %q", x.before, got)
		}
	}
}
