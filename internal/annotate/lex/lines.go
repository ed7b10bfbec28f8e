package lex

import (
	"fmt"
	"io/fs"
	"strings"
)

// EachLine reads a data file of a stage: one entry a line, fields apart by
// "|", "#" begins a comment line. add gets the fields, trimmed and filled up
// with "" to their number; an entry with more, and an error of add, end the
// reading with file and line named.
func EachLine(files fs.FS, name string, fields int, add func(f []string) error) error {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := make([]string, fields)
		parts := strings.Split(line, "|")
		if len(parts) > fields {
			return fmt.Errorf("%s line %d: %d fields, want at most %d", name, n+1, len(parts), fields)
		}
		for i, p := range parts {
			f[i] = strings.TrimSpace(p)
		}
		if err := add(f); err != nil {
			return fmt.Errorf("%s line %d: %w", name, n+1, err)
		}
	}
	return nil
}

// List are the entries of one field, apart by ";".
func List(field string) (out []string) {
	for _, s := range strings.Split(field, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
