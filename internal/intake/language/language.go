// Package language decides in which language a report is written, as far as
// intake needs it: English, which the later stages read, or another.
//
//	"Das Treffen findet am Montag in Wien statt."  ->  "de"
//	"Встреча пройдет в понедельник."                ->  "ru"
//	"Vell, Odd Lund"                                ->  "" (too little to tell)
//
// In goes canonical text and what the file declares; out comes a BCP 47
// primary tag. It looks at scripts and at small words (words.txt) and knows
// nothing of grammar. It does not tell apart what shares both: Norwegian and
// Danish are one of the two.
package language

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed words.txt
var wordFile string

// table gives each small word the languages that use it, as a set of bits.
type table struct {
	tags  []string
	names map[string]string
	words map[string]uint64
}

var words = sync.OnceValue(func() *table { return read(wordFile) })

// read reads lines "tag name word word ...".
func read(file string) *table {
	t := &table{names: map[string]string{}, words: map[string]uint64{}}
	for _, line := range strings.Split(file, "\n") {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		t.names[f[0]] = f[1]
		if len(f) == 2 {
			continue
		}
		bit := uint64(1) << len(t.tags)
		t.tags = append(t.tags, f[0])
		for _, w := range f[2:] {
			t.words[w] |= bit
		}
	}
	return t
}

// Name is the English name of a tag, the tag itself when it has none here.
func Name(tag string) string {
	if name := words().names[tag]; name != "" {
		return name
	}
	return "language \"" + tag + "\""
}

const (
	sample   = 20_000 // bytes looked at: the first of the text
	enough   = 12     // words below which only the declaration counts
	fewest   = 8      // percent of small words that a language needs
	clearest = 3      // percent by which it must lead a language that the file does not declare
)

// Of is the language of text, "" when undecided. declared is what the file
// says, in any form ("en-GB", "English"); it decides where text is too short
// and between languages that score alike.
func Of(text, declared string) string {
	tag := primary(declared)
	if len(text) > sample {
		text = text[:sample]
	}
	script, letters := scriptOf(text)
	switch {
	case letters < enough*4:
		return tag
	case script == "Latin", script == "Cyrillic":
		return vote(text, tag)
	}
	return script
}

// primary is the primary subtag of a declaration: "en-GB", "en_US", "English".
func primary(declared string) string {
	d := strings.ToLower(strings.TrimSpace(declared))
	if i := strings.IndexAny(d, "-_;, "); i > 0 {
		d = d[:i]
	}
	for tag, name := range words().names {
		if d == strings.ToLower(name) {
			return tag
		}
	}
	if len(d) == 2 || len(d) == 3 {
		return d
	}
	return ""
}

// vote lets the small words decide.
func vote(text, declared string) string {
	t := words()
	var score [64]int
	total := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), notLetter) {
		total++
		bits := t.words[w]
		for i := 0; bits != 0; i, bits = i+1, bits>>1 {
			score[i] += int(bits & 1)
		}
	}
	best, second := 0, 0
	for i := range t.tags {
		if score[i] > score[best] {
			best = i
		}
	}
	for i := range t.tags {
		if i != best {
			second = max(second, score[i])
		}
		if t.tags[i] == declared && score[i]*100 >= score[best]*85 && score[i] > 0 {
			best, second = i, 0
		}
	}
	switch {
	case total < enough:
		return declared
	case score[best]*100 < fewest*total || (score[best]-second)*100 < clearest*total:
		return ""
	}
	return t.tags[best]
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

// scriptOf is "Latin", "Cyrillic", or for a script that one language of news
// stands for, that language's tag; and the number of letters seen.
func scriptOf(text string) (script string, letters int) {
	var n [len(scripts)]int
	for _, r := range text {
		if r < utf8.RuneSelf {
			if unicode.IsLetter(r) {
				n[0]++
			}
			continue
		}
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				n[i]++
				break
			}
		}
	}
	best := 0
	for i := range n {
		letters += n[i]
		if n[i] > n[best] {
			best = i
		}
	}
	if scripts[best].tag == "zh" && n[kana]*10 > n[best] {
		return "ja", letters
	}
	if scripts[best].tag == "ar" {
		return arabic(text), letters
	}
	return scripts[best].tag, letters
}

const kana = 3

var scripts = [...]struct {
	tag   string
	table *unicode.RangeTable
}{
	{"Latin", unicode.Latin},
	{"Cyrillic", unicode.Cyrillic},
	{"zh", unicode.Han},
	{"ja", &kanaTable},
	{"ko", unicode.Hangul},
	{"ar", unicode.Arabic},
	{"he", unicode.Hebrew},
	{"el", unicode.Greek},
	{"hi", unicode.Devanagari},
	{"bn", unicode.Bengali},
	{"ta", unicode.Tamil},
	{"te", unicode.Telugu},
	{"th", unicode.Thai},
	{"ka", unicode.Georgian},
	{"hy", unicode.Armenian},
	{"am", unicode.Ethiopic},
	{"my", unicode.Myanmar},
	{"km", unicode.Khmer},
}

var kanaTable = unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3040, Hi: 0x30ff, Stride: 1}}}

// arabic tells Persian and Urdu from Arabic by letters of their own.
func arabic(text string) string {
	switch {
	case strings.ContainsAny(text, "ٹڈڑےں"):
		return "ur"
	case strings.Count(text, "پ")+strings.Count(text, "گ")+strings.Count(text, "ی") > 3:
		return "fa"
	}
	return "ar"
}
