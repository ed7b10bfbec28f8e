package when

import (
	_ "embed"
	"strings"

	"rapporteur/internal/news"
)

//go:embed around.txt
var aroundFile string

// hint is what a word around an expression says about it.
type hint uint32

const (
	past hint = 1 << iota
	notPast
	present
	toBe // forms of the present that tell no act: "is", "has"
	saying
	future
	due
	purpose
	gathering
	aging
	counted
	ruling
	measured
	clause
	lasting
	moving
	spoke
	harm
)

var hintSections = map[string]hint{"past": past, "not past": notPast, "present": present, "to be": present | toBe, "saying": saying,
	"future": future, "due": due, "purpose": purpose, "gathering": gathering, "aging": aging, "counted": counted,
	"ruling": ruling, "measured": measured, "clause": clause,
	"lasting": lasting, "moving": moving, "spoke": spoke, "harm": harm}

// tense is where an expression lies, seen from when it was written.
type tense uint8

const (
	untold tense = iota // nothing says
	behind
	running // told in the present
	ahead
	either  // was due then: before or after
	toldNow // "says": what is told was lately, but need not have been
)

// reach is how many items away a verb may stand.
const reach = 40

// tense finds where the expression f lies by the words around it.
func (s *scan) tense(f *found) tense {
	if s.datesHarm(f) {
		return behind
	}
	switch lower(s.word(f.start - 1)) {
	case "since":
		return behind
	case "until", "till":
		if s.nearestPast(f.start)&lasting != 0 && s.behindVerb(f.start) == behind {
			return behind
		}
		return ahead
	case "to":
		if s.nearestPast(f.start)&moving != 0 {
			return ahead
		}
	case "for":
		if strings.HasPrefix(f.expr.Pick, "XXXX-WXX-") && !owned(s.word(f.end)) {
			return ahead
		}
	case "by":
		if t := s.behindVerb(f.start - 1); t == ahead || t == running {
			return ahead
		}
	}
	if t := s.opening(f); t != untold {
		return t
	}
	if owned(s.word(f.end)) && lower(s.word(f.start-1)) != "after" && lower(s.word(f.start-1)) != "following" {
		if t := s.aheadVerb(f.end); t != untold {
			return t
		}
	}
	if t := s.behindVerb(f.start); t != untold {
		return t
	}
	return s.aheadVerb(f.end)
}

// datesHarm reports whether f says of when an attack, a crash or the like was, which
// nobody sets for a day to come: "to discuss the March attack", "Monday's blast".
func (s *scan) datesHarm(f *found) bool {
	j := f.end
	if owned(s.word(j)) {
		j++
	}
	return s.at(j).hint&harm != 0 || s.at(j).token != 0 && !s.at(j).is(preposition) && s.at(j).hint == 0 && s.at(j+1).hint&harm != 0 && s.adjectiveAt(j)
}

// adjectiveAt reports whether the tags call the word at j an adjective or a noun before
// another.
func (s *scan) adjectiveAt(j int) bool {
	t := s.tag(j)
	return t != nil && (t.UPOS == news.ADJ || t.UPOS == news.NOUN)
}

// nearestPast is the hint of the nearest past form before item i.
func (s *scan) nearestPast(i int) hint {
	for k := i - 1; k >= s.head && k > i-reach; k-- {
		if h := s.at(k).hint; h&past != 0 {
			return h
		}
	}
	return 0
}

// opening sees "ahead of Tuesday's talks" and "the upcoming Friday session".
func (s *scan) opening(f *found) tense {
	for k := f.start - 1; k >= f.start-3 && k >= s.head; k-- {
		switch lower(s.word(k)) {
		case "ahead", "upcoming", "forthcoming":
			return ahead
		case "last", "latest":
			return behind
		}
	}
	return untold
}

// verbAt is what item k shows; where there are tags they decide what is a verb.
func (s *scan) verbAt(k int) hint {
	x := s.at(k)
	v := x.hint
	if x.upper && x.is(month) && !x.fresh {
		return 0 // "May", "March"
	}
	if x.upper && !x.fresh && !s.inHeadline() {
		v &^= due // "Deadline", "The Promise"
	}
	t := s.tag(k)
	if t == nil {
		return v
	}
	switch t.XPOS {
	case news.VBD:
		return v&^(present|notPast|future) | past
	case news.VBN:
		return v&^(present|notPast) | past
	case news.VBZ, news.VBP:
		return v&^past | present
	case news.MD:
		return future
	}
	if v&present != 0 && (t.UPOS == news.NOUN || t.UPOS == news.PROPN) && s.endsClause(k) {
		return v
	}
	if t.UPOS == news.NOUN || t.UPOS == news.PROPN {
		return v & (gathering | due)
	}
	if t.UPOS == news.ADJ || t.UPOS == news.VERB && t.XPOS != news.VB || t.UPOS == news.ADV {
		return v & (due | gathering | past)
	}
	return v &^ (past | present)
}

