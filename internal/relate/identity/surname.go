package identity

import (
	"slices"
	"strings"
)

const (
	storiesBack = 3 // earlier stories of one affair in which the bearer of a surname is looked for
	wellKnown   = 3 // reports that name somebody in full before a bare surname anywhere is taken for theirs
)

// surnames joins each bare surname with the one person of its story who bears
// it; else with the one of the stories before; else with the only person of
// the whole record who does, when several reports name that person or both come
// with one office. Where two bear it, it stays by itself.
func (r *resolver) surnames() {
	type key struct {
		story int32
		word  string
	}
	bearers := map[key][]int32{} // roots
	everywhere := map[string][]int32{}
	note := func(m map[key][]int32, k key, root int32) {
		if !slices.Contains(m[k], root) {
			m[k] = append(m[k], root)
		}
	}
	for n := range r.nodes {
		v := &r.nodes[n]
		if !v.person || v.short {
			continue
		}
		root := r.find(int32(n))
		for _, w := range r.shortForms(int32(n)) {
			for _, s := range v.stories {
				note(bearers, key{s, w}, root)
			}
			if !slices.Contains(everywhere[w], root) {
				everywhere[w] = append(everywhere[w], root)
			}
		}
	}
	for n := range r.nodes {
		v := &r.nodes[n]
		if !v.short {
			continue
		}
		w := v.name.parts[0].fold
		story := v.stories[0]
		var found []int32
		for range storiesBack + 1 {
			if story < 0 || len(found) > 0 {
				break
			}
			found = bearers[key{story, w}]
			story = r.before(story)
		}
		rule := Match{0.97, "surname"}
		if len(found) == 0 {
			rule = Match{0.85, "only-bearer"}
			if found = everywhere[w]; len(found) == 1 && r.reports(found[0]) < wellKnown && !r.sameOffice(found[0], int32(n)) {
				continue
			}
		}
		if len(found) == 1 {
			r.merge(found[0], int32(n), rule)
		}
	}
}

// sameOffice reports whether a bare surname and one of a set of names come with
// an office that one person at a time holds.
func (r *resolver) sameOffice(root, n int32) bool {
	for _, o := range r.set(root) {
		for _, t := range r.nodes[o].titles {
			if heldByOne[t[strings.LastIndexByte(t, ' ')+1:]] && slices.Contains(r.nodes[n].titles, t) && oneBody(&r.nodes[o], &r.nodes[n]) {
				return true
			}
		}
	}
	return false
}

func (r *resolver) before(story int32) int32 {
	if int(story) >= len(r.previous) {
		return -1
	}
	return r.previous[story]
}

// reports is the number of reports that name an entity in full.
func (r *resolver) reports(root int32) (count int) {
	for _, n := range r.set(root) {
		count += len(r.nodes[n].members) // one chain a report
	}
	return count
}

// shortForms are the single words by which node n is named: its surname, and
// whatever single word some report uses for it.
func (r *resolver) shortForms(n int32) []string {
	v := &r.nodes[n]
	out := []string{v.name.parts[len(v.name.parts)-1].fold}
	for _, m := range v.members {
		for _, s := range r.forms(m) {
			if p := parse(s); len(p.parts) == 1 && !slices.Contains(out, p.parts[0].fold) {
				out = append(out, p.parts[0].fold)
			}
		}
	}
	return out
}
