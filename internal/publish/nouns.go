package publish

import (
	_ "embed"
	"strings"
)

//go:embed nouns.txt
var nounsText string

// nouns maps the label or type of an event to the noun that heads its line, and
// the preposition of its place where that is another than "in": "journey to".
var nouns = readNouns(nounsText)

func readNouns(txt string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(txt) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if k, v, ok := strings.Cut(line, "\t"); ok {
			m[k] = v
		}
	}
	return m
}
