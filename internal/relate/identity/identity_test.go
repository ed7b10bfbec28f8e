package identity

import (
	"testing"

	"rapporteur/internal/news"
)

// named is a report that names the given persons, nothing else.
func named(names ...string) *news.Analysis {
	a := &news.Analysis{Doc: &news.Document{}}
	for _, n := range names {
		a.Chains = append(a.Chains, news.Chain{Kind: news.Person, Name: n, Named: true})
	}
	return a
}

func TestCompareKnowsSpellings(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Yuri Ushakov", "Yury Ushakov", true},
		{"Sergey Lavrov", "Sergei Lavrov", true},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", true},
		{"Volodymyr Zelensky", "Vladimir Zelenskiy", true},
		{"Muammar Gaddafi", "Moammar Gadhafi", true},
		{"Muammar Gaddafi", "Muammar al-Qaddafi", true},
		{"Mohammed Morsi", "Mohamed Morsi", true},
		{"Mohammed bin Salman", "Muhammad bin Salman", true},
		{"Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi", true},
		{"Kim Jong Un", "Kim Jong-un", true},
		{"Kim Jong Un", "Kim Jongun", true},
		{"Moon Jae-in", "Moon Jae In", true},
		{"George W. Bush", "George Bush", true},
		{"Aleksandr Lukashenko", "Alexander Lukashenko", true},
		{"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", true},
		{"Mike Waltz", "Michael Waltz", true},
		{"Donald Trump", "Donald Tusk", false},
		{"Mohammed bin Salman", "Mohammed bin Zayed", false},
		{"Sergey Lavrov", "Sergei Ryabkov", false},
		{"Hassan Rouhani", "Hussein Rouhani", false},
		{"Stephen Paddock", "Eric Paddock", false},
		{"Anna Orlen", "Yuri Orlen", false},
		{"Ivan Ivanov", "Ivana Ivanova", false},
		{"Kim Jong Un", "Kim Yong-hyun", false},
		{"Kim Jong Un", "Kim Jong Il", false},
		{"George Bush", "Jeb Bush", false},
		{"Vladimir Putin", "Vladimir Pushin", false},
	} {
		if m := Compare(c.a, c.b); (m.Score >= AcceptAlone) != c.same {
			t.Errorf("%s, %s: %.2f by %s, want the same: %v", c.a, c.b, m.Score, m.Rule, c.same)
		}
		if x, y := Compare(c.a, c.b), Compare(c.b, c.a); x != y {
			t.Errorf("%s, %s: %v one way, %v the other", c.a, c.b, x, y)
		}
	}
}

// entityOf resolves reports of one story and gives the entity of a name.
func entityOf(t *testing.T, in []*news.Analysis, story []int32) func(report, chain int) int32 {
	t.Helper()
	e := Resolve(in, story, []int32{-1, -1, -1})
	return func(report, chain int) int32 { return e.Of[report][chain] }
}

func TestSlipsAndSurnames(t *testing.T) {
	in := []*news.Analysis{
		named("Karel Stramer", "Anna Orlen", "Peter Orlen"),
		named("Karel Satrmer", "Stramer", "Orlen"),
		named("Karel Stammen"),
	}
	of := entityOf(t, in, []int32{0, 0, 0})
	if of(0, 0) != of(1, 0) {
		t.Error("a slip in one letter of a surname makes another person of him")
	}
	if of(0, 0) != of(1, 1) {
		t.Error("the surname alone is not his")
	}
	if of(0, 1) == of(1, 2) || of(0, 2) == of(1, 2) {
		t.Error("a surname that two bear is given to one of them")
	}
	if of(0, 0) == of(2, 0) {
		t.Error("another surname is taken for a slip")
	}
}

func TestTitleTakenForAName(t *testing.T) {
	in := []*news.Analysis{named("Anna Vask"), named("Sudmark Foreign Minister Anna Vask"), named("Sudmark Foreign Minister Peter Vask")}
	in[1].Chains[0].Kind, in[2].Chains[0].Kind = news.Organization, news.Organization
	of := entityOf(t, in, []int32{0, 0, 0})
	if of(0, 0) != of(1, 0) || of(0, 0) == of(2, 0) {
		t.Error("a name with its title in front is not the person, or another's is")
	}
}

func TestSurnameOfAnotherStoryStaysApart(t *testing.T) {
	in := []*news.Analysis{named("Anna Orlen"), named("Orlen")}
	if of := entityOf(t, in, []int32{0, 1}); of(0, 0) == of(1, 0) {
		t.Error("a bare surname crosses from one story to another")
	}
}

func TestSurnameWithAnOfficeIsItsOnlyHolders(t *testing.T) {
	president := func(of string) []news.Office { return []news.Office{{Title: "president", Of: of}} }
	in := []*news.Analysis{named("Anna Orlen"), named("Orlen"), named("Orlen")}
	in[0].Chains[0].Offices, in[1].Chains[0].Offices, in[2].Chains[0].Offices = president("Norland"), president("Norland"), president("Sudmark")
	of := entityOf(t, in, []int32{0, 1, 2})
	if of(0, 0) != of(1, 0) {
		t.Error("a surname with the office of its only bearer is another's")
	}
	if of(0, 0) == of(2, 0) {
		t.Error("the president of another state is she")
	}
}

func TestSoundLeavesOutMiddleNames(t *testing.T) {
	key := func(name string) string { return fullKey + name }
	for _, same := range [][2]string{{"anna vask orlen", "anna orlen"}, {"donald j varek", "donald varek"}, {"yuri orlen", "yury orlen"}} {
		if a, b := key(same[0]), key(same[1]); Sound(a) != Sound(b) || Spelt(a, b).Score == 0 {
			t.Errorf("%q and %q: %q, %q, %v", same[0], same[1], Sound(a), Sound(b), Spelt(a, b))
		}
	}
	if a, b := key("anna vask orlen"), key("anna karin orlen"); Spelt(a, b).Score != 0 {
		t.Errorf("two middle names are one: %v", Spelt(a, b))
	}
}

func TestTwoOfficesAtOneTimeAreTwoPersons(t *testing.T) {
	a, b := named("Tomas Varek"), named("Tomaz Varec")
	a.Chains[0].Offices = []news.Office{{Title: "president", Of: "Norland"}}
	b.Chains[0].Offices = []news.Office{{Title: "president", Of: "Sudmark"}}
	if of := entityOf(t, []*news.Analysis{a, b}, []int32{0, 0}); of(0, 0) == of(1, 0) {
		t.Error("one president of two states")
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Yuri Orlen", "Yury Orlen")
	f.Add("J.D. Ōlafsson-al-Din", "…")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Compare(a, b), Compare(b, a)
		if x.Score != y.Score || x.Score < 0 || x.Score > 1 {
			t.Errorf("%q, %q: %v and %v", a, b, x, y)
		}
	})
}
