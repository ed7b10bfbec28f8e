package main

import (
	"io/fs"
	"strings"
	"unicode"

	"rapporteur"
)

// ruleRow is one row of docs/rules.md.
type ruleRow struct {
	name, finds string
	open        bool     // it stands for all rules that begin like it
	lists       []string // the word lists it reads, under internal
}

// ruleNamed is the row of a rule: its own, or the one that stands for all that
// begin like it.
func ruleNamed(rule string) (found ruleRow, ok bool) {
	page, err := fs.ReadFile(rapporteur.Words, "docs/rules.md")
	if err != nil {
		return ruleRow{}, false
	}
	for line := range strings.Lines(string(page)) {
		row := readRow(line)
		if row.name == rule && rule != "" && !row.open {
			return row, true
		}
		if row.open && strings.HasPrefix(rule, row.name) && len(row.name) > len(found.name) {
			found, ok = row, true
		}
	}
	return found, ok
}

// readRow reads "| `event/*` | finds | `list`, `list` |"; a line of another
// form gives a row without a name.
func readRow(line string) (r ruleRow) {
	cells := strings.Split(strings.TrimSpace(line), "|")
	if len(cells) != 5 || !strings.HasPrefix(strings.TrimSpace(cells[1]), "`") {
		return r
	}
	r.name, r.open = strings.CutSuffix(strings.Trim(cells[1], " `"), "*")
	r.finds = strings.TrimSpace(cells[2])
	for list := range strings.SplitSeq(cells[3], ",") {
		if list = strings.Trim(list, " `"); list != "" {
			r.lists = append(r.lists, list)
		}
	}
	return r
}

// entry is the line of a word list that has a word, and the list.
type entry struct{ list, line string }

// entriesOf finds the lines behind word in the lists of a rule, whatever form
// of the word stands in the report.
func (r ruleRow) entriesOf(word string) (found []entry) {
	for _, list := range r.lists {
		body, err := fs.ReadFile(rapporteur.Words, "internal/"+list)
		if err != nil {
			continue
		}
		for _, form := range forms(word) {
			if line := lineWith(string(body), form); line != "" {
				found = append(found, entry{list, line})
				break
			}
		}
	}
	return found
}

// forms are word and what English endings may hide.
func forms(word string) []string {
	word = strings.ToLower(word)
	out := []string{word}
	for _, ending := range [][2]string{{"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}} {
		if stem, ok := strings.CutSuffix(word, ending[0]); ok && len(stem) > 1 {
			out = append(out, stem+ending[1])
			if n := len(stem); ending[1] == "" && n > 2 && stem[n-1] == stem[n-2] {
				out = append(out, stem[:n-1])
			}
		}
	}
	return out
}

// lineWith is the first line of a list that has words side by side; lines that
// begin with "#" are remarks.
func lineWith(list, words string) string {
	want := strings.FieldsFunc(words, between)
	if len(want) == 0 {
		return ""
	}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ';' || r == '|' }) {
			if holds(strings.FieldsFunc(strings.ToLower(part), between), want) {
				return strings.TrimSpace(line)
			}
		}
	}
	return ""
}

func between(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' }

// holds reports whether want stands in have, side by side.
func holds(have, want []string) bool {
	for i := 0; i+len(want) <= len(have); i++ {
		n := 0
		for n < len(want) && have[i+n] == want[n] {
			n++
		}
		if n == len(want) {
			return true
		}
	}
	return false
}
