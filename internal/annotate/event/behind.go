package event

import "rapporteur/internal/news"

// What the words behind a verb say of it, wherever the parser hung them.

// behindIt reports whether a noun of the group stands under "to", "on", "onto" or "from"
// behind verb t: "added two banks [to its blacklist]".
func (f *finder) behindIt(t news.TokenID, group string) bool {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 1; k <= last && f.UPOS(k) != news.VERB; k++ {
		if m := f.Marker(k); f.UPOS(k) == news.NOUN && f.lex.in(group, f.Lemma(k)) && (m == "to" || m == "on" || m == "onto" || m == "from") {
			return f.Lemma(k) != "list" || f.modifiedBy(k, "measure") || f.modifiedBy(k, "blacklist")
		}
	}
	return false
}

// termed reports whether somebody is given years or months for a deed, or behind bars:
// "was given eight years for spreading fear", "got six years in prison".
func (f *finder) termed(t news.TokenID) bool {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 1; k < last && f.UPOS(k) != news.VERB; k++ {
		if l := f.Lemma(k); l != "year" && l != "month" || f.UPOS(k-1) != news.NUM {
			continue
		}
		for k++; k < last && k < t+reach; k++ {
			switch l := f.Lemma(k); {
			case l == "for" && (f.UPOS(k+1) == news.VERB || f.lex.in("crime", f.Lemma(k+1))):
				return true
			case l == "in" && (f.lex.in("custody", f.Lemma(k+1)) || f.Lemma(k+1) == "a"), l == "behind" && f.Lemma(k+1) == "bar":
				return true
			case f.Word(k) == ",", f.UPOS(k) == news.VERB:
				return false
			}
		}
	}
	return false
}

// quits reports whether he who was to come to meeting t, by the verb above it, is told
// behind it not to have: "was due to dine with her, but [pulled] out".
func (f *finder) quits(t news.TokenID) bool {
	last := min(f.a.Sentence(f.sent).Last, t+2*reach)
	for k := t + 1; k < last; k++ {
		if f.Lemma(k) != "but" || f.UPOS(k) != news.CCONJ {
			continue
		}
		for k++; k <= last && f.UPOS(k) != news.VERB; k++ {
			if u := f.UPOS(k); u != news.ADV && u != news.AUX && u != news.PRON && u != news.PART {
				return false
			}
		}
		l := f.Lemma(k)
		if x := f.Tag(k).XPOS; x != news.VBD && x != news.VBN {
			return false
		}
		return f.lex.in("quitting", l) && (f.HasWord(k, "out") || f.HasWord(k, "away")) || l == "cry" && f.HasWord(k, "off") || l == "cancel" || l == "show" && f.Negated(k) || l == "turn" && f.Negated(k)
	}
	return false
}
