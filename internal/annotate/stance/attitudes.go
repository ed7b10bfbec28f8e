package stance

import (
	"embed"
	"sync"

	"rapporteur/internal/annotate/lex"
)

//go:embed data/attitudes.txt
var files embed.FS

// attitudes are the classes of the words of attitudes.txt, a bit each in the order of
// the file, by lemma.
var attitudes = sync.OnceValue(func() map[string]uint64 {
	m, err := lex.Classes(files, "data/attitudes.txt")
	if err != nil {
		panic(err) // a fault of the build; TestAttitudes finds it
	}
	return m
})
