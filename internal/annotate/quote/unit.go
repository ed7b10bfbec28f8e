package quote

// unit is a run of sentences that quotations join: first..last are its tokens.
//
//	[“I know.] [He knows,” she said.]     one unit
type unit struct {
	first, last                 int
	firstSentence, lastSentence int
	block                       int32
	cues                        []int // the cues in it, by place
}

// unitAt is the unit that begins with sentence s.
func (f *finder) unitAt(s int) unit {
	u := unit{firstSentence: s, lastSentence: s, block: f.a.Sentences[s].Block}
	u.first = int(f.a.Sentences[s].First) - 1
	for {
		u.last = min(int(f.a.Sentences[u.lastSentence].Last), f.n()) - 1
		next := u.lastSentence + 1
		if next >= len(f.a.Sentences) || u.last < 0 || f.a.Sentences[next].Block != u.block {
			break
		}
		q := f.inside[u.last]
		i := int(f.a.Sentences[next].First) - 1
		if q == 0 || i >= f.n() || f.inside[i] != q {
			if !f.trails(u.last, i) {
				break
			}
		}
		u.lastSentence = next
	}
	for f.cueFrom < len(f.cues) && f.cues[f.cueFrom].at <= u.last {
		if f.cues[f.cueFrom].at >= u.first {
			u.cues = append(u.cues, f.cueFrom)
		}
		f.cueFrom++
	}
	return u
}

// trails reports whether a sentence that begins at token i in lower case goes
// on after a quotation that ends with token last: “Why?” / he asked.
func (f *finder) trails(last, i int) bool {
	if i >= f.n() || f.inside[last] == 0 || f.inside[i] != 0 || f.upper(i) {
		return false
	}
	return !f.wordless(i)
}

// outside reports whether the unit has a word outside quotation marks.
func (f *finder) outside(u *unit) bool {
	for i := u.first; i <= u.last; i++ {
		if f.inside[i] == 0 && !f.wordless(i) {
			return true
		}
	}
	return false
}
