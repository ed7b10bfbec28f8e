package lex

import (
	"strings"
	"testing"
)

func TestPhrases(t *testing.T) {
	p := NewPhrases()
	p.Put("Gulf of Orn", 1)
	p.Put("Gulf", 2)
	p.Put("al-Tolt", 4)
	p.Put("al-Tolt", 8)
	for _, c := range []struct {
		text  string
		kinds uint32
		words int
	}{
		{"gulf OF Orn today", 1, 3}, {"Gulf war", 2, 1}, {"Al - Tolt", 12, 3}, {"Orn", 0, 0},
	} {
		words := strings.Fields(c.text)
		kinds, n := p.Longest(0, len(words), func(i int) string { return words[i] })
		if kinds != c.kinds || n != c.words {
			t.Errorf("%q: kinds %b over %d words, want %b over %d", c.text, kinds, n, c.kinds, c.words)
		}
	}
}
