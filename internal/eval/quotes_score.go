package eval

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// QuotesScore counts attributions of a corpus. A content is found when one
// predicted quote covers at least half of its words; its speaker is right when
// a capitalised word of the gold source (any content word, where it has none)
// stands in the predicted speaker's words or in a name of its chain.
type QuotesScore struct {
	Direct, Other            Found
	Hit, WantWords, GotWords int // words of content: in both, in gold, predicted
}

// Found counts contents and speakers.
type Found struct{ Asked, Found, WithSource, Right int }

// Recall is the share of contents found, Speakers that of right speakers among
// the found ones with a source.
func (f Found) Recall() float64   { return ratio(f.Found, f.Asked) }
func (f Found) Speakers() float64 { return ratio(f.Right, f.WithSource) }

// F1 is that of words of content.
func (s *QuotesScore) F1() float64 { return ratio(2*s.Hit, s.WantWords+s.GotWords) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// QuotesOfBrat scores the annotator on a corpus and prints the figures.
func QuotesOfBrat(w io.Writer, an *annotate.Annotator, docs []AttributedText) (s QuotesScore, err error) {
	for _, d := range docs {
		s.Add(d.Gold, an.Annotate(paragraphs(d.Text)))
	}
	for _, row := range []struct {
		name string
		f    Found
	}{{"direct quotes", s.Direct}, {"other quotes", s.Other}} {
		if _, err = fmt.Fprintf(w, "%-14s found %5.1f%% of %d, right speaker %5.1f%% of %d\n", row.name, 100*row.f.Recall(), row.f.Asked, 100*row.f.Speakers(), row.f.WithSource); err != nil {
			return s, err
		}
	}
	_, err = fmt.Fprintf(w, "%-14s P %.1f R %.1f F %.1f\n", "content words", 100*ratio(s.Hit, s.GotWords), 100*ratio(s.Hit, s.WantWords), 100*s.F1())
	return s, err
}

// Add counts one document.
func (s *QuotesScore) Add(gold []Attribution, a *news.Analysis) {
	words := wordSpans(a.Doc.Text)
	want, got := make([]bool, len(words)), make([]bool, len(words))
	for i := range gold {
		mark(want, words, gold[i].Content)
		s.attribution(&gold[i], a, words)
	}
	for i := range a.Quotes {
		mark(got, words, a.Quotes[i].Parts)
	}
	for i := range words {
		if want[i] {
			s.WantWords++
		}
		if got[i] {
			s.GotWords++
		}
		if want[i] && got[i] {
			s.Hit++
		}
	}
}

func (s *QuotesScore) attribution(g *Attribution, a *news.Analysis, words []text.Span) {
	f := &s.Other
	if g.Direct {
		f = &s.Direct
	}
	f.Asked++
	all, best, most := 0, -1, 0
	for _, w := range words {
		if covers(g.Content, w) {
			all++
		}
	}
	for i := range a.Quotes {
		n := 0
		for _, w := range words {
			if covers(a.Quotes[i].Parts, w) && covers(g.Content, w) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if all == 0 || 2*most < all {
		return
	}
	f.Found++
	if g.Source == "" {
		return
	}
	f.WithSource++
	if sharesWord(speakerNames(a, a.Quotes[best].Speaker), g.Source) {
		f.Right++
	}
}

// speakerNames is a party's words and every name of its chain.
func speakerNames(a *news.Analysis, p news.Party) string {
	out := p.Span.Of(a.Doc.Text)
	if c := a.Chain(p.Chain); c != nil && c.Named {
		out += " " + c.Name
		for _, id := range c.Mentions {
			if m := a.Mention(id); m.Form == news.Name {
				out += " " + m.Span.Of(a.Doc.Text)
			}
		}
	}
	return out
}

var smallWords = strings.Fields("the a an of and to in for on his her their its he she they it that this who these those said was is")

// sharesWord reports whether names holds one of the words of source that tell.
func sharesWord(names, source string) bool {
	has := map[string]bool{}
	for _, w := range fieldsOfLetters(names) {
		has[strings.ToLower(w)] = true
	}
	var capital, content, all []string
	for _, w := range fieldsOfLetters(source) {
		low := strings.ToLower(w)
		all = append(all, low)
		if small(low) {
			continue
		}
		content = append(content, low)
		if r, size := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && size < len(w) {
			capital = append(capital, low)
		}
	}
	want := all
	if len(capital) > 0 {
		want = capital
	} else if len(content) > 0 {
		want = content
	}
	for _, w := range want {
		if has[w] {
			return true
		}
	}
	return false
}

func small(w string) bool {
	for _, s := range smallWords {
		if s == w {
			return true
		}
	}
	return false
}

func fieldsOfLetters(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// wordSpans are the runs of letters and digits of s.
func wordSpans(s string) (out []text.Span) {
	start := -1
	for i, r := range s + " " {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			out = append(out, text.At(start, i))
			start = -1
		}
	}
	return out
}

func covers(parts []text.Span, w text.Span) bool {
	for _, p := range parts {
		if p.Contains(w) {
			return true
		}
	}
	return false
}

func mark(in []bool, words []text.Span, parts []text.Span) {
	for i, w := range words {
		if covers(parts, w) {
			in[i] = true
		}
	}
}
