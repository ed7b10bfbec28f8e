package gen

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// world is one invented negotiation: who takes part, when it is, how large
// its numbers are.
type world struct {
	rnd     *rand.Rand
	number  uint64
	words   int // of a report in the mean; 0: as many as its template has
	printed int // reports printed so far
	shift   int // days from the example's days, whole weeks, so that weekdays stay right
	scale   float64
	names   *strings.Replacer
}

func newWorld(rnd *rand.Rand, number uint64) *world {
	w := &world{rnd: rnd, number: number, shift: 7 * (rnd.IntN(210) - 105), scale: 0.5 + 2*rnd.Float64()}
	w.names = strings.NewReplacer(w.cast()...)
	return w
}

// vary tells a passage of the example in w: other names, days and numbers.
func (w *world) vary(s string) string { return w.numbers(w.names.Replace(s)) }

// cast pairs every name and date of the example with w's. Longer names stand
// before the names that they begin with: the Replacer takes the first that fits.
func (w *world) cast() (pairs []string) {
	add := func(old, new string) { pairs = append(pairs, old, new) }
	for _, s := range exampleStates {
		name := w.word(2)
		add(s.demonym, name+s.suffix)
		add(s.name, name+"ia")
	}
	for _, p := range examplePlaces {
		add(p, w.word(1+w.rnd.IntN(2)))
	}
	for _, p := range examplePeople {
		given, family := givenNames[w.rnd.IntN(len(givenNames))], w.word(2)
		for _, full := range p.full {
			add(full, given+" "+family)
		}
		for _, short := range p.short {
			add(short, family)
		}
	}
	add(exampleAgency, w.word(2)+"inform")
	agency := agencies[w.rnd.IntN(len(agencies))]
	add("TPA", agency)
	return append(pairs, w.dates()...)
}

// dates pairs the dates that the example writes out with w's.
func (w *world) dates() (pairs []string) {
	for _, written := range exampleDates {
		for _, layout := range []string{"January 2", "2 January"} {
			day, err := time.Parse(layout+" 2006", written+" 2024")
			if err == nil {
				pairs = append(pairs, written, day.AddDate(0, 0, w.shift).Format(layout))
			}
		}
	}
	for _, year := range []string{"2019", "2021", "2024"} {
		n, _ := strconv.Atoi(year)
		pairs = append(pairs, year, strconv.Itoa(n+w.shift/365))
	}
	return pairs
}

// numbers scales the numbers written in digits, years and ordinals apart.
func (w *world) numbers(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (isDigit(s[j]) || j > i && s[j] == ',' && j+1 < len(s) && isDigit(s[j+1])) {
			j++
		}
		if j == i {
			out.WriteByte(s[i])
			i++
			continue
		}
		out.WriteString(w.rescaled(s[i:j], s[:i], s[j:]))
		i = j
	}
	return out.String()
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// rescaled is one number as w has it; dates stay as they are.
func (w *world) rescaled(digits, before, after string) string {
	n, err := strconv.Atoi(strings.ReplaceAll(digits, ",", ""))
	if err != nil || n < 10 || n > 1900 && n < 2100 || nearMonth(before, after) {
		return digits
	}
	m := int(float64(n) * w.scale)
	if m < 1000 {
		return strconv.Itoa(m)
	}
	return fmt.Sprintf("%d,%03d", m/1000, m%1000)
}

// nearMonth reports whether a number between before and after is a day of a month.
func nearMonth(before, after string) bool {
	for m := time.January; m <= time.December; m++ {
		if strings.HasSuffix(before, m.String()+" ") || strings.HasPrefix(after, " "+m.String()) {
			return true
		}
	}
	return false
}

// word is an invented name of n syllables and an ending.
func (w *world) word(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(onsets[w.rnd.IntN(len(onsets))])
		b.WriteString(vowels[w.rnd.IntN(len(vowels))])
	}
	b.WriteString(codas[w.rnd.IntN(len(codas))])
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}
