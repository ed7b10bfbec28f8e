package position

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// reach of the closing mark behind an issue, in bytes.
const pairReach = 4

// curtailed is s without an afterthought: what a comma and a word of its own
// clause ("but", "which", "saying"), or a dash between spaces, begin.
func (f *finder) curtailed(s text.Span, at news.TokenID) text.Span {
	first, related := f.TokenAt(s.Start), false
	for k := first + 2; k <= f.Len() && f.Span(k).End <= s.End; k++ {
		switch f.Word(k) {
		case ",":
			if !f.lex.afterthought[strings.ToLower(f.Word(k+1))] || f.Span(k+1).End > s.End {
				continue
			}
		case "–", "—", "―", "--", "-":
			if f.Span(k-1).End == f.Span(k).Start || f.Span(k).End == f.Span(k+1).Start {
				continue
			}
		case "in":
			if l := f.Lemma(k + 1); l != "protest" && l != "response" || f.Span(k+1).End > s.End || f.Span(first).Start > f.Span(at).Start && f.UPOS(first) == news.VERB {
				continue
			}
		case ";":
		case "and", "but":
			if f.saysOn(k+1) && f.Span(k+1).End < s.End {
				break
			}
			if related || !f.resumesAt(k+1) || f.Span(k+1).End > s.End {
				continue
			}
		case "who", "which", "that", "when", "where", "if", "what", "whom":
			related = true
			continue
		default:
			continue
		}
		if k > at || at > f.TokenAt(s.End-1) {
			s.End = f.Span(k - 1).End
			return s
		}
	}
	return s
}

// paired is s with the quotation marks in it in pairs: a mark that opens at its
// end is left out, one that closes right behind it is taken in: `called the plan
// "a sham["]`.
func (f *finder) paired(s text.Span) text.Span {
	doc := f.a.Doc.Text
	for range 2 {
		words := s.Of(doc)
		open := strings.LastIndexAny(words, "“\"")
		if open < 0 || !opens(words, open) {
			break
		}
		if strings.Trim(words[open:], "“\" ") == "" {
			s.End = s.Start + int32(open)
			s = s.Trim(doc)
			continue
		}
		behind := doc[s.End:min(int(s.End)+pairReach, len(doc))]
		if i := strings.IndexAny(behind, "”\""); i >= 0 && strings.Trim(behind[:i], ".,!? ") == "" {
			s.End += int32(i) + int32(len("\""))
			if strings.HasPrefix(behind[i:], "”") {
				s.End += int32(len("”") - len("\""))
			}
		}
		break
	}
	return s
}

// opens reports whether the mark at byte i of words opens a quotation that
// words do not close.
func opens(words string, i int) bool {
	if strings.HasPrefix(words[i:], "“") {
		return !strings.Contains(words[i:], "”")
	}
	return strings.Count(words, "\"")%2 == 1
}

// resumesAt reports whether token k, or the one behind an adverb at k, is an
// auxiliary in a tense: another predicate begins there.
func (f *finder) resumesAt(k news.TokenID) bool {
	for f.UPOS(k) == news.ADV && k < f.Len() {
		k++
	}
	if f.Lemma(k) == "say" && f.Tag(k).XPOS == news.VBD {
		return true // "must leave and said"
	}
	switch f.Tag(k).XPOS {
	case news.VBD, news.VBZ, news.MD:
		return f.UPOS(k) == news.AUX
	}
	return false
}

// saysOn reports whether k is a verb of saying in the past with a "that" of its own, which
// goes on with what the holder says: "open the port and [hinted] that they might".
func (f *finder) saysOn(k news.TokenID) bool {
	return k < f.Len() && f.Tag(k).XPOS == news.VBD && f.Lemma(k+1) == "that" && f.UPOS(k) == news.VERB
}

// untailed is s without the words at its end that open what it does not hold: "the
// pivot [to the]".
func (f *finder) untailed(s text.Span) text.Span {
	first := f.TokenAt(s.Start)
	for k := f.TokenAt(s.End - 1); s.Len() > 0 && k > first; k-- {
		switch f.UPOS(k) {
		case news.DET, news.CCONJ, news.SCONJ:
		case news.PART:
			if f.Lemma(k) != "to" {
				return s
			}
		case news.ADP:
			if h := f.Head(k); h <= k || f.Rel(k) != news.Case {
				return s
			}
		case news.ADV: // "the use of a lorry [to deliberately]"
			if f.Lemma(k-1) != "to" || f.UPOS(k-1) != news.PART {
				return s
			}
		default:
			return s
		}
		if h := f.Head(k); h <= k || f.Span(k).Start <= s.Start {
			return s
		}
		s.End = f.Span(k - 1).End
	}
	return s
}

// unheaded is s without the words before it that only join it to what stands before:
// "[for] what occurred", "[and will not] tolerate", "[and said] the alarm failed".
func (f *finder) unheaded(s text.Span) text.Span {
	joined := false
	for k := f.TokenAt(s.Start); k < f.Len() && f.Span(k+1).End <= s.End; k++ {
		switch f.UPOS(k) {
		case news.CCONJ:
			if l := f.Lemma(k); l != "and" && l != "but" {
				return s
			}
			joined = true
		case news.AUX, news.PART, news.VERB:
			if !joined || f.UPOS(k) == news.VERB && !(f.Lemma(k) == "say" && f.Tag(k).XPOS == news.VBD) {
				return s
			}
		case news.SCONJ, news.ADP:
			if l := f.Lemma(k); l != "that" && (l != "for" || f.Lemma(k+1) != "what") {
				return s
			}
		default:
			return s
		}
		s.Start = f.Span(k + 1).Start
	}
	return s
}

// withThatAs is issue s with the pronoun before the "as" that it begins with: "dismissed
// [that as a trick]".
func (f *finder) withThatAs(s text.Span) text.Span {
	k := f.TokenAt(s.Start)
	if l := f.Lemma(k - 1); k > 2 && f.Lemma(k) == "as" && (l == "that" || l == "it" || l == "this") {
		s.Start = f.Span(k - 1).Start
	}
	return s
}
