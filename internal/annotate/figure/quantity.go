package figure

import (
	"math"
	"strconv"
	"strings"

	"rapporteur/internal/news"
)

// quantity is a number as the words give it.
type quantity struct {
	first, last news.TokenID // from the currency sign to the last word of number or unit
	core        news.TokenID // the token that grammar hangs the number on
	value       float64
	high        float64 // the upper end of a range; 0 without one
	vague       bool
	words       bool // written in words
	unit        string
}

func (n quantity) rule() string {
	switch {
	case n.vague:
		return "figure/vague"
	case n.high > 0:
		return "figure/range"
	case n.unit != "":
		return "figure/measure"
	}
	return "figure/count"
}

// confidence is the share of figures of this form that reading found right,
// as docs/quality.md has it.
func (n quantity) confidence() float32 {
	if n.words && n.unit == "" {
		return 0.85
	}
	return 0.93
}

// interval is what the words allow. "About" is taken for a tenth to either
// side, and an amount in the dozens, hundreds or thousands for twice the unit
// and upward.
func (n quantity) interval(bound string) (low, high float64, open bool) {
	low, high = n.value, max(n.value, n.high)
	switch {
	case n.vague:
		return n.high, 0, true
	case bound == "at least", bound == "more than":
		return low, 0, true
	case bound == "at most", bound == "less than":
		return 0, high, false
	case bound == "about":
		return low * 0.9, high * 1.1, false
	}
	return low, high, false
}

// quantity reads the number that begins at t, if one does.
func (f *finder) quantity(t, end news.TokenID) (n quantity, ok bool) {
	if !f.numeric(t) {
		return n, false
	}
	n.first = t
	if c, is := f.data.currency[f.lower(t)]; is && t < end {
		n.unit = c
		t++
	}
	if n.unit == "" && f.vagueAt(&n, t, end) {
		return n, true
	}
	v, last, words, is := f.cardinal(t, end)
	if !is {
		return n, false
	}
	n.value, n.core, n.last, n.words = v, t, last, words
	f.rangeEnd(&n, end)
	return n, true
}

// numeric is a cheap test that lets most tokens pass by.
func (f *finder) numeric(t news.TokenID) bool {
	w := f.Word(t)
	if w == "" {
		return false
	}
	if c := w[0]; c >= '0' && c <= '9' || c >= 0x80 || c == '$' {
		return true
	}
	if len(w) > 9 {
		return false
	}
	w = strings.ToLower(w)
	_, one := f.data.ones[w]
	_, vague := f.data.vagues[w]
	_, cur := f.data.currency[w]
	return one || vague || cur || w == "a" || w == "half" || w == "tens"
}

// vagueAt reads "dozens", "tens of thousands".
func (f *finder) vagueAt(n *quantity, t, end news.TokenID) bool {
	w, last, low := f.lower(t), t, 0.0
	if w == "tens" || w == "hundreds" {
		if v, is := f.data.vagues[f.lower(t+2)]; is && t+2 <= end && f.lower(t+1) == "of" {
			low, last = v*10, t+2
			if w == "hundreds" {
				low *= 10
			}
		}
	}
	if v, is := f.data.vagues[w]; low == 0 && is {
		low = v
	}
	if low == 0 {
		return false
	}
	n.core, n.last, n.vague, n.high, n.words = last, last, true, low, true
	return true
}

// rangeEnd reads "12 or 13", "10-15", "2 to 3 million", "between 10 and 15".
func (f *finder) rangeEnd(n *quantity, end news.TokenID) {
	sep := f.lower(n.last + 1)
	if n.last+2 > end || !f.data.joining[sep] {
		return
	}
	if sep == "and" && f.lower(n.first-1) != "between" {
		return
	}
	v, last, _, ok := f.cardinal(n.last+2, end)
	if !ok {
		return
	}
	if n.value < 1000 && v >= 1000 && v/n.value > 1000 { // "2 to 3 million"
		n.value *= math.Pow(1000, math.Floor(math.Log10(v)/3))
	}
	if v > n.value && v <= 20*n.value {
		n.high, n.last = v, last
	}
}

