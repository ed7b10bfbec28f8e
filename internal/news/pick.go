package news

import "strings"

// Pick templates are TIMEX3 values with X where the anchor decides, and two
// kinds of feast that TIMEX3 has no word for:
//
//	XXXX-07      July             XXXX-WXX-1   Monday
//	XXXX-07-14   14 July          XXXX-WXX-WE  a weekend
//	XXXX-XX-14   the 14th         XXXX-Q1 XXXX-H1 XXXX-SU
//	NTH-11-4-4   fourth Thursday of November (5: the last)
//	EASTER-02    two days before Easter; EASTER+01 the day after

// span is one occurrence of a template.
type span struct {
	from, to Day
	value    string
}

// pick is the value of the occurrence of tmpl that lies on the given side of
// the anchor [from, to); "" when there is none or tmpl is no template.
func pick(tmpl string, side Side, from, to Day) string {
	best, found := span{}, false
	near := occurrences(tmpl, from, to)
	for i := range near {
		s := near[i]
		if s.from.IsZero() || s.to.IsZero() || !side.admits(s, from, to) {
			continue
		}
		if !found || side.prefers(s, best, from) {
			best, found = s, true
		}
	}
	return best.value
}

func (side Side) admits(s span, from, to Day) bool {
	switch side {
	case Past:
		return s.from.Sub(from) <= 0
	case Before:
		return s.to.Sub(from) <= 0
	case Future:
		return s.to.Sub(from) > 0
	case After:
		return s.from.Sub(to) >= 0
	case Within:
		return s.from.Sub(from) >= 0 && s.from.Sub(to) < 0
	}
	return side == Near
}

// prefers reports whether a beats b; both are admitted.
func (side Side) prefers(a, b span, from Day) bool {
	switch side {
	case Past, Before:
		return a.from.Sub(b.from) > 0
	case Near:
		return abs(a.from.Sub(from)) < abs(b.from.Sub(from))
	}
	return a.from.Sub(b.from) < 0
}

func abs(n int) int { return max(n, -n) }

// occurrences lists, in order, every occurrence of tmpl that could be meant
// from the anchor: a bounded number, whatever the anchor's length.
func occurrences(tmpl string, from, to Day) []span {
	switch {
	case strings.HasPrefix(tmpl, "XXXX-WXX-"):
		return weekly(tmpl[len("XXXX-WXX-"):], from, to)
	case strings.HasPrefix(tmpl, "XXXX-XX-"):
		return monthly(tmpl[len("XXXX-XX-"):], from, to)
	}
	var out []span
	const reach = 8 // between two leap days lie up to eight years
	for y := int(from.Year) - reach; y <= int(to.Year)+reach && len(out) < 64; y++ {
		if s, ok := yearly(tmpl, y); ok {
			out = append(out, s)
		}
	}
	return out
}

func weekly(what string, from, to Day) []span {
	var out []span
	mon := from.Add(1 - from.isoWeekday() - 14)
	for ; !mon.IsZero() && mon.Sub(to) < 21 && len(out) < 64; mon = mon.Add(7) {
		f, t, _ := withinWeek(mon, "-"+what)
		v := f.String()
		if what == "WE" {
			v = unitValue(mon, Weeks) + "-WE"
		}
		out = append(out, span{f, t, v})
	}
	return out
}

func monthly(dom string, from, to Day) []span {
	n, ok := digits(dom)
	if !ok {
		return nil
	}
	var out []span
	m := int(from.Year)*12 + int(from.Month) - 1
	end := int(to.Year)*12 + int(to.Month) - 1
	for i := max(m-3, 12); i <= end+3 && len(out) < 64; i++ {
		if d, ok := NewDay(i/12, i%12+1, n); ok {
			out = append(out, span{d, d.Add(1), d.String()})
		}
	}
	return out
}

// yearly is the occurrence of tmpl in year y.
func yearly(tmpl string, y int) (s span, ok bool) {
	if y < 1 || y > lastYear {
		return span{}, false
	}
	switch {
	case strings.HasPrefix(tmpl, "NTH-"):
		s.from = nthWeekday(y, tmpl[len("NTH-"):])
	case strings.HasPrefix(tmpl, "EASTER"):
		s.from = fromEaster(y, tmpl[len("EASTER"):])
	case strings.HasPrefix(tmpl, "XXXX-"):
		s.value = year4(y) + tmpl[len("XXXX"):]
		s.from, s.to, _ = dateRange(s.value)
		return s, !s.from.IsZero()
	}
	s.to, s.value = s.from.Add(1), s.from.String()
	return s, !s.from.IsZero()
}

// nthWeekday reads "11-4-4": month, which one (5 is the last), ISO weekday.
func nthWeekday(y int, s string) Day {
	if len(s) != 6 || s[2] != '-' || s[4] != '-' {
		return Day{}
	}
	m, ok := digits(s[:2])
	nth, wd := int(s[3]-'0'), int(s[5]-'0')
	if !ok || m < 1 || m > 12 || nth < 1 || nth > 5 || wd < 1 || wd > 7 {
		return Day{}
	}
	if nth == 5 {
		last := Day{int16(y), uint8(m), uint8(monthLength(y, m))}
		return last.Add(-((last.isoWeekday() - wd + 7) % 7))
	}
	first := Day{int16(y), uint8(m), 1}
	return first.Add((wd-first.isoWeekday()+7)%7 + 7*(nth-1))
}

// fromEaster reads "-02" or "+01": days from Easter Sunday of the Western
// churches, by the anonymous Gregorian computus.
func fromEaster(y int, s string) Day {
	if len(s) != 3 {
		return Day{}
	}
	n, ok := digits(s[1:])
	if !ok {
		return Day{}
	}
	if s[0] == '-' {
		n = -n
	}
	a, b, c := y%19, y/100, y%100
	g := (8*b + 13) / 25
	h := (19*a + b - b/4 - g + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	dom := (h+l-7*m+114)%31 + 1
	return Day{int16(y), uint8(month), uint8(dom)}.Add(n)
}
