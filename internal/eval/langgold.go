package eval

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// LangGold lays the words of sents over doc, the text they are the reading of:
// tokens and sentences with their places, tags and arcs, as annotate would
// make them. It fails when the words are not the text.
func LangGold(doc *news.Document, sents []LangSentence) (*news.Analysis, error) {
	a := &news.Analysis{Doc: doc, Done: news.Tokens | news.Sentences | news.Tags | news.Arcs}
	at, block := 0, int32(0)
	for i, s := range sents {
		if i > 0 && (s.NewDoc || s.NewPar) {
			block++
		}
		first := len(a.Tokens)
		for _, w := range s.Words {
			start, end, ok := place(doc.Text, at, w.Form)
			if !ok {
				return nil, fmt.Errorf("lay gold: %s: %q is not at byte %d", s.ID, w.Form, at)
			}
			at = end
			a.Tokens = append(a.Tokens, news.Token{Span: text.At(start, end), Glued: w.Glued})
			a.Tags = append(a.Tags, goldTag(w))
			a.Arcs = append(a.Arcs, goldArc(w, first))
		}
		a.Sentences = append(a.Sentences, news.Sentence{
			Span:  text.Span{Start: a.Tokens[first].Span.Start, End: int32(at)},
			First: news.TokenID(first + 1), Last: news.TokenID(len(a.Tokens)), Block: block,
		})
	}
	return a, nil
}

// place finds form at or after byte at of txt, white space apart.
func place(txt string, at int, form string) (start, end int, ok bool) {
	at = skipSpace(txt, at)
	start = at
	for i, r := range form {
		if unicode.IsSpace(r) {
			continue
		}
		at = skipSpace(txt, at)
		got, n := utf8.DecodeRuneInString(txt[at:])
		want, _ := utf8.DecodeRuneInString(form[i:])
		if n == 0 || got != want {
			return 0, 0, false
		}
		at += n
	}
	return start, at, true
}

func skipSpace(txt string, at int) int {
	for at < len(txt) {
		r, n := utf8.DecodeRuneInString(txt[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += n
	}
	return at
}

func goldTag(w LangWord) news.Tag {
	return news.Tag{UPOS: UPOSOf(w.UPOS), XPOS: XPOSOf(w.XPOS), Feats: FeatsOf(w.Feats), Lemma: w.Lemma}
}

func goldArc(w LangWord, first int) news.Arc {
	arc := news.Arc{Rel: RelOf(w.Rel)}
	if w.Head > 0 {
		arc.Head = news.TokenID(first + w.Head)
	}
	return arc
}

var (
	uposByName = uposNames()
	xposByName = index(news.XPOSNames[:])
	relByName  = index(news.RelNames[:])
	featByName = index(news.FeatNames[:])
)

func uposNames() map[string]news.UPOS {
	m := map[string]news.UPOS{}
	for u := news.NoUPOS; u <= news.X; u++ {
		m[u.String()] = u
	}
	return m
}

func index(names []string) map[string]int {
	m := make(map[string]int, len(names))
	for i, n := range names {
		m[n] = i
	}
	return m
}

// UPOSOf is the tag of that name; NoUPOS for a name that is none.
func UPOSOf(name string) news.UPOS { return uposByName[name] }

// XPOSOf is the Penn tag of that name; 0 for a name that is none.
func XPOSOf(name string) news.XPOS { return news.XPOS(xposByName[name]) }

// RelOf is the relation of that name, or the relation without its subtype.
func RelOf(name string) news.Rel {
	if i, ok := relByName[name]; ok {
		return news.Rel(i)
	}
	base, _, _ := strings.Cut(name, ":")
	if i, ok := relByName[base]; ok {
		return news.Rel(i)
	}
	return news.Dep
}

// FeatsOf reads a FEATS column; features that news has no bit for are dropped.
func FeatsOf(column string) (f news.Feats) {
	for part := range strings.SplitSeq(column, "|") {
		if i, ok := featByName[part]; ok {
			f |= 1 << i
		}
	}
	return f
}
