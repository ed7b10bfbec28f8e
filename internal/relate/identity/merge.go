package identity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// proposal is a merge that the spelling speaks for.
type proposal struct {
	a, b int32
	Match
}

// largestBlock bounds how many earlier names of one sound a name is compared with.
const largestBlock = 40

// spellings merges full names that are one name in two spellings.
func (r *resolver) spellings() {
	blocks := map[string][]int32{}
	seen := map[[2]int32]bool{}
	var all []proposal
	for n := range r.nodes {
		v := &r.nodes[n]
		if !v.person || v.short || len(v.name.parts) < 2 {
			continue
		}
		for _, key := range blockKeys(v.name) {
			block := blocks[key]
			for _, o := range block[max(0, len(block)-largestBlock):] {
				pair := [2]int32{o, int32(n)}
				if seen[pair] {
					continue
				}
				seen[pair] = true
				if m := compare(r.nodes[o].name, v.name); r.accept(&r.nodes[o], v, m) {
					all = append(all, proposal{o, int32(n), m})
				}
			}
			blocks[key] = append(block, int32(n))
		}
	}
	r.carryOut(all)
}

// carryOut merges the best proposals first.
func (r *resolver) carryOut(all []proposal) {
	slices.SortStableFunc(all, func(x, y proposal) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, p := range all {
		r.merge(p.a, p.b, p.Match)
	}
}

// accept decides on a pair of full names: spellings by themselves from
// AcceptAlone, all else only with support.
func (r *resolver) accept(a, b *node, m Match) bool {
	switch {
	case m.Score < AcceptSupport:
		return false
	case m.Score >= AcceptAlone && (m.Rule == "same-name" || m.Rule == "spelling" || m.Rule == "joined-name" || m.Rule == "middle-name"):
		return true
	}
	return supported(a, b)
}

// blockKeys are the sounds under which a name is looked up: of its last word
// and of its first, with the first letter of the other, and its letters.
func blockKeys(n name) []string {
	first, last := n.parts[0], n.parts[len(n.parts)-1]
	return []string{
		"last " + last.sound.wide + " " + letter(first), "first " + first.sound.wide + " " + n.parts[1].sound.wide, "all " + n.joined,
	}
}

// letter is the class of the first letter of a word; j may be written y.
func letter(p part) string {
	if s := p.sound.wide; s != "" && p.sound.vowels[0] == "" && s[0] != 'J' {
		return s[:1]
	}
	return "-"
}

// slips merges a rare misspelling with the name it stands for: same story,
// same first name, surnames of nearly the same letters. Letters alone never
// decide: the story must have the person.
func (r *resolver) slips() {
	groups := map[string][]int32{}
	var order []string
	for n := range r.nodes {
		v := &r.nodes[n]
		if !v.person || v.short || len(v.name.parts) < 2 {
			continue
		}
		for _, s := range v.stories {
			key := strconv.Itoa(int(s)) + " " + v.name.parts[0].fold
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], int32(n))
		}
	}
	var all []proposal
	for _, key := range order {
		g := groups[key]
		for i := range min(len(g), largestBlock) {
			for _, o := range g[:i] {
				if r.find(o) != r.find(g[i]) && slipped(r.nodes[o].name, r.nodes[g[i]].name) {
					all = append(all, proposal{o, g[i], Match{0.8, "slip"}})
				}
			}
		}
	}
	r.carryOut(all)
}

// leastLetters is the length of a surname in which a slip can be told.
const leastLetters = 5

// slipped reports whether two names with equal first names differ by a slip of
// the pen in the last: same first and last letter, the same letters but for
// one, at most two of them out of place.
func slipped(a, b name) bool {
	if len(a.parts) != len(b.parts) {
		return false
	}
	for i := range a.parts[:len(a.parts)-1] {
		if a.parts[i].fold != b.parts[i].fold || a.parts[i].initial {
			return false
		}
	}
	x, y := a.parts[len(a.parts)-1].fold, b.parts[len(b.parts)-1].fold
	if min(len(x), len(y)) < leastLetters || x[0] != y[0] || x[len(x)-1] != y[len(y)-1] || feminine(x, y) {
		return false
	}
	return lettersApart(x, y) <= 1 && edits(x, y) <= 3
}

// lettersApart is the number of letters that one word has more of than the other.
func lettersApart(a, b string) (n int) {
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
	}
	for i := range len(b) {
		count[b[i]]--
	}
	more, less := 0, 0
	for _, c := range count {
		more, less = more+max(c, 0), less+max(-c, 0)
	}
	return max(more, less)
}

// titled takes what ends in the full name of a person of the same story for
// that person: "Sudmark Foreign Minister Anna Vask", read as one long name.
func (r *resolver) titled() {
	for n := range r.nodes {
		v := &r.nodes[n]
		if v.person || v.canon != "" || !strings.Contains(v.body, " ") {
			continue
		}
		rest := words(v.display)
		for {
			_, after, ok := strings.Cut(rest, " ")
			if !ok || !strings.Contains(after, " ") {
				break
			}
			rest = after
			o, known := r.byKey[fullKey+rest]
			if known && r.nodes[o].person && lists.Meet(r.nodes[o].stories, v.stories) {
				v.person, v.name = true, r.nodes[o].name
				r.merge(o, int32(n), Match{0.95, "title-and-name"})
				break
			}
		}
	}
}

// bodies merges two names of one body where a report uses both and the story
// has them: "Grain Relief Board" and "GRB".
func (r *resolver) bodies() {
	type key struct {
		story int32
		body  string
	}
	named := map[key]int32{} // nodes by story and name, 1-based
	for n := range r.nodes {
		v := &r.nodes[n]
		if v.person {
			continue
		}
		for _, s := range v.stories {
			if k := (key{s, v.body}); named[k] == 0 {
				named[k] = int32(n + 1)
			}
		}
	}
	var all []proposal
	for n := range r.nodes {
		v := &r.nodes[n]
		if v.person {
			continue
		}
		for _, m := range v.members {
			for _, s := range r.forms(m) {
				if o := named[key{r.story[m.Report], body(s)}]; o > 0 && o-1 != int32(n) {
					all = append(all, proposal{min(o-1, int32(n)), max(o-1, int32(n)), Match{0.9, "one-report-uses-both"}})
				}
			}
		}
	}
	r.carryOut(all)
}

// forms are the names that a report uses for a chain.
func (r *resolver) forms(m Member) (out []string) {
	a := r.in[m.Report]
	for _, id := range a.Chain(m.Chain).Mentions {
		if x := a.Mention(id); x != nil && x.Form == news.Name {
			if s := x.Span.Of(a.Doc.Text); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
