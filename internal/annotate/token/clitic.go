package token

// clitic is the length of the clitic that ends w: "n't", "'s", "'ll", the
// bare apostrophe of "workers'" is marks' business. 0 when w has none.
func clitic(w string) int {
	for i := len(w) - 1; i > 0 && i >= len(w)-3; i-- {
		n := apostrophe(w, i)
		if n == 0 && i >= 2 {
			n = apostrophe(w, i-2) // the three-byte apostrophe ends at i
			if n == 3 {
				return cliticAt(w, i-2, 3)
			}
			continue
		}
		if n > 0 {
			return cliticAt(w, i, n)
		}
	}
	return 0
}

// cliticAt is the length of the clitic whose apostrophe, n bytes long, stands
// at w[i].
func cliticAt(w string, i, n int) int {
	tail := w[i+n:]
	switch {
	case i == 0:
		return 0
	case fold(tail, "s"):
		if class[w[i-1]] == digit {
			return 0 // "the 1980's"
		}
		return n + 1
	case fold(tail, "m"), fold(tail, "d"):
		return n + 1
	case fold(tail, "ll"), fold(tail, "re"), fold(tail, "ve"):
		return n + 2
	case fold(tail, "t") && i >= 2 && (w[i-1] == 'n' || w[i-1] == 'N'):
		return n + 2
	}
	return 0
}

// fold reports whether a is the lower-case ASCII word b in any case.
func fold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if a[i]|0x20 != b[i] {
			return false
		}
	}
	return true
}

// figureLen is the length of the figure in front of a unit: 2 in "10km",
// 4 in "5:30pm". 0 when w is no figure with a unit.
func figureLen(w string) int {
	if class[w[0]] != digit {
		return 0
	}
	i := 0
	for i < len(w) && (class[w[i]] == digit || w[i] == '.' || w[i] == ',' || w[i] == ':') {
		i++
	}
	if i == len(w) || class[w[i-1]] != digit {
		return 0
	}
	unit := w[i:]
	if unit[len(unit)-1] == '.' {
		unit = unit[:len(unit)-1]
	}
	if !units.has(unit) {
		return 0
	}
	return i
}
