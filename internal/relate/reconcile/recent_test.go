package reconcile

import (
	"strings"
	"testing"

	"rapporteur/internal/news"
)

// account is what one report tells, and the one deed in it.
type account struct {
	day, says, trigger, sufferer string
}

func deeds(t *testing.T, class string, all ...account) int {
	d := newDesk(t)
	for _, x := range all {
		d.report(x.day, x.says)
		who := news.Party{}
		if x.sufferer != "" {
			who = d.unnamed(x.sufferer)
		}
		d.deed(class, x.trigger, news.Held, 0, d.party("Norlin", news.State), who)
	}
	return len(d.reconcile().Events)
}

func TestOneDeedInOtherWords(t *testing.T) {
	condemned := account{"2031-03-03", "a\nb\nc\nNorlin condemned the blast at the refinery.", "condemned", ""}
	denounced := account{"2031-03-05", "a\nb\nc\nNorlin denounced the refinery blast.", "denounced", ""}
	if n := deeds(t, "ACCUSE", condemned, denounced); n != 1 {
		t.Errorf("condemned and denounced within days are %d", n)
	}
	later := denounced
	later.day = "2031-03-25"
	if n := deeds(t, "ACCUSE", condemned, later); n != 2 {
		t.Errorf("weeks apart they are %d", n)
	}
	other := account{"2031-03-05", "a\nb\nc\nNorlin investigated who had caused a blast, sending inspectors, dogs and divers along the whole coast.", "investigated", ""}
	if n := deeds(t, "ACCUSE", condemned, other); n != 2 {
		t.Errorf("condemned and investigated are %d", n)
	}
}

func TestWhatIsOfferedTellsOffersApart(t *testing.T) {
	first := account{"2031-03-03", "a\nb\nc\nNorlin made an offer of grain, seed and ploughs to farmers along the flooded valley.", "offer", ""}
	second := account{"2031-03-04", "a\nb\nc\nAfter months of silence Norlin came forward with an offer: eleven engineers for the port and its cranes.", "offer", ""}
	if n := deeds(t, "AGREE", first, second); n != 2 {
		t.Errorf("two offers are %d", n)
	}
}

func TestSufferersWithoutANameByTheirNoun(t *testing.T) {
	type arrest struct{ says, whom string }
	first := arrest{"Officers arrested the 38-year-old driver of the lorry that ran into the toll house.", "the 38-year-old driver of the lorry"}
	tests := []struct {
		second arrest
		want   int
	}{
		{arrest{"The driver was arrested as the toll house burned, a neighbour of the lorry firm said.", "The driver"}, 1},
		{arrest{"A waiter was arrested as the toll house burned, a neighbour of the lorry firm said.", "A waiter"}, 2},
	}
	for _, c := range tests {
		d := newDesk(t)
		for _, whom := range []arrest{first, c.second} {
			d.report("2031-03-03", "a\nb\nc\n"+whom.says)
			d.deed("COERCE", "arrested", news.Held, 0, news.Party{}, d.unnamed(whom.whom))
			a := d.view.Reports[len(d.view.Reports)-1]
			a.Events[0].Mode = "arrest"
		}
		if n := len(d.reconcile().Events); n != c.want {
			t.Errorf("%q: %d events", c.second.says, n)
		}
	}
}

func TestWhoShootsIsNotShot(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "A gunman attacked visitors in Harne.")
	d.deed("ASSAULT", "attacked", news.Held, 0, d.unnamed("A gunman"), d.unnamed("visitors"))
	d.report("2031-03-03", "Police shot the gunman in Harne.")
	d.deed("ASSAULT", "shot", news.Held, 0, d.unnamed("Police"), d.unnamed("the gunman"))
	for i := range d.view.Reports {
		d.at(i, "Harne")
	}
	if n := len(d.reconcile().Events); n != 2 {
		t.Errorf("the attack and the death of the attacker are %d", n)
	}
}

// at places the event of report i in a town.
func (d *desk) at(i int, town string) {
	a := d.view.Reports[i]
	kept := d.view.Reports
	d.view.Reports = d.view.Reports[:i+1]
	a.Events[0].Place = d.party(town, news.Place)
	d.view.Reports = kept
}

