package identity

import "strings"

// oneWord joins names of one word that reports of one story take for different
// kinds of thing: "Carvia" read as a state here and as a surname there. A word
// that somebody of the story bears as part of a full name stays a person's.
func (r *resolver) oneWord() {
	type key struct {
		story int32
		word  string
	}
	things, borne := map[key]int32{}, map[key]bool{} // things: nodes, 1-based
	for n := range r.nodes {
		v := &r.nodes[n]
		for _, s := range v.stories {
			switch {
			case v.person && !v.short:
				for _, p := range v.name.parts {
					borne[key{s, p.fold}] = true
				}
			case !v.person && !strings.Contains(v.body, " "):
				if k := (key{s, v.body}); things[k] == 0 || v.canon != "" {
					things[k] = int32(n + 1)
				}
			}
		}
	}
	for n := range r.nodes {
		v := &r.nodes[n]
		if v.canon != "" || v.person && !v.short || strings.Contains(v.body, " ") {
			continue
		}
		word := v.body
		if v.short {
			word = v.name.joined
		}
		for _, s := range v.stories {
			k := key{s, word}
			if o := things[k] - 1; o >= 0 && o != int32(n) && !borne[k] {
				v.person, v.short, v.body = false, false, word
				r.merge(o, int32(n), Match{0.9, "one-word"})
			}
		}
	}
}
