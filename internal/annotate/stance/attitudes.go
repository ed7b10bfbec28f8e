package stance

import (
	"embed"
	"fmt"
	"sync"

	"rapporteur/internal/annotate/lex"
)

//go:embed data/attitudes.txt
var files embed.FS

// attitudes are the classes of the words of attitudes.txt, a bit each in the order of
// the file, by lemma.
var attitudes = sync.OnceValue(func() map[string]uint32 {
	m, err := readAttitudes()
	if err != nil {
		panic(err) // a fault of the build; TestAttitudes finds it
	}
	return m
})

// mostClasses is how many classes of words there may be.
const mostClasses = 32

func readAttitudes() (map[string]uint32, error) {
	m, n := map[string]uint32{}, 0
	err := lex.EachLine(files, "data/attitudes.txt", 2, func(f []string) error {
		if n == mostClasses {
			return fmt.Errorf("class %q is one too many", f[0])
		}
		for _, l := range lex.List(f[1]) {
			m[l] |= 1 << n
		}
		n++
		return nil
	})
	return m, err
}
