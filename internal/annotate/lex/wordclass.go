package lex

import (
	"fmt"
	"io/fs"
)

// mostClasses is how many classes of words a file may have.
const mostClasses = 64

// Classes reads a file of lines "class | lemmas apart by ;": the classes of each
// lemma, a bit each in the order of the file.
func Classes(files fs.FS, name string) (map[string]uint64, error) {
	m, n := map[string]uint64{}, 0
	err := EachLine(files, name, 2, func(f []string) error {
		if n == mostClasses {
			return fmt.Errorf("class %q is one too many", f[0])
		}
		for _, l := range List(f[1]) {
			m[l] |= 1 << n
		}
		n++
		return nil
	})
	return m, err
}
