package verdicts

import (
	"strings"
	"testing"

	"rapporteur/internal/record"
)

// sample is a record with a meeting, a position and a figure in report r1 and
// a position in r2.
func sample() *record.Record {
	maren := record.ID("eMaren")
	at := func(report record.ID, start int) []record.Evidence {
		return []record.Evidence{{Report: report, Start: start, End: start + 4, Exact: "word", Sentence: "A word."}}
	}
	ten := 10.0
	r := &record.Record{}
	r.Add(&record.Entity{Type: "entity", ID: maren, Name: "Maren Oll"})
	r.Add(&record.Position{Type: "position", ID: "p1", Holder: &record.Party{Entity: &maren}, Stance: "reject", Issue: record.Issue{Label: "a truce"}, Evidence: at("r1", 40), Base: record.Base{Confidence: 0.8, Rule: "reject.verb"}})
	r.Add(&record.Position{Type: "position", ID: "p2", Stance: "demand", Issue: record.Issue{Label: "a truce"}, Evidence: at("r2", 40), Base: record.Base{Confidence: 0.8, Rule: "demand.verb"}})
	r.Add(&record.Event{Type: "event", ID: "v1", Class: "CONSULT", Label: "meet", Evidence: at("r1", 2), Base: record.Base{Confidence: 0.9, Rule: "event.verb"}})
	r.Add(&record.Figure{Type: "figure", ID: "f1", Value: &ten, Low: &ten, High: &ten, Evidence: at("r1", 60), Base: record.Base{Confidence: 0.3, Rule: "figure.count"}})
	return r
}

// list judges the statements of r1 in sample by what verdict says of each kind.
func list(t *testing.T, verdict map[string]string) *List {
	t.Helper()
	l, err := Read(strings.NewReader("# a list\nread\tr1\n"))
	if err != nil {
		t.Fatal(err)
	}
	var open strings.Builder
	if err := l.Open(&open, sample()); err != nil {
		t.Fatal(err)
	}
	filled := "read\tr1\n"
	for line := range strings.Lines(open.String()) {
		c := strings.Split(line, "\t")
		if line[0] != '#' && verdict[c[1]] != "" {
			filled += strings.Replace(line, "?\t", verdict[c[1]], 1)
		}
	}
	if l, err = Read(strings.NewReader(filled)); err != nil {
		t.Fatalf("%v in\n%s", err, filled)
	}
	return l
}

func TestCounts(t *testing.T) {
	l := list(t, map[string]string{"position": "wrong\tparty", "meeting": "right\t"})
	var out strings.Builder
	if err := Print(&out, l.Counts(sample(), 0.5)); err != nil {
		t.Fatal(err)
	}
	want := `statements                                shown judged  right  precision (95%)    commonest fault
figure, less certain                          1      0      0  –                  
meeting                                       1      1      1  100.0 (21 to 100)  
meeting: event.verb                           1      1      1  100.0 (21 to 100)  
position                                      1      1      0    0.0 (0 to 79)    party (1)
position: reject.verb                         1      1      0    0.0 (0 to 79)    party (1)
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// A verdict is of one reading: another must be judged anew.
func TestAnotherReadingIsOpenAgain(t *testing.T) {
	l := list(t, map[string]string{"position": "right\t", "meeting": "right\t", "figure": "right\t"})
	r := sample()
	r.Positions[0].Stance = "accept"
	var out strings.Builder
	if err := l.Open(&out, r); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(out.String(), "\t?\t"); got != 1 || !strings.Contains(out.String(), "Maren Oll accept") {
		t.Errorf("open:\n%s", out.String())
	}
}

func TestWhatIsRejectedIsNotShown(t *testing.T) {
	r, rejected := sample(), "rejected"
	r.Positions[0].Review = &rejected
	for _, s := range list(t, nil).Statements(r) {
		if s.Kind == "position" {
			t.Errorf("shown: %s", s.Reading)
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	good := "vkey\tposition\tr1\t1\t2\tright\t\n"
	for _, c := range []struct{ text, want string }{
		{"vkey\tposition\tr1\n", "line 1: 3 columns, not 7"},
		{good + "vother\tposition\tr1\t1\tx\tright\t\n", `line 2: "x" is no offset`},
		{"vkey\tposition\tr1\t1\t2\tperhaps\t\n", `line 1: the verdict "perhaps" is neither right nor wrong`},
		{"vkey\tposition\tr1\t1\t2\twrong\t\n", "line 1: a wrong statement has one cause"},
		{"vkey\tposition\tr1\t1\t2\tright\tparty\n", "line 1: a wrong statement has one cause"},
		{good + good, "line 2: vkey is judged twice"},
	} {
		if _, err := Read(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gives %v, want %q", c.text, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("read\tr1\nvkey\tposition\tr1\t1\t2\twrong\tparty\n")
	f.Fuzz(func(t *testing.T, s string) {
		l, err := Read(strings.NewReader(s))
		if err == nil {
			l.Counts(sample(), 0.5)
		}
	})
}
