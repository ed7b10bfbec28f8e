// Package common knows which words are common: in how many of 1000 English
// documents a word stands, out of a fixed table.
//
//	"people" 137, "ferry" none: two reports that share "ferry" have more in common
//
// In go nothing but the table; out come its words, each with its count, for
// callers to file under their own keys. What the reports at hand hold is not
// counted here: the table is what makes a weight the same whatever else was
// read.
package common

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
)

//go:embed words.txt
var lines string

// Documents is the number of documents that the counts are out of.
const Documents = 1000

// By files the counts of all words under the keys that key gives; of two words
// with one key the more frequent counts.
func By(key func(word string) uint32) map[uint32]float32 {
	m := map[uint32]float32{}
	for l := range strings.Lines(lines) {
		w, n, ok := strings.Cut(strings.TrimSpace(l), " ")
		if !ok || w == "#" {
			continue
		}
		if x, err := strconv.Atoi(n); err == nil {
			k := key(w)
			m[k] = max(m[k], float32(x))
		}
	}
	return m
}

// Rarity is the weight of a word that stands in count of the documents: from
// about 7 for one that the table does not know down to 0.
func Rarity(count float32) float64 {
	return math.Log((Documents + 1) / (1 + float64(count)))
}
