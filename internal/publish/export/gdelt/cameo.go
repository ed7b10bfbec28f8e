package gdelt

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"rapporteur/internal/news"
)

//go:embed cameo.txt
var cameoText string

// code is what CAMEO calls a type and mode of PLOVER.
type code struct {
	happened, planned string // "" for none
	quad              string // of the type
}

var codes = sync.OnceValue(func() map[[2]string]code {
	m, err := readCodes(cameoText)
	if err != nil {
		panic(err) // a mistake of ours, seen by every test
	}
	return m
})

// readCodes reads the table; a type comes before its modes.
func readCodes(txt string) (map[[2]string]code, error) {
	out := map[[2]string]code{}
	n := 0
	for line := range strings.Lines(txt) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "|")
		if len(part) != 5 {
			return nil, fmt.Errorf("cameo.txt:%d: %d columns, want 5", n, len(part))
		}
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		key := [2]string{part[0], part[1]}
		if _, twice := out[key]; twice {
			return nil, fmt.Errorf("cameo.txt:%d: %s %s stands twice", n, part[0], part[1])
		}
		c := code{part[2], part[3], part[4]}
		if c.quad == "" {
			c.quad = out[[2]string{part[0], ""}].quad
		}
		if c.quad == "" {
			return nil, fmt.Errorf("cameo.txt:%d: %s has no quad class", n, part[0])
		}
		out[key] = c
	}
	return out, nil
}

// codeOf is the code of an event, base and root, and its quad class; "" for
// what is not known. A plan has the code of an intent, and the quad class only
// with one.
func codeOf(class, mode string, status *news.Status) (event, base, root, quad string) {
	c, ok := codes()[[2]string{class, mode}]
	if !ok {
		c = codes()[[2]string{class, ""}]
	}
	event, quad = c.happened, c.quad
	if status != nil && (*status == news.Planned || *status == news.Possible) {
		if event = c.planned; event != "" {
			quad = "1" // the intent to cooperate is told, not the cooperation
		} else {
			quad = ""
		}
	}
	if event == "" {
		return "", "", "", quad
	}
	return event, event[:min(3, len(event))], event[:2], quad
}
