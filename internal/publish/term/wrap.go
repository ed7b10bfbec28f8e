package term

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"rapporteur/internal/publish"
)

// color is an ANSI sequence.
type color string

const (
	plain  color = ""
	bold   color = "\x1b[1m"
	dim    color = "\x1b[2m"
	head   color = "\x1b[1;4m"
	warn   color = "\x1b[33m"
	green  color = "\x1b[32m"
	red    color = "\x1b[31m"
	cyan   color = "\x1b[36m"
	yellow color = "\x1b[33m"
	reset        = "\x1b[0m"
)

func tagColor(tag string) color {
	switch tag {
	case "held", "supports", "accepts", "agrees to":
		return green
	case "planned", "possible", "under way", "offers", "promises", "offers to", "promises to":
		return cyan
	case "cancelled", "denied", "rejects", "conflict", "threatens", "accuses", "denies", "refuses to", "threatens to":
		return red
	case "postponed", "demands", "wants", "wants to", "sets as a condition", "update":
		return yellow
	}
	return dim
}

func (p *printer) paint(c color, s string) string {
	if !p.style.Color || c == plain || s == "" {
		return s
	}
	return string(c) + s + reset
}

func (p *printer) line(s string) {
	p.w.WriteString(s)
	p.w.WriteByte('\n')
}

func (p *printer) rule() { p.line(p.paint(dim, strings.Repeat("─", p.style.Width))) }

// run is words in one colour; they may come from a report.
type run struct {
	c     color
	s     string
	tight bool // no space between it and the run before
}

// wrap prints s between lead and the right edge; further lines begin with in.
// s may come from a report; lead and in are ours.
func (p *printer) wrap(lead, in string, c color, s string) { p.wrapRuns(lead, in, run{c: c, s: s}) }

// wrapRuns is wrap for words in several colours.
func (p *printer) wrapRuns(lead, in string, runs ...run) {
	l := line{p: p, at: lead, in: in, room: p.style.Width - columns(lead)}
	for _, r := range runs {
		for i, w := range strings.Fields(publish.Plain(r.s)) {
			l.word(r.c, w, r.tight && i == 0)
		}
		l.flush()
	}
	l.end()
}

// line is one line being filled: done is painted, open is words of one colour
// that are not painted yet.
type line struct {
	p          *printer
	at, in     string
	room, used int
	done, open string
	c          color
}

// word adds a word; tight joins it to the one before where both fit.
func (l *line) word(c color, w string, tight bool) {
	l.c = c
	for _, part := range broken(w, l.p.style.Width-columns(l.in)) {
		n := columns(part)
		if l.used > 0 && l.used+1+n > l.room {
			l.end()
		}
		switch {
		case l.used == 0 || tight:
		case l.open == "": // the space between two colours has none
			l.done, l.used = l.done+" ", l.used+1
		default:
			l.open, l.used = l.open+" ", l.used+1
		}
		l.open, l.used = l.open+part, l.used+n
	}
}

func (l *line) flush() {
	l.done, l.open = l.done+l.p.paint(l.c, l.open), ""
}

func (l *line) end() {
	l.flush()
	if l.used > 0 || strings.TrimSpace(l.at) != "" {
		l.p.line(strings.TrimRight(l.at+l.done, " "))
	}
	l.done, l.used, l.at, l.room = "", 0, l.in, l.p.style.Width-columns(l.in)
}

// broken cuts a word that is wider than room into pieces that fit.
func broken(w string, room int) []string {
	room = max(room, 8)
	if columns(w) <= room {
		return []string{w}
	}
	var out []string
	start, n := 0, 0
	for i, r := range w {
		k := runeColumns(r)
		if n+k > room {
			out = append(out, w[start:i])
			start, n = i, 0
		}
		n += k
	}
	return append(out, w[start:])
}

// columns is the display width of s; colour sequences are free.
func columns(s string) (n int) {
	for i := 0; i < len(s); {
		if s[i] == 0x1b {
			end := strings.IndexByte(s[i:], 'm')
			if end < 0 {
				return n
			}
			i += end + 1
			continue
		}
		r, size := rune(s[i]), 1
		if r >= 0x80 {
			for _, r = range s[i:] {
				break
			}
			size = len(string(r))
		}
		n += runeColumns(r)
		i += size
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x80:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
