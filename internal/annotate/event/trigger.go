package event

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

//go:embed data/*.txt
var files embed.FS

// frame says who of a trigger's dependents does and who suffers.
type frame uint8

const (
	mutual frame = iota // all parties act
	act                 // the subject acts, the object receives
	suffer              // the subject receives
	gain                // the subject receives from those under the markers
)

// trigger is one line of triggers.txt.
type trigger struct {
	lemma   string
	noun    bool
	class   string
	mode    string
	frame   frame
	markers []string
	needs   []need
	idiom   *grammar.Idiom // of idioms.txt; nil of triggers.txt
	learned bool           // no list has it: the model read it
}

// rule names the rule that events of tr are read by.
func (tr *trigger) rule() string {
	if tr.learned {
		return news.LeaningEvent
	}
	return "event/" + tr.lemma
}

// need is one condition of a trigger: what must be there, and of which group of
// nouns.txt; triggers.txt says what each kind asks.
type need struct{ kind, group string }

// kinds are the kinds of need that there are.
var kinds = map[string]bool{"object": true, "subject": true, "with": true, "of": true, "target": true, "party": true, "toverb": true, "planned": true,
	"movable": true, "arrival": true, "hurt": true, "whom": true, "undergone": true, "deed": true, "scene": true, "rousing": true, "doer": true, "owned": true, "vile": true, "custodial": true, "active": true, "objectless": true, "sought": true, "joint": true, "politic": true, "denied": true, "settled": true, "harmless": true, "behind": true, "thither": true, "termed": true, "dated": true, "closing": true}

// asks reports whether the trigger has a need of kind, or one of the group.
func (tr *trigger) asks(kind string) bool {
	return slices.ContainsFunc(tr.needs, func(n need) bool { return n.kind == kind })
}

func (tr *trigger) about(group string) bool {
	return slices.ContainsFunc(tr.needs, func(n need) bool { return n.group == group })
}

// lexicon is triggers.txt, nouns.txt and words.txt, by lemma. A phrase ("call off") is
// filed under its last word for nouns and its first for verbs.
type lexicon struct {
	verbs  map[string][]*trigger
	nouns  map[string][]*trigger
	adjs   map[string][]*trigger
	idioms grammar.Idioms[*trigger] // idioms.txt, by the first word
	groups map[string]bool          // of words, by name
	within map[string][]string      // the groups that a lemma is in: most are in none
}

var load = sync.OnceValue(func() *lexicon {
	l, err := read()
	if err != nil {
		panic(err) // a fault of the build; TestDataLoads finds it
	}
	return l
})

func read() (*lexicon, error) {
	l := &lexicon{verbs: map[string][]*trigger{}, nouns: map[string][]*trigger{}, adjs: map[string][]*trigger{}, idioms: map[string][]*trigger{}, groups: map[string]bool{}, within: map[string][]string{}}
	for _, name := range [2]string{"nouns.txt", "words.txt"} {
		if err := lex.EachLine(files, "data/"+name, 2, l.addGroup); err != nil {
			return nil, err
		}
	}
	if err := lex.EachLine(files, "data/triggers.txt", 7, l.addTrigger); err != nil {
		return nil, err
	}
	return l, lex.EachLine(files, "data/idioms.txt", 7, l.addIdiom)
}

func (l *lexicon) addGroup(f []string) error {
	if l.groups[f[0]] {
		return fmt.Errorf("group %q stands twice", f[0])
	}
	l.groups[f[0]] = true
	for _, w := range lex.List(f[1]) {
		l.within[w] = append(l.within[w], f[0])
	}
	return nil
}

var frames = map[string]frame{"mutual": mutual, "act": act, "suffer": suffer, "gain": gain}

// classes are the PLOVER 2.0 types.
var classes = map[string]bool{"AGREE": true, "CONSULT": true, "SUPPORT": true, "CONCEDE": true, "COOPERATE": true, "AID": true,
	"RETREAT": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true, "PROTEST": true, "SANCTION": true,
	"MOBILIZE": true, "COERCE": true, "ASSAULT": true}

func (l *lexicon) addTrigger(f []string) error {
	for _, lemma := range lex.List(f[0]) {
		t, err := l.newTrigger(lemma, f)
		if err != nil {
			return err
		}
		words := strings.Fields(lemma)
		switch f[1] {
		case "n":
			key := words[len(words)-1]
			l.nouns[key] = append(l.nouns[key], t)
		case "v":
			l.verbs[words[0]] = append(l.verbs[words[0]], t)
		default:
			l.adjs[lemma] = append(l.adjs[lemma], t)
		}
	}
	return nil
}

// newTrigger is the trigger of lemma by the further columns of its line f.
func (l *lexicon) newTrigger(lemma string, f []string) (*trigger, error) {
	fr, ok := frames[f[4]]
	if !ok || !classes[f[2]] || !strings.Contains("vna", f[1]) {
		return nil, fmt.Errorf("want v, n or a, a PLOVER class and a frame: %q", strings.Join(f, " | "))
	}
	needs, err := l.needsOf(f[6])
	if err != nil {
		return nil, err
	}
	return &trigger{lemma: lemma, noun: f[1] == "n", class: f[2], mode: f[3], frame: fr, markers: lex.List(f[5]), needs: needs}, nil
}

// virtual are the groups that code knows and no list has.
var virtual = map[string]bool{"good": true, "weighty": true, "aimed": true, "public": true, "named": true, "nation": true}

// needsOf reads "object=person; party".
func (l *lexicon) needsOf(field string) (out []need, err error) {
	for _, w := range lex.List(field) {
		kind, group, _ := strings.Cut(w, "=")
		if !kinds[kind] || group != "" && group != "party" && !virtual[group] && !l.groups[group] {
			return nil, fmt.Errorf("no need %q, or no group for it", w)
		}
		out = append(out, need{kind, group})
	}
	return out, nil
}

// in reports whether lemma is in the group.
func (l *lexicon) in(group, lemma string) bool { return slices.Contains(l.within[lemma], group) }
