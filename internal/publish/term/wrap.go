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
	case "held", "supports", "accepts":
		return green
	case "planned", "possible", "under way", "offers", "promises":
		return cyan
	case "cancelled", "denied", "rejects", "conflict", "threatens", "accuses", "denies":
		return red
	case "postponed", "demands", "sets as a condition", "update":
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

// wrap prints s between lead and the right edge; further lines begin with in.
// s may come from a report; lead and in are ours.
func (p *printer) wrap(lead, in string, c color, s string) {
	words := strings.Fields(publish.Plain(s))
	line, used, at := "", 0, lead
	for _, w := range words {
		room := p.style.Width - columns(at)
		for _, part := range broken(w, room) {
			n := columns(part)
			if used > 0 && used+1+n > room {
				p.line(at + p.paint(c, line))
				line, used, at = "", 0, in
				room = p.style.Width - columns(at)
			}
			if used > 0 {
				line, used = line+" ", used+1
			}
			line, used = line+part, used+n
		}
	}
	if line != "" || len(words) == 0 {
		p.line(strings.TrimRight(at+p.paint(c, line), " "))
	}
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
