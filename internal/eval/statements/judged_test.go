package statements

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

func TestLoadJudgements(t *testing.T) {
	for _, c := range []struct{ name, list, fault string }{
		{"right and wrong", "# a list\nk1\tr1\tAGREE\tsign\tright\t\nk2\tr1\tASSAULT\tkill\twrong\tsame\n", ""},
		{"too few columns", "k1\tr1\tAGREE\n", "line 1"},
		{"a cause of what is right", "k1\tr1\tAGREE\tsign\tright\tclass\n", "line 1"},
		{"no cause of what is wrong", "\nk1\tr1\tAGREE\tsign\twrong\t\n", "line 2"},
		{"twice", "k1\tr1\tAGREE\tsign\tright\t\nk1\tr1\tAGREE\tsign\tright\t\n", "judged twice"},
	} {
		path := filepath.Join(t.TempDir(), "list.tsv")
		if err := os.WriteFile(path, []byte(c.list), 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := LoadJudgements(path)
		switch {
		case c.fault == "" && (err != nil || len(j) != 2 || j["k1"] != "" || j["k2"] != "same"):
			t.Errorf("%s: %v, %v", c.name, j, err)
		case c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)):
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.fault)
		}
	}
}

// TestJudgedClaims counts the claims of one sentence: one that the record asks for, one
// found right, one found wrong, and one that nobody has judged.
func TestJudgedClaims(t *testing.T) {
	r := &ploverRecord{ID: "r1", Event: "REJECT", Text: "Varnia rejected it, met, hit and sued."}
	a := &news.Analysis{Doc: oneParagraph(r.Text)}
	for _, e := range []struct{ class, word string }{{"REJECT", "rejected"}, {"CONSULT", "met"}, {"ASSAULT", "hit"}, {"ACCUSE", "sued"}} {
		a.Events = append(a.Events, news.Event{Class: e.class, Status: news.Held, Rule: "event/" + e.word, Trigger: text.At(strings.Index(r.Text, e.word), len(e.word))})
	}
	judged := Judgements{asClaim(r, a, &a.Events[1]).Key: "", asClaim(r, a, &a.Events[2]).Key: "none such"}
	var s PloverScore
	s.add(r, a, judged)
	if s.Precision() != 0.25 || s.Reading() != 0.5 || len(s.Open) != 1 || s.Open[0].Class != "ACCUSE" {
		t.Errorf("precision %.2f, as read %.2f, open %v", s.Precision(), s.Reading(), s.Open)
	}
	var b strings.Builder
	if err := PrintOpen(&b, s.Open); err != nil || !strings.Contains(b.String(), "\tr1\tACCUSE\tsued\t?\t\n") {
		t.Errorf("%q, %v", b.String(), err)
	}
}
