package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widest line that a person or a mail program wraps to.
const wrapWidth = 130

// Paragraphs joins lines into paragraphs. Empty lines always part paragraphs.
// Between them a line is a paragraph of its own, unless the file is
// hard-wrapped: then lines are joined, and where the file has no empty lines a
// short line that ends a sentence ends the paragraph.
//
//	"The crews went"  "back to work."  ""  "Tickets sell."
//	 \------- one paragraph -------/        \- the next -/
func Paragraphs(lines []string) []string {
	wrapped, widest := wrap(lines)
	dense := wrapped && !hasEmpty(lines)
	var out []string
	var open strings.Builder
	flush := func() {
		if open.Len() > 0 {
			out = append(out, open.String())
			open.Reset()
		}
	}
	for _, line := range lines {
		if line == "" {
			flush()
			continue
		}
		join(&open, line)
		if !wrapped || dense && utf8.RuneCountInString(line) < widest*3/4 && endsSentence(line) {
			flush()
		}
	}
	flush()
	return out
}

func hasEmpty(lines []string) bool {
	for _, line := range lines {
		if line == "" {
			return true
		}
	}
	return false
}

// join adds one more line of a wrapped paragraph.
func join(open *strings.Builder, line string) {
	if open.Len() > 0 {
		open.WriteByte(' ')
	}
	open.WriteString(line)
}

// wrap decides whether lines are hard-wrapped, from the joints between two
// lines that no empty line parts: in wrapped prose many of the second lines
// start in the middle of a sentence, in files with a line a paragraph nearly
// none does. widest is the longest line in characters.
func wrap(lines []string) (wrapped bool, widest int) {
	joints, soft := 0, 0
	for i, line := range lines {
		widest = max(widest, utf8.RuneCountInString(line))
		if i == 0 || line == "" || lines[i-1] == "" {
			continue
		}
		joints++
		if startsLower(line) || !endsClause(lines[i-1]) && !endsSentence(lines[i-1]) && utf8.RuneCountInString(lines[i-1]) > 40 {
			soft++
		}
	}
	return joints > 0 && soft*2 >= joints && widest <= wrapWidth && anyLower(lines), widest
}

// anyLower reports whether some line goes on in lower case: without one, lines
// that lack final stops are a list of headlines, not wrapped prose.
func anyLower(lines []string) bool {
	for i, line := range lines {
		if i > 0 && lines[i-1] != "" && startsLower(line) {
			return true
		}
	}
	return false
}

func startsLower(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r)
}

func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)]")
	return line != "" && strings.ContainsAny(line[len(line)-1:], ".!?") || strings.HasSuffix(line, "…")
}

func endsClause(line string) bool {
	return line != "" && strings.ContainsAny(line[len(line)-1:], ":;")
}
