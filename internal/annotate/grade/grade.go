// Package grade brings the confidence of a statement into line with how often
// statements of its rule were found right.
//
//	rule "event/seek", graded 0.85 by its stage; of 2 that were read, none was right
//	-> 0.17: below the share that events must reach, so it is not shown as fact
//
// In go a rule and the confidence that its stage gave; out comes the confidence
// that the statement carries. The counts stand in rules.txt, beside the share of
// right statements that each kind must reach. What confidence is enough to be
// shown is for publishing to say; this package only keeps what falls short of
// its kind's share under one half.
package grade

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rapporteur/internal/annotate/lex"
)

//go:embed rules.txt
var files embed.FS

// doubt is the most that a statement is trusted whose rule falls short.
const doubt = 0.45

// share is what readers found of one rule or family of rules.
type share struct {
	rate float32 // of right ones, with half a one of each kind added (Jeffreys 1946)
	kind string  // "event": what stands before the first slash
}

type table struct {
	rules   map[string]share   // by rule; a family by what stands before its "*"
	targets map[string]float32 // by kind
}

var load = sync.OnceValue(func() *table {
	t, err := read()
	if err != nil {
		panic(err) // a fault of the build; TestDataLoads finds it
	}
	return t
})

func read() (*table, error) {
	t := &table{map[string]share{}, map[string]float32{}}
	return t, lex.EachLine(files, "rules.txt", 3, t.add)
}

// add reads one line: "target | KIND | SHARE", or "RULE | right | judged".
func (t *table) add(f []string) error {
	if f[0] == "target" {
		x, err := strconv.ParseFloat(f[2], 32)
		t.targets[f[1]] = float32(x)
		return err
	}
	right, err1 := strconv.Atoi(f[1])
	judged, err2 := strconv.Atoi(f[2])
	if err1 != nil || err2 != nil || right < 0 || right > judged {
		return fmt.Errorf("%q: want how many were right and how many were judged", f[0])
	}
	kind, _, ok := strings.Cut(f[0], "/")
	if _, known := t.targets[kind]; !ok || !known {
		return fmt.Errorf("%q: no target for %q stands above it", f[0], kind)
	}
	t.rules[strings.TrimSuffix(f[0], "*")] = share{(float32(right) + 0.5) / (float32(judged) + 1), kind}
	return nil
}

// Of is the confidence of a statement of rule that its stage graded raw: no more
// than the share of its rule, or of the narrowest family that was counted, and
// under one half where that share falls short of the target of its kind.
func Of(rule string, raw float32) float32 {
	t := load()
	for key := rule; key != ""; key = family(key) {
		s, ok := t.rules[key]
		if !ok {
			continue
		}
		if s.rate < t.targets[s.kind] {
			return min(raw, s.rate, doubt)
		}
		return min(raw, s.rate)
	}
	return raw
}

// family is the family above rule: "event/of-position/" of "event/of-position/must",
// then "event/"; "" for none.
func family(rule string) string {
	i := strings.LastIndexByte(strings.TrimSuffix(rule, "/"), '/')
	return rule[:i+1]
}