func TestTheNewsOfATown(t *testing.T) {
	attack := func(second string) int {
		d := newDesk(t)
		d.report("2031-03-03", "Dozens were killed in Harne on Monday.")
		d.deed("ASSAULT", "killed", news.Held, 0, news.Party{}, d.unnamed("Dozens"))
		d.report("2031-03-20", "a\nb\nc\n"+second)
		d.deed("ASSAULT", "attack", news.Held, 0, news.Party{}, news.Party{})
		for i := range d.view.Reports {
			d.at(i, "Harne")
		}
		return len(d.reconcile().Events)
	}
	if n := attack("Flowers lay there after the deadly attack in Harne, with many killed."); n != 1 {
		t.Errorf("what befell a town, recalled as known: %d events", n)
	}
	if n := attack("Police stopped an attack in Harne, with many guards at hand."); n != 2 {
		t.Errorf("another attack in the town: %d events", n)
	}
}

func TestNumbersAreOfPeople(t *testing.T) {
	for words, want := range map[string]bool{"dozens": true, "around 100": true, "at least 84": true, "two": true, "12 people": true, "two barns": false, "a bus": false, "": false} {
		if got := ofPeople(words); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestAsKnown(t *testing.T) {
	for s, want := range map[string]bool{"after the deadly attack": true, "in an attack": false, "the town saw, in March, an attack": false, "attack": false} {
		if got := asKnown(s, int32(strings.LastIndex(s, "attack"))); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestKindredLabelsAreOfKnownClasses(t *testing.T) {
	for k, sets := range readKindred(kindredLines) {
		if !verbal[k.class] && !mutual[k.class] && !map[string]bool{"ASSAULT": true, "COERCE": true, "SANCTION": true, "MOBILIZE": true, "RETREAT": true, "PROTEST": true, "CONCEDE": true}[k.class] || len(sets) == 0 {
			t.Errorf("class %q with %d sets", k.class, len(sets))
		}
	}
}

func TestFullestPrefersWhatASecondReportHas(t *testing.T) {
	c := &reconciler{}
	hs := []happening{
		{member: member{report: 0}, unnamed: []uint32{1, 2}, doers: []uint32{1}, sufferers: []uint32{2}, parts: []int32{9}, names: []int32{9}},
		{member: member{report: 1}, unnamed: []uint32{3, 4}, sufferers: []uint32{3, 4}},
		{member: member{report: 2}, unnamed: []uint32{3, 4}, sufferers: []uint32{3, 4}},
	}
	if got := c.fullest(hs, []int32{0, 1, 2}); got != 1 {
		t.Errorf("the member that stands for all is %d", got)
	}
	if got := c.fullest(hs[:2], []int32{0, 1}); got != 0 {
		t.Errorf("of two reports, the one that tells more is not chosen but %d", got)
	}
}

func TestAListWithOneNameMore(t *testing.T) {
	fined := func(second ...string) []string {
		d := newDesk(t)
		for _, names := range [][]string{{"Ana Orlen"}, second} {
			d.report("2031-03-03", "The court fined Ana Orlen and Bo Vask over the march in Norlin, which also Sudmark saw.")
			d.deed("SANCTION", "fined", news.Held, 0, news.Party{}, d.party(names[0], news.Person))
			a := d.view.Reports[len(d.view.Reports)-1]
			for _, n := range names[1:] {
				p := d.party(n, news.Person)
				a.Events[0].Participants = append(a.Events[0].Participants, news.Participant{Party: p, Role: news.Recipient})
			}
		}
		// The first report names the second one nowhere.
		d.view.Reports[0].Doc.Text = "The court fined Ana Orlen over the march in Norlin, which also Sudmark saw .............."
		return kinds(d.reconcile())
	}
	if got := fined("Ana Orlen", "Bo Vask"); len(got) != 1 {
		t.Errorf("one name more: %q", got)
	}
	if got := fined("Ana Orlen"); len(got) != 0 {
		t.Errorf("one list in both: %q", got)
	}
}

func TestNobodyOnASideIsLeftOut(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-03", "a\nb\nc\nNorlin condemned the blast at the refinery.")
	d.deed("ACCUSE", "condemned", news.Held, 0, d.party("Norlin", news.State), news.Party{})
	d.report("2031-03-04", "a\nb\nc\nNorlin condemned Sudmark over the blast at the refinery.")
	d.deed("ACCUSE", "condemned", news.Held, 0, d.party("Norlin", news.State), d.party("Sudmark", news.State))
	r := d.reconcile()
	if len(r.Events) != 1 || len(r.Differences) != 0 {
		t.Errorf("%d events, differences %q", len(r.Events), kinds(r))
	}
}

func TestATollIsFollowedFromStoryToStory(t *testing.T) {
	tolls := func(third string) int {
		d := newDesk(t)
		for i, says := range []string{
			"At least 6 people were killed when shells hit the fish market in Harne on Saturday.",
			"The death toll of the shells that hit the fish market in Harne on Saturday rose to 9.",
			third,
		} {
			d.report("2031-03-0"+string(rune('2'+2*i)), says)
			d.view.Story[i] = int32(i)
			for _, number := range []string{"6", "9", "14"} {
				if strings.Contains(says, number) {
					of := "people"
					if strings.Contains(says, "The death toll") {
						of = "The death toll"
					}
					d.figure(number, map[string]float64{"6": 6, "9": 9, "14": 14}[number], of)
				}
			}
		}
		n := 0
		for _, x := range d.reconcile().Differences {
			n = max(n, len(x.Versions))
		}
		return n
	}
	if n := tolls("The death toll of the shells that hit the fish market in Harne on Saturday stands at 14."); n != 3 {
		t.Errorf("a toll in three stories has %d values", n)
	}
	if n := tolls("A ferry sank off the cape, and 14 people were killed."); n > 2 {
		t.Errorf("another happening's toll is one of %d values", n)
	}
}

func TestAPersonOfAStateMayBeTheOneNamed(t *testing.T) {
	slaps := func(kind news.Kind, words string) int {
		d := newDesk(t)
		a := d.report("2031-03-03", "Norlin: "+words+" slapped a guard.")
		norlin := d.party("Norlin", news.State)
		a.Chains = append(a.Chains, news.Chain{Kind: kind, Name: words, Of: norlin.Chain})
		d.view.Entity[0] = append(d.view.Entity[0], 0)
		who := news.Party{Chain: news.ChainID(len(a.Chains)), Span: d.span(words)}
		d.deed("ASSAULT", "slapped", news.Held, 0, who, d.unnamed("a guard"))
		d.report("2031-03-04", "a\nb\nc\nOna Brisk slapped the guard at the gate.")
		d.deed("ASSAULT", "slapped", news.Held, 0, d.party("Ona Brisk", news.Person), d.unnamed("the guard"))
		return len(d.reconcile().Events)
	}
	if n := slaps(news.Person, "a Norlinian girl"); n != 1 {
		t.Errorf("a girl of a state, and one who is named: %d events", n)
	}
	if n := slaps(news.Organization, "a Norlinian ministry"); n != 2 {
		t.Errorf("a ministry is nobody: %d events", n)
	}
}

func TestHoursOfTwoClocksAreOne(t *testing.T) {
	d := newDesk(t)
	for _, hour := range []string{"9 p.m. GMT", "6 a.m. KST"} {
		d.report("2031-03-04", "The rocket was fired from the pad of the island at "+hour+".")
		value := map[string]string{"9 p.m. GMT": "2031-03-03T21:00", "6 a.m. KST": "2031-03-04T06:00"}[hour]
		d.when(hour, value)
	}
	if got := kinds(d.reconcile()); len(got) != 0 {
		t.Errorf("one hour by two clocks: %q", got)
	}
}

func TestNobodyJoinsADeedByOneReportAlone(t *testing.T) {
	d := newDesk(t)
	for i, says := range []string{"Dozens were killed in Harne on Monday.", "Dozens of people were killed in Harne on Monday.", "Dozens of people were killed in Harne on Monday, one Morgenrot said."} {
		d.report("2031-03-04", says)
		doer := news.Party{}
		if i == 2 {
			doer = d.party("Morgenrot", news.Person)
		}
		d.deed("ASSAULT", "killed", news.Held, d.when("Monday", "2031-03-03"), doer, d.unnamed("Dozens"))
		d.at(i, "Harne")
	}
	r := d.reconcile()
	if len(r.Events) != 1 || len(r.Events[0].Participants) != 1 {
		t.Errorf("%d events, parties %+v", len(r.Events), r.Events[0].Participants)
	}
}
