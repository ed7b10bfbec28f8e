package reconcile

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
)

// differInWords notes the wordings of one utterance where reports word it
// differently: two translations, or direct and indirect speech. Each report
// stands with its fullest wording; one that quotes less does not differ.
func (c *reconciler) differInWords(us []utterance, g []int32, id record.ID) {
	fullest := map[int32]int32{}
	var order []int32
	for _, i := range g {
		f, ok := fullest[us[i].report]
		if !ok {
			order = append(order, us[i].report)
		}
		if !ok || len(us[i].words) > len(us[f].words) {
			fullest[us[i].report] = i
		}
	}
	var kept [][]int32
	for _, r := range order {
		i := fullest[r]
		at := slices.IndexFunc(kept, func(k []int32) bool { return sameWords(&us[i], &us[k[0]]) })
		if at < 0 {
			kept, at = append(kept, nil), len(kept)
		}
		kept[at] = append(kept[at], i)
	}
	d := c.difference("quote", id, "wording", "wording")
	for _, k := range kept {
		d.claim(c, c.words(us[k[0]].member), c.allPlaces(us, k))
	}
	c.keep(d, 0.8, "other-words")
	c.differInSpeaker(us, g, id)
}

func (c *reconciler) allPlaces(us []utterance, g []int32) (places []place) {
	for _, i := range g {
		places = append(places, c.quotePlaces(us[i].member)...)
	}
	return places
}

// fewWords is the number of words in which two reports of what was said may
// differ and still be two wordings of it; in more they only tell it at length.
const fewWords = 2

// sameWords reports whether one wording is the other or a part of it, or no
// more than a report of it.
func sameWords(a, b *utterance) bool {
	s, t := a.words, b.words
	if len(s) > len(t) {
		s, t = t, s
	}
	common := lists.Common(a.content, b.content)
	switch {
	case within(s, t):
		return true
	case a.form == news.Indirect && b.form == news.Indirect: // what one reporter says of it in so many words more
		return common == min(len(a.content), len(b.content)) || max(len(a.content), len(b.content))-common > fewWords
	case a.form == news.Indirect || b.form == news.Indirect:
		return common == min(len(a.content), len(b.content))
	}
	return len(a.content) > 3 && 20*common >= 19*max(len(a.content), len(b.content))
}

// differInSpeaker notes the named speakers where reports give the same words
// to two: a conflict, unless one belongs to the other.
func (c *reconciler) differInSpeaker(us []utterance, g []int32, id record.ID) {
	var kept [][]int32
	for _, i := range g {
		if !us[i].speaker.named {
			continue // who "she" is, one report alone may read wrong
		}
		at := slices.IndexFunc(kept, func(k []int32) bool { return us[i].speaker.entity == us[k[0]].speaker.entity })
		if at < 0 {
			kept, at = append(kept, nil), len(kept)
		}
		kept[at] = append(kept[at], i)
	}
	kind := "scope"
	for i, x := range kept {
		for _, y := range kept[:i] {
			if meet(us, x, y) {
				return // one report gives them to both: it quotes two things
			}
			if c.kin.degree(us[x[0]].speaker, us[y[0]].speaker) == others {
				kind = "conflict"
			}
		}
	}
	d := c.difference("quote", id, "speaker", kind)
	for _, k := range kept {
		u := &us[k[0]]
		d.claim(c, c.party(u.report, c.Reports[u.report].Quotes[u.index].Speaker).Text, c.allPlaces(us, k))
	}
	c.keep(d, 0.6, "other-speaker")
}

// meet reports whether a report stands in both groups.
func meet(us []utterance, x, y []int32) bool {
	return slices.ContainsFunc(x, func(i int32) bool {
		return slices.ContainsFunc(y, func(j int32) bool { return us[i].report == us[j].report })
	})
}
