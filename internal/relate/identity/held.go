package identity

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// heldKey begins what a head of state is known by beyond a matter where his full
// name is not: "President Orlen". It says who is meant only where one full name
// goes with it.
const heldKey = "held\x00"

// Held reports whether a key is an office with a surname.
func Held(key string) bool { return strings.HasPrefix(key, heldKey) }

// headship is the office as head of a state that o is, with the state where it
// is told; "" where it is none.
func (r *resolver) headship(report int32, o *news.Office) string {
	title := text.Fold(o.Title)
	switch {
	case o.Tense != "" || !headships[title]:
		return ""
	case o.Of == "":
		return title
	}
	if c := r.in[report].Chain(o.OfChain); c == nil || c.Kind != news.State {
		return ""
	}
	return title + "\x00" + o.Of
}

// withHeld adds to the keys of a person those by his office. A full name has all
// that may be meant; a surname alone has one, and that of his state where it is told.
func (r *resolver) withHeld(keys []string, nodes []int32) []string {
	full := len(keys) > 0 && strings.HasPrefix(keys[0], fullKey)
	if !full && len(keys) > 0 {
		return keys
	}
	var held []string
	for _, n := range nodes {
		if v := &r.nodes[n]; v.key != v.plain || !v.person {
			return keys
		}
	}
	for _, n := range nodes {
		v := &r.nodes[n]
		if full == v.short || len(v.name.parts) == 0 {
			continue
		}
		for _, o := range nodes {
			for _, h := range r.nodes[o].heads {
				held = append(held, heldBy(v.name.parts[len(v.name.parts)-1].fold, h))
				if title, _, of := strings.Cut(h, "\x00"); full && of {
					held = append(held, heldBy(v.name.parts[len(v.name.parts)-1].fold, title))
				}
			}
		}
	}
	if held = set(held); !full && len(held) > 0 {
		held = held[len(held)-1:] // with the state, where there are both
	}
	return append(keys, held...)
}

func heldBy(surname, headship string) string { return heldKey + surname + "\x00" + headship }
