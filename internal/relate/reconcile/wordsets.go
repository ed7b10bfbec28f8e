package reconcile

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordLines string

// wordSets are the sets of words.txt by name, the numbers under their digits.
var wordSets = readSets(wordLines)

// The sets of words.txt; what each is for stands there.
var (
	handled      = wordSets["handled"]
	bounds       = wordSets["bound"]
	vagueAmounts = wordSets["vague"]
	phraseEnds   = wordSets["end"]
	once         = wordSets["once"]
	shares       = wordSets["share"]
	determiners  = wordSets["determiner"]
	pronouns     = wordSets["nobody"]
	knownBy      = wordSets["known"]
	towards      = wordSets["towards"]
	placing      = wordSets["placing"]
	zones        = wordSets["zone"]
	retinue      = wordSets["retinue"]
	scales       = wordSets["scale"]
	sites        = wordSets["site"]
	asking       = wordSets["asking"]
	noneLimits   = wordSets["nonelimit"]
	occasions    = wordSets["occasion"]
	passives     = wordSets["passive"]
	arrestees    = wordSets["arrestee"]
	townNouns    = wordSets["town"]
	lightVerbs   = mapped(wordSets["light"], keyOf)
	plans        = wordSets["plan"]
	rejections   = mapped(wordSets["rejection"], keyOf)
	auxiliaries  = wordSets["auxiliary"]
	sinceBehind  = wordSets["sincebehind"]
	sinceBefore  = wordSets["sincebefore"]
	deedWords    = mapped(wordSets["deed"], keyOf)
	lasting      = mapped(wordSets["lasting"], stem)
	movedWords   = mapped(wordSets["moved"], hash)
	journeys     = mapped(wordSets["journey"], func(w string) uint32 { return hash(stem(w)) })
	grades       = named("badly", "slightly")
	numberWords  = namedNumbers()
)

// readSets reads lines of a name and its words; "#" opens a comment.
func readSets(lines string) map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for l := range strings.Lines(lines) {
		f := strings.Fields(l)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		if sets[f[0]] == nil {
			sets[f[0]] = map[string]bool{}
		}
		for _, w := range f[1:] {
			sets[f[0]][w] = true
		}
	}
	return sets
}

// mapped is a set with each word made a key.
func mapped[K comparable](set map[string]bool, key func(string) K) map[K]bool {
	out := map[K]bool{}
	for w := range set {
		out[key(w)] = true
	}
	return out
}

// named gives each word of some sets the name of its set.
func named(sets ...string) map[string]string {
	out := map[string]string{}
	for _, s := range sets {
		for w := range wordSets[s] {
			out[w] = s
		}
	}
	return out
}

// namedNumbers gives each written number its digits.
func namedNumbers() map[string]string {
	var digits []string
	for s := range wordSets {
		if hasDigit(s) {
			digits = append(digits, s)
		}
	}
	return named(digits...)
}

// byWord reads lines of a name and its words, and gives each word its name.
func byWord(lines string) map[string]string {
	out := map[string]string{}
	for l := range strings.Lines(lines) {
		if f := strings.Fields(l); len(f) > 1 && f[0] != "#" {
			for _, w := range f[1:] {
				out[w] = f[0]
			}
		}
	}
	return out
}

// allWords reads lines of words.
func allWords(lines string) map[string]bool {
	out := map[string]bool{}
	for l := range strings.Lines(lines) {
		if f := strings.Fields(l); len(f) > 0 && f[0] != "#" {
			for _, w := range f {
				out[w] = true
			}
		}
	}
	return out
}
