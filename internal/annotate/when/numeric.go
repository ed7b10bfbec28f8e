package when

import "rapporteur/internal/news"

// numeric reads dates in figures alone: "2025-02-17", "24.02.2022", "2/24/2022".
func (s *scan) numeric(i int) found {
	w := s.word(i)
	if len(w) >= len("1.2.2022") && w[0] >= '0' && w[0] <= '9' {
		if a, b, y, ok := dotted(w); ok {
			return s.fixedDay(found{end: i + 1, kind: news.Date, rule: "numeric"}, y, b, a)
		}
	}
	x, j1, y, j2, z := s.at(i), s.at(i+1), s.at(i+2), s.at(i+3), s.at(i+4)
	if !x.is(digits) || !y.is(digits) || !z.is(digits) || j1.token == 0 || s.at(i+5).mark == '-' && !s.at(i+5).gap {
		return found{}
	}
	glued := !j1.gap && !y.gap && !j2.gap && !z.gap
	f := found{end: i + 5, kind: news.Date, rule: "numeric"}
	switch {
	case !glued || j1.mark != j2.mark:
	case j1.mark == '-' && x.width == 4 && y.width == 2 && z.width == 2:
		return s.fixedDay(f, int(x.n), int(y.n), int(z.n))
	case j1.mark == '/' && z.width == 4 && x.width <= 2 && y.width <= 2:
		return s.slashed(f, int(x.n), int(y.n), int(z.n))
	}
	return found{}
}

// slashed reads "2/24/2022": what cannot be a month is the day; what could be
// either is the month first where the report is written the American way.
func (s *scan) slashed(f found, a, b, y int) found {
	if a > 12 || b <= 12 && !s.american() {
		a, b = b, a
	}
	return s.fixedDay(f, y, a, b)
}

// dotted reads "24.02.2022": day, month, year.
func dotted(w string) (a, b, y int, ok bool) {
	var n [3]int
	k, from := 0, 0
	for i := 0; i <= len(w); i++ {
		if i < len(w) && w[i] != '.' {
			continue
		}
		v, ok := small(w[from:i])
		if !ok || k == 3 || (k < 2) != (i-from <= 2) {
			return 0, 0, 0, false
		}
		n[k], from, k = v, i+1, k+1
	}
	return n[0], n[1], n[2], k == 3 && n[2] >= 1000
}
