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

// Lists is Sections as a func that gives one list by name. It panics on a name
// that the file does not have, or has without words: a fault of the build, which
// every test of a package that asks at its start finds.
func Lists(file string) func(name string) map[string]bool {
	lists := Sections(file)
	return func(name string) map[string]bool {
		if len(lists[name]) == 0 {
			panic("there is no list " + name)
		}
		return lists[name]
	}
}
