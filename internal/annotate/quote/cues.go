package quote

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed cues.txt
var cueText string

// frame says what may follow a cue verb; see cues.txt.
type frame uint16

const (
	frameClause frame = 1 << iota // c
	frameThat                     // t
	frameInf                      // i
	frameHearer                   // h
	frameNoun                     // n
	frameAs                       // a
	frameFor                      // f
	frameQuote                    // q
)

const frameLetters = "ctihnafq"

// class says what the speaker does with the words; see cues.txt.
type class string

const (
	classSay    class = "say"
	classRelay  class = "relay"
	classThink  class = "think"
	classFind   class = "find"
	classManner class = "manner"
	classWrite  class = "write"
)

var classes = []class{classSay, "assert", "deny", "demand", "reject", "offer", "promise", "threaten", "accuse",
	"ask", "agree", classThink, classFind, classRelay, classWrite, "praise", "blame", classManner}

// verbForm is which form of a verb a token is, as far as its spelling shows.
type verbForm uint8

const (
	formBase   verbForm = iota // "say"
	formThird                  // "says"
	formPast                   // "said", also the participle
	formGerund                 // "saying"
)

// verb is one line of cues.txt.
type verb struct {
	lemma    string // "say", "call for"
	particle string // the second word: "for"; ""
	class    class
	frames   frame
}

// wordForm is one spelling of a verb's first word.
type wordForm struct {
	verb *verb
	form verbForm
}

// cueForms gives each first word of a cue, in lower case, the verbs that it
// may be, those with a particle first.
var cueForms = sync.OnceValue(func() map[string][]wordForm {
	forms, err := parseCues(cueText)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	return forms
})

func parseCues(s string) (map[string][]wordForm, error) {
	forms := map[string][]wordForm{}
	seen := map[string]bool{}
	for n, line := range strings.Split(s, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		v, err := parseVerb(f)
		if err != nil || seen[f[0]] {
			return nil, fmt.Errorf("cues.txt:%d: %q: bad or double line (%v)", n+1, line, err)
		}
		seen[f[0]] = true
		addForms(forms, v, f[3:])
	}
	return forms, nil
}

func parseVerb(f []string) (*verb, error) {
	if len(f) < 3 {
		return nil, fmt.Errorf("want lemma, class and frames")
	}
	v := &verb{lemma: strings.ReplaceAll(f[0], "_", " ")}
	_, v.particle, _ = strings.Cut(v.lemma, " ")
	for _, c := range classes {
		if string(c) == f[1] {
			v.class = c
		}
	}
	for _, r := range f[2] {
		at := strings.IndexRune(frameLetters, r)
		if at < 0 {
			return nil, fmt.Errorf("unknown frame %q", r)
		}
		v.frames |= 1 << at
	}
	if v.class == "" {
		return nil, fmt.Errorf("unknown class %q", f[1])
	}
	return v, nil
}

// addForms enters v under its base form, its irregular forms, and the regular
// forms of those kinds for which no irregular one is given.
func addForms(forms map[string][]wordForm, v *verb, irregular []string) {
	base, _, _ := strings.Cut(v.lemma, " ")
	var past, gerund, third bool
	add := func(w string, f verbForm) {
		wf := wordForm{v, f}
		if v.particle != "" {
			forms[w] = append([]wordForm{wf}, forms[w]...)
			return
		}
		forms[w] = append(forms[w], wf)
	}
	add(base, formBase)
	for _, w := range irregular {
		w, _, _ = strings.Cut(w, "_")
		switch {
		case strings.HasSuffix(w, "ing"):
			gerund = true
			add(w, formGerund)
		case strings.HasSuffix(w, "s"):
			third = true
			add(w, formThird)
		default:
			past = true
			add(w, formPast)
		}
	}
	stem := strings.TrimSuffix(base, "e")
	if !third {
		add(thirdPerson(base), formThird)
	}
	if !past {
		add(pastOf(base, stem), formPast)
	}
	if !gerund {
		add(stem+"ing", formGerund)
	}
}

func thirdPerson(base string) string {
	for _, end := range []string{"s", "sh", "ch", "x", "o"} {
		if strings.HasSuffix(base, end) {
			return base + "es"
		}
	}
	if y, ok := consonantY(base); ok {
		return y + "ies"
	}
	return base + "s"
}

func pastOf(base, stem string) string {
	if y, ok := consonantY(base); ok {
		return y + "ied"
	}
	return stem + "ed"
}

// consonantY cuts a y after a consonant: "deny" -> "den".
func consonantY(base string) (string, bool) {
	cut, ok := strings.CutSuffix(base, "y")
	return cut, ok && len(cut) > 0 && !strings.ContainsRune("aeiou", rune(cut[len(cut)-1]))
}
