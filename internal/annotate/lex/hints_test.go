package lex

import (
	"slices"
	"strings"
	"testing"
)

func TestHintsKnowTheirSections(t *testing.T) {
	h := AllHints()
	for _, c := range []struct{ word, section string }{
		{"Henderson", "family"}, {"Margaret", "given"}, {"Reuters", "company"}, {"Ministry", "body"}, {"Street", "site"}, {"DONETSK", "place"},
	} {
		f := FormOf(c.word)
		if h.Hint(&f)&(1<<slices.Index(HintSections, c.section)) == 0 {
			t.Errorf("%s is not in section %s", c.word, c.section)
		}
	}
	if f := FormOf("perhaps"); h.Hint(&f) != 0 {
		t.Error("perhaps is a hint")
	}
}

func TestHintsHaveOnlyKnownSections(t *testing.T) {
	for line := range strings.Lines(hintsText) {
		if strings.HasPrefix(line, "[") && !slices.Contains(HintSections, strings.Trim(strings.TrimSpace(line), "[]")) {
			t.Errorf("section %s", line)
		}
	}
}

func TestFormOf(t *testing.T) {
	a, b := FormOf("Ministers’"), FormOf("ministers'")
	if a.Lower != b.Lower || a.Word == b.Word || a.Marks&Title == 0 || b.Marks&Small == 0 {
		t.Error("forms do not fold case and quotes")
	}
	if x, y := FormOf("1,234"), FormOf("9,876"); x != y {
		t.Error("digits are told apart")
	}
	if FormOf("NATO").Marks&Upper == 0 || FormOf("--").Marks&Punct == 0 || FormOf("mid-May").Marks&Hyphen == 0 {
		t.Error("marks are missing")
	}
}
