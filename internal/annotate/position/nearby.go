package position

import (
	"rapporteur/internal/news"
)

// Who takes a position where the tree leaves act t without a subject: read off
// the order of words, and trusted less.

// nearby is who the noun phrase right before finite verb t names: "while [a
// group of lawyers and managers] called for", "his board, [which] so far refused
// to". It is nobody unless what stands behind t shows that t is no participle of
// that noun.
func (f *finder) nearby(t news.TokenID, e *entry) news.Party {
	p := f.party(f.nounBefore(t, e))
	if p.Span.Contains(f.Span(t)) {
		return news.Party{} // the tree holds the verb within the noun phrase
	}
	return p
}

// nounBefore is the head of the noun phrase that nearby is about, 0 for none.
func (f *finder) nounBefore(t news.TokenID, e *entry) news.TokenID {
	if e.adj || f.infinitive(t) || f.Agent(t) != 0 || !f.active(t, e) {
		return 0
	}
	k := f.beforeVerb(t)
	switch {
	case k == 0:
		return 0
	case f.UPOS(k) == news.CCONJ && f.told(t):
		return f.toldBefore(k)
	case f.Lemma(k) == "who" || f.Lemma(k) == "which":
		if k > 2 && f.Word(k-1) == "," {
			k--
		}
		k--
	}
	if m := f.a.Mention(f.MentionOf(k)); m != nil && m.Form == news.Name && m.Last == k && m.First == k && f.UPOS(k) == news.ADV {
		return k // "[Vask] later issued", taken for an adverb
	}
	if f.TimeOf(k) != 0 || f.UPOS(k) != news.NOUN && f.UPOS(k) != news.PROPN {
		return 0
	}
	return f.phraseHead(k)
}

// toldBefore is the subject of the last verb in the past before token k that
// stands in no relative clause: "[the chief] called it sound [and] called on them".
func (f *finder) toldBefore(k news.TokenID) news.TokenID {
	for low := f.a.Sentence(f.SentenceOf(k)).First; k > low; k-- {
		if f.Tag(k).XPOS == news.VBD && f.UPOS(k) == news.VERB && f.Rel(k) != news.AclRelcl && f.QuoteOf(k) == 0 {
			return f.subject(k)
		}
	}
	return 0
}

// active reports whether verb t shows by its form, its auxiliary or what it
// governs that it is no passive participle: "called for", "refused to", "accused them".
func (f *finder) active(t news.TokenID, e *entry) bool {
	switch f.Tag(t).XPOS {
	case news.VBD, news.VBZ, news.VBP:
		return true
	case news.VBN:
	default:
		return false
	}
	if f.Child(t, news.AuxPass) != 0 {
		return false
	}
	if f.Lemma(f.Child(t, news.Aux)) == "have" {
		return true
	}
	for _, s := range e.target {
		if s == "obj" && f.Object(t) == 0 {
			return false // "players asked to leave"
		}
	}
	for _, s := range e.issue {
		switch s {
		case "obj":
			if o := f.Object(t); o > t {
				return true
			}
		case "xcomp":
			if f.Lemma(t+1) == "to" && len(e.target) == 0 {
				return true
			}
		case "ccomp":
		default:
			if f.Lemma(t+1) == s {
				return true
			}
		}
	}
	return false
}

// beforeVerb is the word before verb t, its auxiliaries and adverbs.
func (f *finder) beforeVerb(t news.TokenID) news.TokenID {
	k, low := t-1, f.a.Sentence(f.SentenceOf(t)).First
	for k > low && (f.UPOS(k) == news.ADV && f.MentionOf(k) == 0 || (f.UPOS(k) == news.AUX || f.Rel(k) == news.Aux) && f.Tag(k).XPOS != news.MD) {
		k--
	}
	if k < low {
		return 0
	}
	return k
}

// phraseHead is the noun that the phrase ending at noun k is about: "[a group] of
// music lawyers and talent managers".
func (f *finder) phraseHead(k news.TokenID) news.TokenID {
	head, low := k, f.a.Sentence(f.SentenceOf(k)).First
	for i := k - 1; i >= low && i > 0; i-- {
		switch f.UPOS(i) {
		case news.DET, news.ADJ, news.NUM, news.PROPN, news.NOUN, news.CCONJ:
			if f.UPOS(i) == news.CCONJ && f.UPOS(i-1) != news.NOUN && f.UPOS(i-1) != news.PROPN {
				return head
			}
		case news.ADP:
			if f.Lemma(i) != "of" || i-1 < low || f.UPOS(i-1) != news.NOUN && f.UPOS(i-1) != news.NUM {
				if f.Lemma(i) == "after" || f.Lemma(i) == "before" || f.Lemma(i) == "as" || f.Lemma(i) == "since" {
					return head
				}
				return 0 // "a meeting in Brenn called": what stands before may be the subject
			}
			head = i - 1
		case news.PRON:
			if f.Rel(i) != news.NmodPoss || f.Lemma(i-1) != "of" {
				return head
			}
		case news.PART:
			if f.Tag(i).XPOS != news.POS {
				return head
			}
		default:
			return head
		}
	}
	return head
}

// rejoined is the first predicate of the words of q that part holds, where
// clause t goes on with it behind "and" or "but" and a modal though the tree
// hung it deeper: "said it had opened a hall for those who came [and would be
// offering] rooms".
func (f *finder) rejoined(q *news.Quote, t news.TokenID) news.TokenID {
	aux := f.Child(t, news.Aux)
	if aux == 0 || aux > t || f.Tag(aux).XPOS != news.MD || f.Child(t, news.Nsubj, news.NsubjPass) != 0 || f.UPOS(aux-1) != news.CCONJ || f.opensQuote(q, aux-1) {
		return 0
	}
	for k := f.TokenAt(q.Parts[0].Start); k < aux; k++ {
		if f.SentenceOf(k) == f.SentenceOf(t) && f.Predicate(k) && f.Child(k, news.Nsubj) != 0 {
			return k
		}
	}
	return 0
}

// opensQuote reports whether token k is the first of the words of q.
func (f *finder) opensQuote(q *news.Quote, k news.TokenID) bool {
	return f.TokenAt(q.Parts[0].Start) == k
}