// cardinal reads one number in digits or words from t on.
func (f *finder) cardinal(t, end news.TokenID) (v float64, last news.TokenID, words, ok bool) {
	if v, ok = f.data.digits(f.Word(t)); ok {
		v, last = f.scaled(v, t, end)
		return v, last, false, true
	}
	w := f.lower(t)
	if w == "a" || w == "half" {
		return f.article(t, end)
	}
	if v, ok = f.data.ones[w]; !ok {
		return 0, t, false, false
	}
	last = t
	if f.Word(t+1) == "-" && t+2 <= end { // "twenty-five"
		if u, is := f.data.ones[f.lower(t+2)]; is && v >= 20 && u < 10 {
			v, last = v+u, t+2
		}
	}
	v, last = f.scaled(v, last, end)
	if u, l, more := f.rest(v, last, end); more {
		v, last = v+u, l
	}
	return v, last, true, true
}

// article reads "a dozen", "half a million", "half a dozen", "a hundred".
func (f *finder) article(t, end news.TokenID) (v float64, last news.TokenID, words, ok bool) {
	v = 1
	if f.lower(t) == "half" {
		v = 0.5
		if f.lower(t+1) == "a" {
			t++
		}
	} else if f.lower(t+1) == "half" && f.lower(t+2) == "dozen" {
		v, t = 0.5, t+1
	}
	s, is := f.data.scales[f.lower(t+1)]
	if !is || t+1 > end || len(f.Word(t+1)) < 5 {
		return 0, t, false, false
	}
	return v * s, t + 1, true, true
}

// scaled multiplies v by the scale words that follow it.
func (f *finder) scaled(v float64, last, end news.TokenID) (float64, news.TokenID) {
	for last+1 <= end {
		s, is := f.data.scales[f.lower(last+1)]
		if !is || len(f.Word(last+1)) <= 2 && f.Span(last+1).Start != f.Span(last).End || f.metres(last) {
			break
		}
		v, last = v*s, last+1
	}
	return v, last
}

// metres reports whether the "m" behind the number at t is no million: "50m
// from the scene", but not "$50m from the fund".
func (f *finder) metres(t news.TokenID) bool {
	_, money := f.data.currency[f.lower(t-1)]
	return !money && f.lower(t+1) == "m" && f.data.distances[f.lower(t+2)]
}

// rest reads "and twenty-six" after "three hundred".
func (f *finder) rest(v float64, last, end news.TokenID) (float64, news.TokenID, bool) {
	if v < 100 || math.Mod(v, 100) != 0 || last+2 > end || f.lower(last+1) != "and" {
		return 0, last, false
	}
	u, is := f.data.ones[f.lower(last+2)]
	if !is {
		return 0, last, false
	}
	last += 2
	if f.Word(last+1) == "-" && last+2 <= end {
		if w, more := f.data.ones[f.lower(last+2)]; more && u >= 20 && w < 10 {
			return u + w, last + 2, true
		}
	}
	return u, last, true
}

// digits reads "150,000", "3.5", "1.5m", "20%" apart from its sign.
func (d *data) digits(w string) (float64, bool) {
	if w == "" || w[0] < '0' || w[0] > '9' || len(w) > 24 {
		return 0, false
	}
	w = strings.ToLower(w)
	body := strings.TrimRight(w, "kmbnt")
	mult := 1.0
	if tail := w[len(body):]; tail != "" {
		s, is := d.scales[tail]
		if !is {
			return 0, false
		}
		mult = s
	}
	plain := strings.ReplaceAll(body, ",", "")
	if len(plain) != len(body) && !grouped(body) {
		return 0, false
	}
	v, err := strconv.ParseFloat(plain, 64)
	return v * mult, err == nil && !math.IsInf(v, 0) && !strings.ContainsAny(plain, "exp_")
}

// grouped reports whether the commas of w stand before groups of three
// digits, or of two and three as India writes them.
func grouped(w string) bool {
	whole, _, _ := strings.Cut(w, ".")
	parts := strings.Split(whole, ",")
	for i, p := range parts[1:] {
		if len(p) != 3 && (len(p) != 2 || i == len(parts)-2) {
			return false
		}
	}
	return len(parts[0]) >= 1 && len(parts[0]) <= 3
}
