package eval

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// LangCount is a score under way: how many things gold and system have, and
// how many they share.
type LangCount struct{ Gold, System, Hit int }

// F1 in percent; 0 when both sides are empty.
func (c LangCount) F1() float64 {
	if c.Gold+c.System == 0 {
		return 0
	}
	return 200 * float64(c.Hit) / float64(c.Gold+c.System)
}

func (c *LangCount) add(o LangCount) {
	c.Gold, c.System, c.Hit = c.Gold+o.Gold, c.System+o.System, c.Hit+o.Hit
}

// LangScore holds the counts of every layer, as the CoNLL 2018 shared task
// defines them: words are aligned by their characters, relations compared
// without their subtypes.
type LangScore struct {
	Tokens, Sentences, Words, UPOS, XPOS, Lemmas, UAS, LAS, Names LangCount
}

// Add sums two scores.
func (s *LangScore) Add(o LangScore) {
	s.Tokens.add(o.Tokens)
	s.Sentences.add(o.Sentences)
	s.Words.add(o.Words)
	s.UPOS.add(o.UPOS)
	s.XPOS.add(o.XPOS)
	s.Lemmas.add(o.Lemmas)
	s.UAS.add(o.UAS)
	s.LAS.add(o.LAS)
	s.Names.add(o.Names)
}

// wordKey is where a word stands: the place of its token and its number in it.
type wordKey struct {
	span text.Span
	n    int
}

// keysOf gives every word of a its key and lists the places of the tokens.
func keysOf(a *news.Analysis) (keys []wordKey, tokens []text.Span) {
	keys = make([]wordKey, len(a.Tokens))
	for i := 0; i < len(a.Tokens); {
		end := i + 1
		for end < len(a.Tokens) && a.Tokens[end].Glued {
			end++
		}
		span := text.Span{Start: a.Tokens[i].Span.Start, End: a.Tokens[end-1].Span.End}
		tokens = append(tokens, span)
		for n := 0; i < end; n, i = n+1, i+1 {
			keys[i] = wordKey{span, n}
		}
	}
	return keys, tokens
}

// ScoreLanguage compares two analyses of the same text. Names are compared
// when gold has Mentions.
func ScoreLanguage(gold, system *news.Analysis) (s LangScore) {
	gk, gt := keysOf(gold)
	sk, st := keysOf(system)
	s.Tokens = LangCount{len(gt), len(st), shared(gt, st)}
	s.Sentences = LangCount{len(gold.Sentences), len(system.Sentences), shared(sentenceSpans(gold), sentenceSpans(system))}
	at := make(map[wordKey]int, len(sk))
	for i, k := range sk {
		at[k] = i
	}
	base := LangCount{Gold: len(gk), System: len(sk)}
	s.Words, s.UPOS, s.XPOS, s.Lemmas, s.UAS, s.LAS = base, base, base, base, base, base
	for i, k := range gk {
		j, ok := at[k]
		if !ok {
			continue
		}
		s.Words.Hit++
		s.word(gold, system, gk, sk, i, j)
	}
	if gold.Done&news.Mentions != 0 {
		s.Names = scoreNames(gold, system)
	}
	return s
}

// word counts what gold word i and system word j share.
func (s *LangScore) word(gold, system *news.Analysis, gk, sk []wordKey, i, j int) {
	if system.Done&news.Tags != 0 {
		g, y := gold.Tags[i], system.Tags[j]
		s.UPOS.Hit += one(g.UPOS == y.UPOS)
		s.XPOS.Hit += one(g.XPOS == y.XPOS)
		s.Lemmas.Hit += one(g.Lemma == y.Lemma)
	}
	if system.Done&news.Arcs != 0 {
		g, y := gold.Arcs[i], system.Arcs[j]
		same := g.Head == 0 && y.Head == 0 || g.Head != 0 && y.Head != 0 && gk[g.Head-1] == sk[y.Head-1]
		s.UAS.Hit += one(same)
		s.LAS.Hit += one(same && baseRel(g.Rel) == baseRel(y.Rel))
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func baseRel(r news.Rel) string {
	base, _, _ := strings.Cut(r.String(), ":")
	return base
}

func sentenceSpans(a *news.Analysis) []text.Span {
	out := make([]text.Span, len(a.Sentences))
	for i, s := range a.Sentences {
		out[i] = s.Span
	}
	return out
}

func shared[T comparable](a, b []T) (n int) {
	in := make(map[T]struct{}, len(a))
	for _, x := range a {
		in[x] = struct{}{}
	}
	for _, x := range b {
		if _, ok := in[x]; ok {
			n++
			delete(in, x)
		}
	}
	return n
}

type nameKey struct {
	span  text.Span
	label string
}

func scoreNames(gold, system *news.Analysis) LangCount {
	g, y := nameKeys(gold), nameKeys(system)
	return LangCount{len(g), len(y), shared(g, y)}
}

func nameKeys(a *news.Analysis) (out []nameKey) {
	for i := range a.Mentions {
		if label := NameLabel(&a.Mentions[i]); label != "" {
			m := &a.Mentions[i]
			out = append(out, nameKey{a.Tokens[m.First-1].Span.Cover(a.Tokens[m.Last-1].Span), label})
		}
	}
	return out
}
