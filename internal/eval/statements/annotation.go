package statements

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
)

// annotation is one line beneath a report: what is asked for ("+"), allowed
// ("~") or forbidden ("-").
type annotation struct {
	mark   byte
	kind   string // one of Kinds
	line   string
	types  []string // classes, stances; of a figure its bound ("" leaves it open)
	status []string // of an event; empty leaves it open
	who    []string // participants; the holder
	not    []string // who is no party of the event
	words  string   // of the issue; of what a figure counts
	place  string   // "-" is none, "" leaves it open
	times  []string // "-" is none; empty leaves it open
	value  float64  // of a figure
}

// readAnnotation reads "+ event CLASS status | who; !who | place | time", "+
// position holder stance | words" and "+ figure value bound | words".
func readAnnotation(line string) (n annotation, err error) {
	f := strings.SplitN(line, " ", 3)
	if len(f) < 3 || len(f[0]) != 1 || !strings.Contains("+~-", f[0]) {
		return n, fmt.Errorf("line %q has no mark and kind", line)
	}
	n.mark, n.kind, n.line = f[0][0], f[1]+"s", line
	part := fields(f[2], 4)
	switch n.kind {
	case "events":
		err = n.event(part)
	case "positions":
		at := strings.LastIndex(part[0], " ")
		n.types, n.words = strings.Split(part[0][at+1:], "|"), part[1]
		n.who = []string{part[0][:max(at, 0)]}
	case "figures":
		number, bound, _ := strings.Cut(part[0], " ")
		n.types, n.words = []string{bound}, part[1]
		n.value, err = strconv.ParseFloat(number, 64)
	default:
		err = fmt.Errorf("line %q: there is no kind %q", line, f[1])
	}
	return n, err
}

func (n *annotation) event(part []string) error {
	class, status, ok := strings.Cut(part[0], " ")
	if !ok {
		return fmt.Errorf("line %q has no status", n.line)
	}
	n.types = strings.Split(class, "|")
	if status != "?" {
		n.status = strings.Split(status, "|")
	}
	for _, w := range strings.Split(part[1], ";") {
		switch w = strings.TrimSpace(w); {
		case strings.HasPrefix(w, "!"):
			n.not = append(n.not, w[1:])
		case w != "":
			n.who = append(n.who, w)
		}
	}
	n.place = part[2]
	if part[3] != "" && part[3] != "?" {
		n.times = strings.Split(part[3], ";")
	}
	return nil
}

// claim is one statement of an Analysis.
type claim struct {
	event      *news.Event
	position   *news.Position
	figure     *news.Figure
	confidence float32
	words      string
}

// claims lists what r's report yields of kind k. Figures without a number
// ("dozens") are not asked about.
func (r *reportScore) claims(k int) (out []claim) {
	a := r.a
	switch Kinds[k] {
	case "events":
		for i := range a.Events {
			e := &a.Events[i]
			out = append(out, claim{event: e, confidence: e.Confidence, words: eventWords(a, e)})
		}
	case "positions":
		for i := range a.Positions {
			p := &a.Positions[i]
			out = append(out, claim{position: p, confidence: p.Confidence, words: positionWords(a, p)})
		}
	case "figures":
		for i := range a.Figures {
			if f := &a.Figures[i]; !f.Vague {
				out = append(out, claim{figure: f, confidence: f.Confidence, words: figureWords(a, f)})
			}
		}
	}
	return out
}

// meets reports whether claim c says what n asks for: the class or stance, the
// status, half of the participants and nobody who is none, the holder and the
// words of the issue, the number with its bound and what it counts.
func (n *annotation) meets(a *news.Analysis, c claim) bool {
	switch {
	case c.event != nil:
		return n.kindOf(c.event) && n.named(a, c.event)*2 >= len(n.who) && !n.stranger(a, c.event)
	case c.position != nil:
		return slices.Contains(n.types, string(c.position.Stance)) && anyOf(partyWords(a, c.position.Holder), n.who[0]) && all([]string{issueWords(a, c.position)}, n.words)
	default:
		return math.Abs(c.figure.Value-n.value) < 1e-9 && (n.types[0] == "" || n.types[0] == c.figure.Bound) &&
			anyOf(c.figure.Of.Of(a.Doc.Text)+" "+a.Sentence(c.figure.Sentence).Span.Of(a.Doc.Text), n.words)
	}
}

