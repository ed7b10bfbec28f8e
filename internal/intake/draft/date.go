package draft

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/news"
)

// The years in which a report that somebody reads today can have appeared.
// Metadata outside them is a slip: "0001-01-01", "9999-12-31", "1970" written
// as "19700".
const firstYear, lastYear = 1900, 2099

// ParseDate reads a date of publication as records and pages write them:
//
//	2025-02-17   2025-02-17T14:05:00+03:00   20250217   1739793900 (seconds, also milliseconds)
//	Mon, 17 Feb 2025 14:05:00 GMT   17 February 2025 14.05 GMT   Feb. 17, 2025, 11:31 AM EST
//	17/02/2025 (only when it can be read in one way)
//
// value is a TIMEX3 date, with the clock where one is given and is not
// midnight: scrapers write midnight for "no time". The clock stays as printed;
// no time zone is applied, since weekdays in the report are counted in its
// outlet's own day. code is "" or what is the matter.
func ParseDate(phrase string) (value, code string) {
	p := strings.TrimSpace(phrase)
	if len(p) > 200 {
		p = Clip(p, 200)
	}
	if isDigits(p) && (len(p) == 10 || len(p) == 13) {
		return epoch(p)
	}
	day, rest, code := findDay(p)
	if code != "" {
		return "", code
	}
	if int(day.Year) < firstYear || int(day.Year) > lastYear {
		return "", DateImplausible
	}
	return day.String() + clock(rest), ""
}

func epoch(digits string) (string, string) {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return "", DateUnreadable
	}
	if len(digits) == 13 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	if t.Year() < firstYear || t.Year() > lastYear {
		return "", DateImplausible
	}
	return t.Format("2006-01-02T15:04"), ""
}

// findDay finds the first day in p and gives what stands after it.
func findDay(p string) (day news.Day, rest, code string) {
	for i := 0; i < len(p); i++ {
		if !isDigit(p[i]) && !isLetter(p[i]) || i > 0 && sameKind(p[i-1], p[i]) {
			continue
		}
		for _, read := range [...]func(string) (int, int, int, int){isoDay, compactDay, dayMonthYear, monthDayYear} {
			if y, m, d, n := read(p[i:]); n > 0 {
				day, code = makeDay(y, m, d)
				return day, p[i+n:], code
			}
		}
		if a, b, y, n := slashDay(p[i:]); n > 0 {
			day, code = slashed(a, b, y)
			return day, p[i+n:], code
		}
	}
	return day, "", DateUnreadable
}

