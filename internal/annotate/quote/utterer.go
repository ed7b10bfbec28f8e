package quote

import "rapporteur/internal/news"

// bracketed is the person behind whose name a bracket opens with the quotation
// that begins at token i: Ada Brenn (“We will not sign”).
func (f *finder) bracketed(i int) (p news.Party, ok bool) {
	if !f.is(i-1, "(") {
		return p, false
	}
	for _, id := range f.ends[max(0, i-2)] {
		if m := f.a.Mention(news.MentionID(id)); m.Kind == news.Person && m.Form == news.Name {
			return f.partyOf(m, f.beginOf(m)), true
		}
	}
	return p, false
}

// utterances are nouns for what somebody says: words quoted with them are his.
var utterances = list("utterances")

// utterer is whose the quoted words first..last are when a noun for something
// said goes with them: his “step up” remark, made a “final offer”, threats by
// Brenn to “act”, issued an apology – “I was wrong”.
func (f *finder) utterer(u *unit, q, first, last int) (p news.Party, ok bool) {
	if f.is(first-1, "so-called", "called", "dubbed", "known") {
		return p, false
	}
	inner := last
	for inner > first && f.wordless(inner) {
		inner--
	}
	with := utterances[f.low[inner]] || last < u.last && utterances[f.low[last+1]]
	if !with || f.words(q) > 6 {
		noun := f.utteranceBefore(u, first)
		if noun < 0 {
			return p, false
		}
		if f.is(noun+1, "by") {
			if id := f.mentionFrom(noun + 2); id > 0 {
				return f.partyOf(f.a.Mention(news.MentionID(id)), noun+2), true
			}
		}
		if !f.is(first-1, "–", "—", "--", "-", ":") {
			return p, false
		}
	}
	if p, ok = f.ownerBefore(first); ok {
		return p, true
	}
	if m := f.mainSubject(u, first); m != nil {
		return f.partyOf(m, f.beginOf(m)), true
	}
	return p, false
}

// utteranceBefore is a noun for something said shortly before token i, with no
// comma between. -1 for none.
func (f *finder) utteranceBefore(u *unit, i int) int {
	for k := i - 1; k >= max(u.first, i-9); k-- {
		if f.inside[k] != 0 || f.is(k, ",", ";", ".") {
			return -1
		}
		if utterances[f.low[k]] {
			return k
		}
	}
	return -1
}

// ownerBefore is the party whose genitive or possessive stands right before
// token i: “his ...”, “Brenn's ...”.
func (f *finder) ownerBefore(i int) (p news.Party, ok bool) {
	k := i - 1
	if k > 0 && f.genitive(k) {
		k--
	} else if !f.is(k, "his", "her", "its", "their") {
		return p, false
	}
	if m := f.mentionEnding(k, 0); m != nil && m.Chain != 0 {
		return f.partyOf(m, f.beginOf(m)), true
	}
	return p, false
}
