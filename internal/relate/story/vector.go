package story

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/common"
	"rapporteur/internal/text"
)

const (
	titleWeight = 3   // a word of the title counts so often
	leadWeight  = 2   // a word of the lead
	leadWords   = 60  // words of the text that are its lead
	nameWeight  = 1.4 // a word mostly seen with a capital
	maxTerms    = 100 // terms of a vector
	background  = 1000
)

// frequent gives how many of 1000 documents hold a word.
var frequent = common.By(hashOf)

// term is one word of a vector.
type term struct {
	word   uint32
	weight float32
}

// count is how often a word stands in a report, by zone weight.
type count struct {
	word   uint32
	n      float32
	total  int16
	capped int16 // how often with a capital
}

func hashOf(w string) uint32 {
	h := uint32(2166136261)
	for _, r := range stem(w) {
		h = (h ^ uint32(unicode.ToLower(r))) * 16777619
	}
	return h
}

// stem takes the plural and possessive s away: enough to bring "missiles" and
// "missile's" together, too little to bring strangers together.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u' && w[len(w)-2] != 'i' {
		return w[:len(w)-1]
	}
	return w
}

// shortWord is how many bytes a word has in texts of short words, with the gap behind it.
const shortWord = 5

// counts are the words of a report, sorted by word.
func counts(a *news.Analysis) []count {
	d := a.Doc
	all := make([]count, 0, len(d.Text)/shortWord)
	title := text.Span{}
	if !d.Headline.IsZero() {
		title = d.Headline
	} else {
		all = words(d.Title, all, func(int) float32 { return titleWeight })
	}
	n := 0
	all = words(d.Text, all, func(at int) float32 {
		if int32(at) < title.End {
			return titleWeight
		}
		if n++; n <= leadWords {
			return leadWeight
		}
		return 1
	})
	slices.SortFunc(all, func(x, y count) int { return cmp.Compare(x.word, y.word) })
	out := all[:0]
	for _, c := range all {
		if k := len(out) - 1; k >= 0 && out[k].word == c.word {
			out[k].n, out[k].total, out[k].capped = out[k].n+c.n, out[k].total+1, out[k].capped+c.capped
			continue
		}
		out = append(out, c)
	}
	return slices.Clip(out)
}

// words appends the words of s; weight gives the weight of the word at an offset.
func words(s string, out []count, weight func(at int) float32) []count {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (i == start || text.Plain(r) != '\'' && r != '-') {
				break
			}
			i += size
		}
		if i == start {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		w := s[start:i]
		if last, _ := utf8.DecodeLastRuneInString(w); !unicode.IsLetter(last) {
			w = strings.TrimRight(w, "'’-")
		}
		c := count{word: hashOf(w), n: weight(start), total: 1}
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			c.capped = 1
		}
		out = append(out, c)
	}
	return out
}

// vectors weighs the words of all reports: how often, times how rare; each
// vector has length 1 and is sorted by word. holds is the number of reports
// that hold a word.
func vectors(in []*news.Analysis) (out [][]term, holds map[uint32]float32) {
	all := make([][]count, len(in))
	holds = map[uint32]float32{}
	for i, a := range in {
		all[i] = counts(a)
		for _, c := range all[i] {
			holds[c.word]++
		}
	}
	out = make([][]term, len(in))
	n := float64(len(in)) + background
	for i, cs := range all {
		out[i] = weighed(cs, func(word uint32) float64 { return max(0, math.Log(n/float64(1+holds[word]+frequent[word]))) })
	}
	return out, holds
}

// weighed makes the vector of a report's words.
func weighed(cs []count, rarity func(word uint32) float64) []term {
	v := make([]term, 0, len(cs))
	for _, c := range cs {
		w := (1 + math.Log(float64(c.n))) * rarity(c.word)
		if c.capped*2 > c.total {
			w *= nameWeight
		}
		v = append(v, term{c.word, float32(w)})
	}
	return unit(heaviest(v))
}

// Vector is what a report is about, as far as its own words tell: each word
// weighed by how rare it is in any report.
type Vector []term

// VectorOf weighs the words of a by the fixed table alone, so that the vector
// is the report's own, whatever else was read.
func VectorOf(a *news.Analysis) Vector {
	return weighed(counts(a), func(word uint32) float64 { return common.Rarity(frequent[word]) })
}

// termSize is the number of bytes of a term as Append writes it.
const termSize = 8

// Append adds v to b as bytes.
func (v Vector) Append(b []byte) []byte {
	for _, t := range v {
		b = binary.LittleEndian.AppendUint32(b, t.word)
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(t.weight))
	}
	return b
}

// VectorFrom is the vector that Append wrote; what is left behind the last whole
// term is not looked at.
func VectorFrom(b []byte) Vector {
	v := make(Vector, len(b)/termSize)
	for i := range v {
		v[i] = term{binary.LittleEndian.Uint32(b[termSize*i:]), math.Float32frombits(binary.LittleEndian.Uint32(b[termSize*i+4:]))}
	}
	return v
}

// Cosine says how like each other two reports are, from 0 to 1.
func Cosine(a, b Vector) float32 { return dot(a, b) }

// heaviest keeps the terms of most weight.
func heaviest(v []term) []term {
	if len(v) <= maxTerms {
		return v // sorted by word, as counts are
	}
	by := slices.Clone(v)
	slices.SortFunc(by, byWeight)
	least := by[maxTerms-1]
	out := by[:0]
	for _, t := range v {
		if byWeight(t, least) <= 0 {
			out = append(out, t)
		}
	}
	return slices.Clone(out)
}

func byWeight(x, y term) int {
	switch { // weights are numbers, and the order is asked for often
	case x.weight > y.weight:
		return -1
	case x.weight < y.weight:
		return 1
	}
	return cmp.Compare(x.word, y.word)
}

// unit scales v to length 1.
func unit(v []term) []term {
	sum := 0.0
	for _, t := range v {
		sum += float64(t.weight) * float64(t.weight)
	}
	if sum == 0 {
		return v
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i].weight *= scale
	}
	return v
}

// dot is the cosine of two unit vectors.
func dot(a, b []term) (sum float32) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word < b[j].word:
			i++
		case a[i].word > b[j].word:
			j++
		default:
			sum += a[i].weight * b[j].weight
			i, j = i+1, j+1
		}
	}
	return sum
}
