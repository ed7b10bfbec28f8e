package lex

import "strings"

// Sections reads lists of words out of one file: "[name]" begins a list, the
// words behind it up to the next name are its members, "_" stands for a blank
// inside one, and "#" begins a comment.
func Sections(file string) map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var at map[string]bool
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			at = map[string]bool{}
			lists[strings.TrimSuffix(name, "]")] = at
			continue
		}
		for _, w := range strings.Fields(line) {
			at[strings.ReplaceAll(w, "_", " ")] = true
		}
	}
	return lists
}
