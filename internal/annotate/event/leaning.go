package event

import (
	"rapporteur/internal/annotate/nugget"
	"rapporteur/internal/news"
)

// What words tell of that no list knows: read by the model of package nugget, and
// never shown as fact by that alone.

// likelyEvent is how likely a word must tell of an event to be kept as a doubtful one.
const likelyEvent = 0.3

// learnedShare is how many in one of the words that the model learned from tell of an event.
const learnedShare = 0.17

// leanings are the events that the model reads off words that no rule has read, but for
// those that tell of one of kept once more: what is doubtful adds nothing to what is not.
func (f *finder) leanings(kept []candidate) (out []candidate) {
	if f.nuggets == nil {
		return nil
	}
	from := len(f.out)
	f.lean()
	for i := range f.out[from:] {
		if c := &f.out[from+i]; f.toldBefore(kept, c) == nil && f.toldBefore(out, c) == nil && f.opens(c) {
			out = append(out, *c)
		}
	}
	return out
}

// lean adds candidates for the words off which the model reads events.
func (f *finder) lean() {
	read, odds := f.readWords(), f.eventOdds()
	for i := range f.a.Sentences {
		s := &f.a.Sentences[i]
		if f.sent = news.SentenceID(i + 1); f.asks(s) {
			continue
		}
		for t := s.First; t <= s.Last; t++ {
			if read[t] || !nugget.Candidate(f.View, t) || f.besideRead(read, t) {
				continue
			}
			class, p := f.nuggets.Read(f.View, t)
			if p*odds/(p*odds+1-p) >= likelyEvent && f.add(t, f.learned(t, class)) {
				read[t] = true
			}
		}
	}
}

// eventOdds is how much likelier than in what the model learned from a word tells of an
// event here, as a factor of odds: half as many again as the rules have read are left
// to be read. A report of a match or a storm has none.
func (f *finder) eventOdds() float32 {
	words := 0
	for t := news.TokenID(1); t <= f.Len(); t++ {
		if nugget.Candidate(f.View, t) {
			words++
		}
	}
	share := (float32(len(f.out))/2 + 1) / (float32(words) + 20)
	share = min(share, learnedShare)
	return share / (1 - share) * (1 - learnedShare) / learnedShare
}

// readWords says of every word whether an event was read off it or a position taken by it.
func (f *finder) readWords() []bool {
	read := make([]bool, f.Len()+1)
	for i := range f.out {
		c := &f.out[i]
		read[c.token] = true
		for t := f.TokenAt(c.Trigger.Start); t <= f.Len() && f.Span(t).Start < c.Trigger.End && c.trigger.lemma != ""; t++ {
			read[t] = true
		}
	}
	for i := range f.a.Positions {
		read[f.takes(&f.a.Positions[i])] = true
	}
	return read
}

// besideRead reports whether word t only helps one that was read to tell what it tells:
// "[held] talks", "talks [aimed] at", "began [talking]".
func (f *finder) besideRead(read []bool, t news.TokenID) bool {
	if h := f.Head(t); h != 0 && read[h] {
		switch f.Rel(t) {
		case news.Compound, news.Xcomp, news.Obj, news.Fixed, news.Acl:
			return true
		}
	}
	if f.UPOS(t) != news.VERB {
		return false
	}
	o, s := f.Object(t), f.Subject(t)
	return o != 0 && read[o] || s != 0 && read[s] && (o == 0 || f.Passive(t))
}

// learned is the trigger that stands for word t, off which the model reads an event of class.
func (f *finder) learned(t news.TokenID, class string) *trigger {
	tr := &trigger{lemma: f.Lemma(t), noun: f.UPOS(t) == news.NOUN, class: class, frame: act, needs: []need{{kind: "party"}}, learned: true}
	switch {
	case class == "CONSULT" || class == "AGREE":
		tr.frame, tr.markers = mutual, []string{"with", "between", "to"}
	case tr.noun:
		tr.markers = []string{"against", "at", "to", "on", "from", "with", "of", "for"}
	default:
		tr.markers = []string{"against", "at", "to", "on", "from", "with"}
	}
	return tr
}