func makeDay(y, m, d int) (news.Day, string) {
	if y > 9999 {
		return news.Day{}, DateImplausible
	}
	day, ok := news.ParseDay(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	if !ok {
		return news.Day{}, DateImplausible
	}
	return day, ""
}

// slashed reads a/b/y: day and month can only be told apart when one of them
// is no month or both are the same.
func slashed(a, b, y int) (news.Day, string) {
	switch {
	case a == b || a > 12:
		return makeDay(y, b, a)
	case b > 12:
		return makeDay(y, a, b)
	}
	return news.Day{}, DateAmbiguous
}

// isoDay reads "2025-02-17", "2025/2/17", "2025.02.17". n is the number of
// bytes read, 0 when p does not start so; the same for its siblings below.
func isoDay(p string) (y, m, d, n int) {
	y, i := number(p, 4, 5)
	if i == 0 || i >= len(p) || !strings.ContainsRune("-/.", rune(p[i])) {
		return
	}
	m, j := number(p[i+1:], 1, 2)
	k := i + 1 + j
	if j == 0 || k >= len(p) || p[k] != p[i] {
		return 0, 0, 0, 0
	}
	d, l := number(p[k+1:], 1, 2)
	if l == 0 {
		return 0, 0, 0, 0
	}
	return y, m, d, k + 1 + l
}

// compactDay reads "20250217".
func compactDay(p string) (y, m, d, n int) {
	v, i := number(p, 8, 8)
	if i == 0 {
		return
	}
	return v / 10000, v / 100 % 100, v % 100, i
}

// slashDay reads "17/02/2025", "17.02.2025" and "17-02-2025".
func slashDay(p string) (a, b, y, n int) {
	a, i := number(p, 1, 2)
	if i == 0 || i >= len(p) || !strings.ContainsRune("/.-", rune(p[i])) {
		return
	}
	b, j := number(p[i+1:], 1, 2)
	k := i + 1 + j
	if j == 0 || k >= len(p) || p[k] != p[i] {
		return 0, 0, 0, 0
	}
	y, l := number(p[k+1:], 4, 4)
	if l == 0 {
		return 0, 0, 0, 0
	}
	return a, b, y, k + 1 + l
}

// dayMonthYear reads "17 February 2025", "17th of Feb., 2025", "17-Feb-2025".
func dayMonthYear(p string) (y, m, d, n int) {
	d, i := number(p, 1, 2)
	if i == 0 {
		return
	}
	i += ordinal(p[i:])
	i += gap(p[i:])
	if rest, ok := strings.CutPrefix(p[i:], "of "); ok {
		i = len(p) - len(rest)
	}
	m, j := month(p[i:])
	if j == 0 {
		return 0, 0, 0, 0
	}
	i += j
	i += gap(p[i:])
	y, k := number(p[i:], 4, 5)
	if k == 0 {
		return 0, 0, 0, 0
	}
	return y, m, d, i + k
}

// monthDayYear reads "February 17, 2025", "Feb. 17th 2025".
func monthDayYear(p string) (y, m, d, n int) {
	m, i := month(p)
	if i == 0 {
		return
	}
	i += gap(p[i:])
	d, j := number(p[i:], 1, 2)
	if j == 0 {
		return 0, 0, 0, 0
	}
	i += j
	i += ordinal(p[i:])
	i += gap(p[i:])
	y, k := number(p[i:], 4, 5)
	if k == 0 {
		return 0, 0, 0, 0
	}
	return y, m, d, i + k
}

var months = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// month reads a month's name, whole or cut to three letters or more ("Sept").
func month(p string) (m, n int) {
	for n < len(p) && isLetter(p[n]) {
		n++
	}
	if n < 3 || n > len("september") {
		return 0, 0
	}
	word := strings.ToLower(p[:n])
	for i, name := range months {
		if strings.HasPrefix(name, word) {
			return i + 1, n
		}
	}
	return 0, 0
}

// clock is "T14:05" for the first clock time in p, "" for none and for midnight.
func clock(p string) string {
	for i := 0; i < len(p); i++ {
		if !isDigit(p[i]) || i > 0 && (isDigit(p[i-1]) || p[i-1] == '+' || p[i-1] == '-') {
			continue
		}
		h, m, n := hourMinute(p[i:])
		if n == 0 {
			continue
		}
		h = half(h, p[i+n:])
		if h > 23 || m > 59 || h == 0 && m == 0 {
			return ""
		}
		return fmt.Sprintf("T%02d:%02d", h, m)
	}
	return ""
}

func hourMinute(p string) (h, m, n int) {
	h, i := number(p, 1, 2)
	if i == 0 || i >= len(p) || p[i] != ':' && p[i] != '.' {
		return 0, 0, 0
	}
	m, j := number(p[i+1:], 2, 2)
	if j == 0 {
		return 0, 0, 0
	}
	return h, m, i + 1 + j
}

// half moves h to the afternoon when rest starts with "pm" in any spelling.
func half(h int, rest string) int {
	if strings.HasPrefix(rest, ":") && len(rest) > 3 {
		rest = rest[3:] // seconds
	}
	mark := strings.ToLower(strings.TrimLeft(rest, " \u00a0\u202f"))
	switch {
	case strings.HasPrefix(mark, "pm"), strings.HasPrefix(mark, "p.m"):
		if h < 12 {
			return h + 12
		}
	case strings.HasPrefix(mark, "am"), strings.HasPrefix(mark, "a.m"):
		if h == 12 {
			return 0
		}
	}
	return h
}

// number reads min to max digits that no further digit follows.
func number(p string, min, max int) (v, n int) {
	for n < len(p) && isDigit(p[n]) {
		if n == max {
			return 0, 0
		}
		v = v*10 + int(p[n]-'0')
		n++
	}
	if n < min {
		return 0, 0
	}
	return v, n
}

func ordinal(p string) int {
	for _, o := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(p, o) {
			return len(o)
		}
	}
	return 0
}

func gap(p string) (n int) {
	for n < len(p) && strings.IndexByte(" .,-/", p[n]) >= 0 {
		n++
	}
	return n
}

func isDigits(p string) bool {
	for i := 0; i < len(p); i++ {
		if !isDigit(p[i]) {
			return false
		}
	}
	return p != ""
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func sameKind(a, b byte) bool {
	return isDigit(a) && isDigit(b) || isLetter(a) && isLetter(b)
}
