package lex

// Phrases finds phrases in running text, each with a set of kinds, a bit a
// kind. Case, full stops, hyphens, apostrophes and white space do not matter:
//
//	"Al-Qaeda", "al Qaeda", "AL QAEDA"
type Phrases struct{ t table[uint32] }

// NewPhrases is an empty table.
func NewPhrases() *Phrases {
	p := &Phrases{}
	p.t.grow()
	return p
}

// Put adds kinds to phrase.
func (p *Phrases) Put(phrase string, kinds uint32) {
	if was := p.t.exact(phrase, folded); was != nil {
		*was |= kinds
		return
	}
	p.t.put(phrase, kinds, folded)
}

// Longest is the kinds of the longest phrase of words i.. below n, and how
// many words it has; 0 for none. word must return the text of word k.
func (p *Phrases) Longest(i, n int, word func(int) string) (kinds uint32, length int) {
	if k, m := p.t.longest(i, n, word, folded); k != nil {
		return *k, m
	}
	return 0, 0
}