// endsClause reports whether a word that taggers take for a noun, "votes" or
// "starts", is the verb of "the house votes on Thursday": no article or number
// before it, a preposition or a day behind it.
func (s *scan) endsClause(k int) bool {
	b, a := s.at(k-1), s.at(k+1)
	return b.token != 0 && !b.is(article|possessive|pointer|cardinal|every|of|preposition) && a.is(preposition|weekday|today)
}

// behindVerb looks for the nearest verb before item i.
func (s *scan) behindVerb(i int) tense {
	for k := i - 1; k >= s.head && k > i-reach; k-- {
		if s.at(k).mark == ';' {
			return untold
		}
		if t := s.showsAt(k, i); t != untold {
			return t
		}
	}
	return untold
}

// showsAt is what the word at k tells of an expression at i behind it.
func (s *scan) showsAt(k, i int) tense {
	s.steps++
	v := s.verbAt(k)
	w := s.word(k)
	switch {
	case w == "to" && k+1 < i && s.isInfinitive(k+1):
		return s.governed(k)
	case v&due != 0 && s.isDue(k):
		return s.dueAt(k)
	case v&future != 0:
		if s.word(k+1) == "have" || s.word(k+2) == "have" {
			return either
		}
		return ahead
	case v&past != 0 && v&notPast == 0:
		return s.participle(k)
	case v&saying != 0:
		return toldNow
	case v&present != 0:
		if be := s.at(k).hint&toBe != 0; !be && s.at(k).hint&present != 0 && !s.inHeadline() {
			return ahead // "arrives Monday"
		}
		return running
	}
	return untold
}

// isDue rules out "due to the war" and "set up".
func (s *scan) isDue(k int) bool {
	next := s.word(k + 1)
	switch s.word(k) {
	case "due":
		return next != "to" || s.isInfinitive(k+2)
	case "set":
		return next == "to" || next == "for"
	case "going":
		return next == "to"
	case "agreed", "vowed", "promised", "pledged", "invited":
		return next == "to" || s.word(k+2) == "to"
	case "plan", "plans", "hope", "hopes", "aim", "promise", "promises", "pledge", "pledges":
		return next == "to" || next == "for"
	}
	return true
}

// dueAt tells "is due" from "was due".
func (s *scan) dueAt(k int) tense {
	for j := k - 1; j >= k-2; j-- {
		switch s.word(j) {
		case "was", "were", "had", "been":
			return either
		}
	}
	return ahead
}

// participle tells "was held" and "held" from "be held" and "are held".
func (s *scan) participle(k int) tense {
	for j := k - 1; j >= k-2; j-- {
		switch s.word(j) {
		case "be":
			return s.beAt(j)
		case "being":
			return running
		case "is", "are":
			return running
		}
	}
	return behind
}

// beAt is what the words before "be" say: "will be", "to be", "could be".
func (s *scan) beAt(k int) tense {
	for j := k - 1; j >= k-3; j-- {
		if s.verbAt(j)&future != 0 {
			return ahead
		}
		if s.word(j) == "to" {
			return s.governed(j)
		}
	}
	return ahead
}

// isInfinitive reports whether a verb in its plain form stands at k.
func (s *scan) isInfinitive(k int) bool {
	if t := s.tag(k); t != nil {
		return t.XPOS == news.VB
	}
	x := s.at(k)
	w := s.word(k)
	if x.token == 0 || x.upper && !s.at(k-1).upper || x.mark != 0 || x.class&(number|article|possessive|pointer|of|every|ordinal) != 0 {
		return false
	}
	return !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s") || w == "discuss" || w == "address" || w == "press" || w == "pass"
}

// governed is what the word says on which "to do" at k depends: "flew to meet"
// is behind, "agreed to meet" ahead.
func (s *scan) governed(k int) tense {
	for j := k - 1; j >= s.head && j > k-12; j-- {
		v := s.verbAt(j)
		switch {
		case v&due != 0 && s.isDue(j):
			return s.dueAt(j)
		case v&purpose != 0:
			return behind
		case j == k-1 && (s.word(j) == "was" || s.word(j) == "were"):
			return either // "was to meet them on Tuesday"
		case v&(past|future) != 0 && v&notPast == 0:
			return ahead
		case v&present != 0:
			if w := s.word(j); (w == "is" || w == "are") && j >= k-2 {
				return ahead // "are to meet", "is also to meet"
			}
			return either
		}
	}
	return ahead
}

// aheadVerb looks for the first verb behind the expression that ends at i.
func (s *scan) aheadVerb(i int) tense {
	for k := i; k < s.stop && k < i+reach; k++ {
		if s.at(k).mark == ';' {
			return untold
		}
		v := s.verbAt(k)
		if v&present != 0 && v&saying == 0 {
			return s.presentAt(k)
		}
		if t := s.showsAt(k, k+2); t != untold && s.word(k) != "to" {
			return t
		}
	}
	return untold
}

// presentAt tells "are expected to" and "is to" from "is".
func (s *scan) presentAt(k int) tense {
	for j := k + 1; j <= k+3; j++ {
		if s.verbAt(j)&due != 0 {
			return ahead
		}
		if s.word(j) == "to" && s.isInfinitive(j+1) {
			return ahead
		}
	}
	if w := s.word(k); w == "has" || w == "have" {
		return behind
	}
	return running
}
