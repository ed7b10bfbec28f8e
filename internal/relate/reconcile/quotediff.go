package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// differInWords notes the wordings of one utterance where reports word it
// differently: two translations, or direct and indirect speech. Each report
// stands with its fullest wording; one that quotes less, or another sentence
// of it, does not differ.
func (c *reconciler) differInWords(us []utterance, g []int32, id record.ID) {
	var kept [][]int32
	var heads []rendering
	for _, i := range fullestFirst(us, g) {
		r := wordsOf(c.words(us[i].member), us[i].form)
		r.counted = len(us[i].numbers)+len(us[i].days) > 0
		at, differs := -1, len(kept) == 0
		for k := range heads {
			like := heads[k].compare(&r)
			differs = differs || like == otherWords
			if like == sameWords && at < 0 {
				at = k
			}
		}
		switch {
		case at >= 0:
			kept[at] = append(kept[at], i)
		case differs:
			kept, heads = append(kept, []int32{i}), append(heads, r)
		}
	}
	for _, k := range kept {
		slices.Sort(k[1:]) // the fullest stands for all
	}
	slices.SortFunc(kept, func(x, y []int32) int { return cmp.Compare(slices.Min(x), slices.Min(y)) })
	d := c.difference("quote", id, "wording", "wording")
	for _, k := range kept {
		d.claim(c, c.words(us[k[0]].member), c.allPlaces(us, k))
	}
	c.keep(d, 0.8, "other-words")
	c.differInSpeaker(us, g, id)
}

// fullestFirst are the members of g by which each report words most of the
// utterance, the longest first.
func fullestFirst(us []utterance, g []int32) (out []int32) {
	at := map[int32]int{} // 1 + place in out of each report
	for _, i := range g {
		k := at[us[i].report]
		switch {
		case k == 0:
			out = append(out, i)
			at[us[i].report] = len(out)
		case len(us[i].words) > len(us[out[k-1]].words):
			out[k-1] = i
		}
	}
	slices.SortStableFunc(out, func(i, j int32) int { return cmp.Compare(len(us[j].words), len(us[i].words)) })
	return out
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

// differInSpeaker notes the named speakers where reports give the same words,
// quoted by both, to two: a conflict, unless one belongs to the other. What two
// only report may well have been said by both.
func (c *reconciler) differInSpeaker(us []utterance, g []int32, id record.ID) {
	var kept [][]int32
	for _, i := range g {
		if !us[i].speaker.named || us[i].form == news.Indirect || len(us[i].words) < verbatim {
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
			if !c.giveAway(us, x, y) {
				return
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

// giveAway reports whether quotes of both groups have the same words, and their
// speakers are both persons or both bodies: a state that a person stands for is
// no other speaker.
func (c *reconciler) giveAway(us []utterance, x, y []int32) bool {
	person := func(i int32) bool { return c.EntityKind[us[i].speaker.entity-1] == news.Person }
	return person(x[0]) == person(y[0]) && slices.ContainsFunc(x, func(i int32) bool {
		return slices.ContainsFunc(y, func(j int32) bool {
			return within(us[i].words, us[j].words) || within(us[j].words, us[i].words)
		})
	})
}
