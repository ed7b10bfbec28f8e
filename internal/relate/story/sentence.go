package story

import (
	"cmp"
	"math"
	"slices"
)

// sentences are the vectors of a report's sentences, headline included.
func (c *clusters) sentences(i int32) (out [][]term) {
	a := c.in[i]
	for k := range a.Sentences[:min(len(a.Sentences), mostSentences)] {
		if v := c.sentence(words(a.Sentences[k].Span.Of(a.Doc.Text), nil, func(int) float32 { return 1 })); len(v) >= leastWords {
			out = append(out, v)
		}
	}
	return out
}

// mostSentences bounds the sentences of a report that are compared.
const mostSentences = 120

// leastWords is the number of words that two sentences must share for one to
// be the other.
const leastWords = 5

// manyWords in common make one thing of two long sentences of which each tells
// more besides: chance shares words, but not so many of them.
const (
	manyWords = 2 * leastWords
	longAt    = 0.45
)

// sentence weighs the words of one sentence.
func (c *clusters) sentence(all []count) []term {
	slices.SortFunc(all, func(x, y count) int { return cmp.Compare(x.word, y.word) })
	var v []term
	for k, x := range all {
		if k > 0 && all[k-1].word == x.word {
			continue
		}
		if idf := c.rarity(x.word); idf > 0 {
			v = append(v, term{x.word, idf})
		}
	}
	return unit(v)
}

// rarity is the weight of a word by how few reports hold it.
func (c *clusters) rarity(word uint32) float32 {
	return float32(max(0, math.Log((float64(len(c.in))+background)/float64(1+c.holds[word]+frequent[word]))))
}

// linked reports whether report i may belong to s at all: one with a date
// always; one without only if a sentence of it is told in the story too.
func (c *clusters) linked(i int32, s *cluster) bool {
	if !c.in[i].Day().IsZero() {
		return true
	}
	members := slices.Clone(s.members)
	slices.SortStableFunc(members, func(x, y int32) int {
		return cmp.Compare(dot(c.vectors[y], c.vectors[i]), dot(c.vectors[x], c.vectors[i]))
	})
	mine := c.sentences(i)
	for _, j := range members[:min(len(members), linkTo)] {
		for _, y := range c.sentences(j) {
			if slices.ContainsFunc(mine, func(x []term) bool { return same(x, y) }) {
				return true
			}
		}
	}
	return false
}

// same reports whether two sentences tell one thing: they are much alike, or
// less so and share so many words that chance is out of the question.
func same(x, y []term) bool {
	switch n := both(x, y); {
	case n >= manyWords:
		return dot(x, y) >= longAt
	case n >= leastWords:
		return dot(x, y) >= linkAt
	}
	return false
}

// both is the number of words that two sentences share.
func both(a, b []term) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word < b[j].word:
			i++
		case a[i].word > b[j].word:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
