package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"rapporteur/internal/text"
)

// Attribution is one quote of a gold corpus: who is said to have said what.
// Offsets are bytes.
type Attribution struct {
	Content []text.Span
	Source  string // "" when nobody is named
	Direct  bool   // the content begins with a quotation mark
}

// AttributedText is one document of a corpus of attributions.
type AttributedText struct {
	Name, Text string
	Gold       []Attribution
}

// ReadBrat reads a folder in brat standoff: text/NAME.txt with
// attributions/NAME*.ann. Its T lines give types, character offsets and words
// ("T3\tContent 10 20;25 30\twords"), its E lines tie Content and Source.
// Documents without annotations are left out.
func ReadBrat(dir string) (out []AttributedText, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no text/*.txt in %s", dir)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		anns, _ := filepath.Glob(filepath.Join(dir, "attributions", name+"_*.ann"))
		if len(anns) == 0 {
			continue
		}
		ann, err := os.ReadFile(anns[0])
		if err != nil {
			return nil, err
		}
		gold, err := ParseBrat(string(raw), string(ann))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", anns[0], err)
		}
		out = append(out, AttributedText{name, string(raw), gold})
	}
	return out, nil
}

type bratSpan struct {
	parts []text.Span
	words string
}

// ParseBrat reads the attributions of one text.
func ParseBrat(txt, ann string) (out []Attribution, err error) {
	bytes := byteOffsets(txt)
	spans := map[string]bratSpan{}
	var ties []string
	for n, line := range strings.Split(ann, "\n") {
		f := strings.Split(strings.TrimRight(line, "\r"), "\t")
		switch {
		case len(f) >= 3 && strings.HasPrefix(f[0], "T"):
			s, err := parseBratSpan(f[1], bytes)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			spans[f[0]] = bratSpan{s, f[2]}
		case len(f) >= 2 && strings.HasPrefix(f[0], "E"):
			ties = append(ties, f[1])
		}
	}
	for _, tie := range ties {
		if a, ok := tied(txt, tie, spans); ok {
			out = append(out, a)
		}
	}
	return out, nil
}

// tied reads "Attribution:T4 Content:T3 Cue:T2 Source:T1".
func tied(txt, tie string, spans map[string]bratSpan) (a Attribution, ok bool) {
	for _, field := range strings.Fields(tie) {
		role, id, _ := strings.Cut(field, ":")
		switch strings.TrimRight(role, "0123456789") {
		case "Content":
			a.Content = spans[id].parts
		case "Source":
			a.Source = spans[id].words
		}
	}
	if len(a.Content) == 0 {
		return a, false
	}
	at := int(a.Content[0].Start)
	a.Direct = strings.HasPrefix(txt[at:], `"`) || strings.HasPrefix(txt[at:], "“") || strings.HasSuffix(txt[:at], `"`) || strings.HasSuffix(txt[:at], "“")
	return a, true
}

// parseBratSpan reads "Content 10 20;25 30".
func parseBratSpan(s string, bytes []int) (out []text.Span, err error) {
	_, ranges, _ := strings.Cut(s, " ")
	for _, r := range strings.Split(ranges, ";") {
		from, to, _ := strings.Cut(r, " ")
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || a < 0 || a > b || b >= len(bytes) {
			return nil, fmt.Errorf("bad range %q", r)
		}
		out = append(out, text.At(bytes[a], bytes[b]))
	}
	return out, nil
}

// byteOffsets gives the byte of every character of s, and its end.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
