package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// What ends a life or a rule is done to a person but once, so that reports which tell
// it of one person tell one deed, with or without its day.

// endedBy are the persons among those to whom h, called by a label, is done where it is
// such a deed.
func (c *reconciler) endedBy(h *happening, label string) (out []int32) {
	word, rest, _ := strings.Cut(fold(label), " ")
	if h.class != "ASSAULT" && h.class != "COERCE" || !once[word] && rest != "dead" {
		return nil
	}
	for _, p := range h.targets {
		if slices.Contains(h.parts, p) && c.EntityKind[p-1] == news.Person {
			out = append(out, p)
		}
	}
	return out
}

// findSole notes the events, done to nobody, of which the reports of an affair give no two
// times: one nuclear test of a state, where launches are many.
func findSole(hs []happening) {
	type key struct {
		affair, doer int32
		class        string
		label        uint32
	}
	at := map[key]span{}
	two := map[key]bool{}
	each := func(h *happening, do func(key)) {
		for _, p := range h.actors {
			do(key{h.affair, p, h.class, h.label})
		}
	}
	for i := range hs {
		h := &hs[i]
		if h.time.exact {
			each(h, func(k key) {
				s, known := at[k]
				two[k] = two[k] || known && s.gap(h.time) > 0
				at[k] = h.time
			})
		}
	}
	for i := range hs {
		h := &hs[i]
		h.sole = len(h.actors) > 0 && len(h.targets) == 0 && len(h.sufferers) == 0 && !mutual[h.class] && !verbal[h.class]
		each(h, func(k key) {
			_, known := at[k]
			h.sole = h.sole && known && !two[k]
		})
	}
}

// onlyOnce reports whether two events are what is done to one person but once.
func onlyOnce(a, b *happening) bool { return lists.Common(a.once, b.once) > 0 }

// onceApart reports whether what two events give of their days and doers lets them not
// be what is done to one person but once: a killing ahead is none that was done.
func (c *reconciler) onceApart(a, b *happening) bool {
	return c.oneReportApart(a, b) || c.placesApart(a, b) || c.rolesApart(a, b) || c.timesApart(a, b) || !samePhase(a, b)
}
