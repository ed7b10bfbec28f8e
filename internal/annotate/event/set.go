package event

import (
	"cmp"

	"rapporteur/internal/news"
)

// setTime is the time in a relative clause of noun t that says when it is set.
func (f *finder) setTime(t news.TokenID) news.TimeID {
	if f.UPOS(t) != news.NOUN {
		return 0
	}
	_, last := f.Extent(t)
	for k := t + 1; k <= last; k++ {
		if r := f.Rel(k); r != news.AclRelcl && r != news.Acl || !f.sets(t, k) || f.otherEvent(k, t) {
			continue
		}
		if id := f.timeUnder(k, t); id != 0 {
			return id
		}
		if x := f.Child(k, news.Xcomp); x != 0 {
			if id := f.timeUnder(x, t); id != 0 {
				return id
			}
		}
		if id := f.loneTime(k); id != 0 {
			return id
		}
	}
	return f.timeOfSetting(f.settingBehind(t, last))
}

// timeOfSetting is when verb k says that something is set.
func (f *finder) timeOfSetting(k news.TokenID) news.TimeID {
	if k == 0 {
		return 0
	}
	if id := cmp.Or(f.timeUnder(k, k), f.timeUnder(f.Child(k, news.Xcomp), k)); id != 0 {
		return id
	}
	return f.loneTime(k)
}

// sets reports whether verb k tells when noun t is or was: when it is held, and when
// talks ended, which are of a day.
func (f *finder) sets(t, k news.TokenID) bool {
	if f.lex.in("setting", f.Lemma(k)) {
		return true
	}
	tr := f.eventNoun(t)
	return tr != nil && tr.class == "CONSULT" && f.lex.in("ending", f.Lemma(k)) && f.Tag(k).XPOS != news.VBN
}

// settingBehind is the verb of setting that follows the phrase of noun t that ends at
// token last with no other noun in between, wherever the parser hung it: "the attacks, which
// [occurred] in May", "says the launch will [happen] in May"; 0 for none.
func (f *finder) settingBehind(t, last news.TokenID) news.TokenID {
	end := min(f.a.Sentence(f.sent).Last, last+6)
	for k := last + 1; k <= end; k++ {
		switch u := f.UPOS(k); {
		case u == news.VERB && f.sets(t, k) && f.Object(k) == 0 && f.Child(k, news.Xcomp) == 0:
			return k
		case u == news.AUX, u == news.ADV, u == news.PART, f.Lemma(k) == "which", f.Lemma(k) == "that", f.Word(k) == "," && k == last+1:
		default:
			return 0
		}
	}
	return 0
}

// apposed is the noun of an occasion that says behind a comma what the one before it
// is, by its place in the sentence: "the Keld Dialogue, a security [forum] in Lutava";
// 0 for none.
func (f *finder) apposed(t news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.sent).Last, t+8)
	if t+2 > last || f.Word(t+1) != "," || f.UPOS(t+2) != news.DET {
		return 0
	}
	for k := t + 3; k <= last; k++ {
		switch u := f.UPOS(k); {
		case u == news.NOUN && f.UPOS(k+1) != news.NOUN && f.UPOS(k+1) != news.PROPN:
			if f.lex.in("occasion", f.Lemma(k)) {
				return k
			}
			return 0
		case u != news.NOUN && u != news.ADJ && u != news.PROPN && u != news.NUM:
			return 0
		}
	}
	return 0
}
