// Package grammartest builds analyses by hand for the tests of the stages that
// read grammar: no model is needed, and a test says exactly what it relies on.
//
//	Varnia   NNP nsubj 2  name=state
//	rejected VBD root  0
//	the      DT  det   4
//	plan     NN  obj   2  lemma=plan
package grammartest

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Parse reads one token a line: form, Penn tag, relation, head (1-based, 0 for
// the root), then any of lemma=L, upos=U, name=KIND (a name of its own chain),
// chain=N (the name belongs to chain N) and time=VALUE. The whole is one
// sentence of a report published on day. It panics on a malformed line: a test
// that is written wrongly.
func Parse(day, table string) *news.Analysis {
	a := &news.Analysis{Doc: &news.Document{Published: news.Stamp{Value: day, Basis: news.Given}}}
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		f := strings.Fields(line)
		if b.Len() > 0 && f[0] != "," && f[0] != "." {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(f[0])
		a.Tokens = append(a.Tokens, news.Token{Span: text.At(start, b.Len())})
		head, err := strconv.Atoi(f[3])
		if err != nil {
			panic(err)
		}
		x := news.XPOS(max(0, slices.Index(news.XPOSNames[:], f[1])))
		a.Tags = append(a.Tags, news.Tag{XPOS: x, UPOS: coarse(f[1]), Lemma: lemma(f[0], f[1])})
		a.Arcs = append(a.Arcs, news.Arc{Head: news.TokenID(head), Rel: news.Rel(max(0, slices.Index(news.RelNames[:], f[2])))})
		for _, extra := range f[4:] {
			set(a, extra)
		}
	}
	a.Doc.Text = b.String()
	a.Doc.Blocks = []news.Block{{Span: text.At(0, b.Len())}}
	a.Sentences = []news.Sentence{{Span: text.At(0, b.Len()), First: 1, Last: news.TokenID(len(a.Tokens))}}
	a.Done = news.Tokens | news.Sentences | news.Tags | news.Arcs | news.Mentions | news.Chains | news.Times | news.Quotes
	return a
}

// set applies one "key=value" to the last token.
func set(a *news.Analysis, extra string) {
	key, value, _ := strings.Cut(extra, "=")
	t := news.TokenID(len(a.Tokens))
	span := a.Tokens[t-1].Span
	switch key {
	case "lemma":
		a.Tags[t-1].Lemma = value
	case "name":
		a.Chains = append(a.Chains, news.Chain{Kind: news.Kind(value), Named: true})
		mention(a, t, span, news.ChainID(len(a.Chains)), news.Kind(value))
	case "chain":
		n, _ := strconv.Atoi(value)
		mention(a, t, span, news.ChainID(n), a.Chains[n-1].Kind)
	case "time":
		a.Times = append(a.Times, news.Time{Span: span, Sentence: 1, Kind: news.Date, Value: value})
	default:
		panic("grammartest: unknown " + extra)
	}
}

func mention(a *news.Analysis, t news.TokenID, span text.Span, c news.ChainID, k news.Kind) {
	a.Mentions = append(a.Mentions, news.Mention{Span: span, First: t, Last: t, Sentence: 1, Kind: k, Chain: c})
	a.Chains[c-1].Mentions = append(a.Chains[c-1].Mentions, news.MentionID(len(a.Mentions)))
}

// coarse is the universal tag that a Penn tag most often goes with.
func coarse(x string) news.UPOS {
	switch {
	case strings.HasPrefix(x, "NNP"):
		return news.PROPN
	case strings.HasPrefix(x, "NN"):
		return news.NOUN
	case strings.HasPrefix(x, "VB"):
		return news.VERB
	case strings.HasPrefix(x, "JJ"):
		return news.ADJ
	case strings.HasPrefix(x, "RB"):
		return news.ADV
	case strings.HasPrefix(x, "PRP"), x == "WP":
		return news.PRON
	case x == "MD":
		return news.AUX
	case x == "IN":
		return news.ADP
	case x == "TO", x == "POS":
		return news.PART
	case x == "DT":
		return news.DET
	case x == "CC":
		return news.CCONJ
	case x == "CD":
		return news.NUM
	}
	return news.PUNCT
}

// lemma is good enough for regular words; irregular ones say lemma=.
func lemma(form, x string) string {
	w := strings.ToLower(form)
	switch x {
	case "NNS", "VBZ":
		return strings.TrimSuffix(w, "s")
	case "VBD", "VBN":
		return strings.TrimSuffix(w, "ed")
	case "VBG":
		return strings.TrimSuffix(w, "ing")
	case "NNP", "NNPS":
		return form
	}
	return w
}

// Wild makes an Analysis out of noise: any words, tags, relations, names and
// times on a random tree, for fuzzing. The same bytes give the same analysis.
func Wild(words string, seed uint64) *news.Analysis {
	r := rand.New(rand.NewPCG(seed, 1))
	f := strings.Fields(words)
	var b strings.Builder
	for i, w := range f {
		x := news.XPOSNames[1+r.IntN(len(news.XPOSNames)-1)]
		head := 0
		if i > 0 {
			head = 1 + r.IntN(i)
		}
		b.WriteString(w + " " + x + " " + news.RelNames[1+r.IntN(len(news.RelNames)-1)] + " " + strconv.Itoa(head))
		switch r.IntN(8) {
		case 0:
			b.WriteString(" name=person")
		case 1:
			b.WriteString(" name=state")
		case 2:
			b.WriteString(" time=2025-03-11")
		}
		b.WriteByte('\n')
	}
	a := Parse("2025-03-10", b.String())
	if n := len(a.Doc.Text); n > 0 && len(a.Chains) > 0 && r.IntN(2) == 0 {
		a.Quotes = []news.Quote{{Form: news.Indirect, Parts: []text.Span{a.Sentences[0].Span}, Speaker: news.Party{Chain: 1}, Sentence: 1}}
	}
	return a
}
