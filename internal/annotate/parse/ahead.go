package parse

import "rapporteur/internal/news"

// ahead is what a place of the sentence is told of the words behind and before
// it by their tags alone.
type ahead struct {
	noun, verb            int32 // the last word of the next group of nouns, and the next verb; none
	verbs, commas, others int32 // how many verbs, commas, and conjunctions or other marks stand before it
}

// look fills ahead for every place and one more.
func (st *State) look(tags []news.Tag) {
	n := len(tags)
	if cap(st.ahead) <= n {
		st.ahead = make([]ahead, n+32)
	}
	st.ahead = st.ahead[:n+1]
	var sum ahead
	for i := range tags {
		st.ahead[i] = sum
		switch t := &tags[i]; {
		case isVerb(t):
			sum.verbs++
		case t.UPOS == news.PUNCT && t.XPOS == comma:
			sum.commas++
		case t.UPOS == news.PUNCT || t.UPOS == news.CCONJ || t.UPOS == news.SCONJ:
			sum.others++
		}
	}
	st.ahead[n] = sum
	noun, verb := none, none
	st.ahead[n].noun, st.ahead[n].verb = noun, verb
	for i := n - 1; i >= 0; i-- {
		if isVerb(&tags[i]) {
			verb, noun = int32(i), none
		}
		if isNoun(&tags[i]) && (i+1 == n || !isNoun(&tags[i+1])) {
			noun = int32(i)
		}
		st.ahead[i].noun, st.ahead[i].verb = noun, verb
	}
}

// comma is the Penn tag of a comma.
const comma = news.XPOS(9)

func isVerb(t *news.Tag) bool { return t.UPOS == news.VERB || t.UPOS == news.AUX }

func isNoun(t *news.Tag) bool {
	switch t.UPOS {
	case news.NOUN, news.PROPN, news.PRON, news.NUM:
		return true
	}
	return false
}

// nowhere is what stands between two places of which one is none.
const nowhere = 1 << 6

// between sums up what stands between places a and b, a before b: verbs,
// commas, and conjunctions and other marks, each none, one or more.
func (st *State) between(a, b int32) uint64 {
	if a < 0 || a >= b || int(b) >= len(st.ahead) {
		return nowhere
	}
	x, y := &st.ahead[a+1], &st.ahead[b]
	return uint64(min(y.verbs-x.verbs, 2)) | uint64(min(y.commas-x.commas, 2))<<2 | uint64(min(y.others-x.others, 2))<<4
}
