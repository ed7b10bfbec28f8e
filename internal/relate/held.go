package relate

import (
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
)

// entity lists, sorted, the keys that belong together with key. The key of an
// office with a surname belongs to the one person who has it beside full names;
// where two have, it is an entity of its own.
func (d *directory) entity(key string) []string {
	if identity.Held(key) {
		holder := d.holder(key)
		if holder == "" {
			return []string{key}
		}
		key = holder
	}
	out := d.near(key, false)
	for _, k := range out {
		if n := d.names[k]; n != nil {
			for h := range n.beside {
				if identity.Held(h) && !slices.Contains(out, h) && d.holder(h) != "" {
					out = append(out, h)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// holder is the least full name beside the key of an office, "" where there is
// none, or where they are not all one person's.
func (d *directory) holder(held string) (least string) {
	n := d.names[held]
	if n == nil {
		return ""
	}
	for k := range n.beside {
		if !identity.Held(k) && (least == "" || k < least) {
			least = k
		}
	}
	if least == "" {
		return ""
	}
	one := d.near(least, false)
	for k := range n.beside {
		if !identity.Held(k) && !slices.Contains(one, k) {
			return ""
		}
	}
	return least
}

// lined reports whether an entity has a line: the key of an office has none
// where all who bear it go by their full names.
func (d *directory) lined(keys []string) bool {
	return !identity.Held(keys[0]) || d.surnamed(keys[0]) != ""
}

// surnamed is the least name of those who go by the key of an office alone, "" for none.
func (d *directory) surnamed(held string) (least string) {
	for _, p := range d.names[held].bearers {
		if keys, _, _ := p.keys(int(p.at)); keys[0] == held {
			if s := p.called(int(p.at)); least == "" || s < least {
				least = s
			}
		}
	}
	return least
}

// byOffice is how sure it is that a surname with the office of the one who is
// known to hold it is his, in a report that shares nothing else with his.
const byOffice = 0.85

// headships are the merges of a full name with a surname by an office, across matters.
func (d *directory) headships(keys []string) (out []record.Merge) {
	for _, h := range keys {
		if !identity.Held(h) || identity.Held(keys[0]) {
			continue
		}
		if short := d.surnamed(h); short != "" {
			out = append(out, record.Merge{Rule: "head-of-state", Score: byOffice, Names: [2]string{d.display(d.holder(h)), short}})
		}
	}
	return out
}