// strictly is meets for a "-" line: all participants must be named.
func (n *annotation) strictly(a *news.Analysis, c claim) bool {
	return n.meets(a, c) && (c.event == nil || n.named(a, c.event) == len(n.who))
}

func (n *annotation) kindOf(e *news.Event) bool {
	return slices.Contains(n.types, e.Class) && (len(n.status) == 0 || slices.Contains(n.status, string(e.Status)))
}

// named counts the participants asked for that e has.
func (n *annotation) named(a *news.Analysis, e *news.Event) (found int) {
	for _, w := range n.who {
		found += count(slices.ContainsFunc(e.Participants, func(p news.Participant) bool { return anyOf(partyWords(a, p.Party), w) }))
	}
	return found
}

// stranger reports whether e makes a party of somebody who only hosts or mediates.
func (n *annotation) stranger(a *news.Analysis, e *news.Event) bool {
	return slices.ContainsFunc(e.Participants, func(p news.Participant) bool {
		return p.Role != news.Host && p.Role != news.Mediator && slices.ContainsFunc(n.not, func(w string) bool { return anyOf(partyWords(a, p.Party), w) })
	})
}

// spokenClass gives the classes under which PLOVER keeps the act of taking a
// position: to demand is to REQUEST.
var spokenClass = map[string]string{"demand": "REQUEST", "reject": "REJECT", "accuse": "ACCUSE", "threaten": "THREATEN",
	"support": "SUPPORT", "accept": "AGREE", "promise": "AGREE", "offer": "AGREE", "deny": "REJECT", "condition": "REQUEST"}

// spoken reports whether event claim c is the act of taking position n.
func (n *annotation) spoken(a *news.Analysis, c claim) bool {
	return n.kind == "positions" && c.event.Status == news.Held &&
		slices.ContainsFunc(n.types, func(stance string) bool { return spokenClass[stance] == c.event.Class }) &&
		slices.ContainsFunc(c.event.Participants, func(p news.Participant) bool { return anyOf(partyWords(a, p.Party), n.who[0]) })
}

// fit grades how well event claim c meets n, for choosing among several.
func (n *annotation) fit(a *news.Analysis, c claim) int {
	_, at := n.when(a, c)
	_, in := n.where(a, c)
	return 4*n.named(a, c.event) + 2*count(at) + count(in)
}

// when reports whether a time is at stake, asked for or claimed, and whether
// it is right.
func (n *annotation) when(a *news.Analysis, c claim) (asked, right bool) {
	if len(n.times) == 0 {
		return false, false
	}
	value := ""
	if t := a.Time(c.event.Time); t != nil {
		value = t.Value
	}
	if value == "" {
		return !slices.Contains(n.times, "-"), false
	}
	return true, slices.ContainsFunc(n.times, func(w string) bool { return strings.HasPrefix(value, strings.TrimSpace(w)) })
}

// where is when of places.
func (n *annotation) where(a *news.Analysis, c claim) (asked, right bool) {
	have := partyWords(a, c.event.Place)
	switch {
	case n.place == "" || n.place == "?":
		return false, false
	case have == "":
		return !strings.HasSuffix(n.place, "-"), false
	}
	return true, anyOf(have, strings.TrimSuffix(n.place, "|-")) && n.place != "-"
}

func issueWords(a *news.Analysis, p *news.Position) string {
	return p.Issue.Of(a.Doc.Text) + " " + strings.Join(p.Terms, " ")
}
