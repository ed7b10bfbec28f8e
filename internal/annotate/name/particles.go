package name

import (
	_ "embed"
	"strings"

	"rapporteur/internal/annotate/lex"
)

//go:embed particles.txt
var particlesText string

// particles are the forms of particles.txt.
var particles = func() map[uint64]bool {
	m := map[uint64]bool{}
	for line := range strings.Lines(particlesText) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			m[lex.FormOf(w).Lower] = true
		}
	}
	return m
}()

// joined is where the name of a person that ends before token end goes on to,
// when particles alone part it from another one: "Ada van" + "der" + "Brenn".
func (w *Window) joined(end, last int) int {
	end = w.hyphened(end, last)
	k := end
	for k < last && w.forms[k].Marks&lex.Small != 0 && w.Labels[k] == Outside && particles[w.forms[k].Lower] {
		k++
	}
	if k == last || w.Labels[k] == Outside || w.Labels[k].class() != PER || k == end && !w.endsSmall(end) {
		return end
	}
	for k++; k < last && w.Labels[k-1].open(); {
		k++
	}
	return k
}

// endsSmall reports whether the token before end is a particle.
func (w *Window) endsSmall(end int) bool {
	f := &w.forms[end-1]
	return f.Marks&lex.Small != 0 && particles[f.Lower]
}

// hyphened is where the name of a person that ends before token end goes on to
// over a particle that a hyphen ties to a word in no name: "Omar" + "al-Tolt".
func (w *Window) hyphened(end, last int) int {
	if end+2 >= last || !particles[w.forms[end].Lower] || w.forms[end+2].Marks&lex.Title == 0 {
		return end
	}
	for k := end; k < end+3; k++ {
		if w.Labels[k] != Outside || k > end && w.a.Tokens[k-1].Span.End != w.a.Tokens[k].Span.Start {
			return end
		}
	}
	if w.word(end+1) != "-" {
		return end
	}
	return end + 3
}
