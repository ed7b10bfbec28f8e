package identity

import (
	"slices"
	"strings"
)

// What a name is known by begins with one of these.
const (
	apartKey = "apart\x00" // a name that a reviewer took out of what it would be
	canonKey = "canon\x00" // a lexicon key
	fullKey  = "full\x00"  // the words of a name of several words
	bodyKey  = "body\x00"  // one word, of a body
	placeKey = "place\x00" // one word, of a place or state
	shortKey = "short\x00" // one word of a person's name, in one story: it says nothing beyond
)

// linking keeps of an entity's keys those by which it is the same elsewhere:
// what a reviewer set apart, and nothing else beside it unless a reviewer
// merged the two; its lexicon key; else its full names; else the one word that
// it is called by. An abbreviation that goes with a full name here may go with
// another there, and a surname with anybody.
func linking(keys []string, merged bool) []string {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	out := withPrefix(keys, apartKey)
	if len(out) > 0 && !merged {
		return out
	}
	for _, class := range []string{canonKey, fullKey} {
		if of := withPrefix(keys, class); len(of) > 0 {
			return append(out, of...)
		}
	}
	return append(append(out, withPrefix(keys, bodyKey)...), withPrefix(keys, placeKey)...)
}

func withPrefix(keys []string, class string) (out []string) {
	for _, k := range keys {
		if strings.HasPrefix(k, class) {
			out = append(out, k)
		}
	}
	return out
}

// Canon is the lexicon key in a key, "" where it is another.
func Canon(key string) string {
	c, ok := strings.CutPrefix(key, canonKey)
	if !ok {
		return ""
	}
	return c
}

// Sound is what the keys of one name in two spellings have in common: how its
// first and last words sound, whatever stands between; "" for what is no full name.
func Sound(key string) string {
	full, ok := strings.CutPrefix(key, fullKey)
	if !ok {
		return ""
	}
	parts := parse(full).parts
	if len(parts) == 0 {
		return ""
	}
	return parts[0].sound.wide + " " + parts[len(parts)-1].sound.wide + " "
}

// Spelt compares the full names of persons in two keys that sound alike: one
// name in two spellings by the spelling alone, or not (Score 0).
func Spelt(a, b string) Match {
	x, y := strings.TrimPrefix(a, fullKey), strings.TrimPrefix(b, fullKey)
	m := Compare(x, y)
	if m.Score < AcceptAlone || m.Rule != "same-name" && m.Rule != "spelling" && m.Rule != "joined-name" && m.Rule != "middle-name" {
		return Match{}
	}
	return m
}
