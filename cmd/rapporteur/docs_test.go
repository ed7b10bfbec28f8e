package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/record"
)

// TestEverythingIsDocumented wants each command and each flag in docs/cli.md.
func TestEverythingIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	parser, err := newParser(streams{strings.NewReader(""), io.Discard, io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	for _, node := range parser.Model.Leaves(true) {
		if !strings.Contains(string(page), "\n### "+node.Name) && !strings.Contains(string(page), ", "+node.Name) {
			t.Errorf("docs/cli.md has no word of: rapporteur %s", node.Name)
		}
		for _, flag := range node.Flags {
			if flag.Name != "help" && !strings.Contains(string(page), "--"+flag.Name) {
				t.Errorf("docs/cli.md has no word of: rapporteur %s --%s", node.Name, flag.Name)
			}
		}
	}
}

// TestEveryRuleIsDocumented wants each rule that works on the example in
// docs/rules.md, and each word list that the page names to be there.
func TestEveryRuleIsDocumented(t *testing.T) {
	m, _, err := pipeline.InMemory(context.Background(), []string{"../../examples/reports"}, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]bool{}
	for l := range m.Record().Lines() {
		for _, rule := range reasonsOf(l, &names{store: m}).rules {
			met[rule] = true
		}
	}
	for a := range m.Reports(context.Background()) {
		for i := range a.Times {
			met[a.Times[i].Rule] = true
		}
		for i := range a.Credits {
			met[a.Credits[i].Rule] = true
		}
	}
	for rule := range met {
		if _, ok := ruleNamed(rule); !ok {
			t.Errorf("docs/rules.md has no word of the rule %q", rule)
		}
	}
	if len(met) < 40 {
		t.Errorf("only %d rules were met", len(met))
	}
	page, err := fs.ReadFile(rapporteur.Words, "docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(page)) {
		for _, list := range readRow(line).lists {
			if _, err := fs.Stat(rapporteur.Words, "internal/"+list); err != nil {
				t.Errorf("docs/rules.md names a list that is not there: %v", err)
			}
		}
	}
}

// TestWordsOfRules finds the line of a list behind the forms of a word.
func TestWordsOfRules(t *testing.T) {
	const list = "# said is a remark\nsay  say  c  said saying\ncall off; shelve | v | X\nvisit; tour | v | Y\nrefer | v | Z\n"
	for word, want := range map[string]string{
		"said": "say  say  c  said saying", "Says": "say  say  c  said saying", "call off": "call off; shelve | v | X",
		"visited": "visit; tour | v | Y", "touring": "visit; tour | v | Y", "referred": "refer | v | Z", "off": "call off; shelve | v | X", "remark": "", "": "",
	} {
		got := ""
		for _, form := range forms(word) {
			if got = lineWith(list, form); got != "" {
				break
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

// TestReasonsOfEveryStatement: no kind of statement goes unexplained.
func TestReasonsOfEveryStatement(t *testing.T) {
	base := record.Base{Rule: "r", Confidence: 0.5}
	for _, l := range []record.Line{&record.Quote{Base: base}, &record.Position{Base: base}, &record.Event{Base: base}, &record.Figure{Base: base}, &record.Difference{Base: base}} {
		if r := reasonsOf(l, &names{}); len(r.rules) != 1 || r.confidence != 0.5 {
			t.Errorf("%s: %+v", l.Kind(), r)
		}
	}
}
