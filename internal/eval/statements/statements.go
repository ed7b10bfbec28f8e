// Package statements holds events, positions and figures, as one report's
// analysis has them, against marked paragraphs of our own (testdata) and
// against the PLOVER gold standard records.
//
//	Varnia ruled out a return to the border of 1991.
//	+ position Varnia reject | return; border      asked for
//	- event ASSAULT held | Varnia                  must not be claimed
//
// In go files and a function that annotates; out come counts and the misses in
// words. It learns nothing and changes nothing.
package statements

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Score counts what a file of marked paragraphs asks for and what the
// stages give (testdata says how the files are written).
type Score struct {
	Wanted, Found   int // "+" lines, and those that hold
	Banned, Claimed int // "-" lines, and those that are claimed all the same
	Misses          []string
}

// Marked annotates each paragraph of file as a report of its own and holds
// events, positions and figures against the lines marked beneath it.
func Marked(file string, annotate func(*news.Document) *news.Analysis) (s Score, err error) {
	f, err := os.Open(file)
	if err != nil {
		return s, err
	}
	defer f.Close()
	var day string
	var a *news.Analysis
	for sc, n := bufio.NewScanner(f), 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		mark, rest, _ := strings.Cut(line, " ")
		switch mark {
		case "", "#":
		case "date":
			day = rest
		case "+", "-":
			if a == nil {
				return s, fmt.Errorf("%s line %d: no paragraph before %q", file, n, line)
			}
			s.line(a, mark == "+", rest)
		default:
			doc := oneParagraph(line)
			doc.Published = news.Stamp{Value: day, Basis: news.Given}
			a = annotate(doc)
		}
	}
	return s, nil
}

func (s *Score) line(a *news.Analysis, wanted bool, rest string) {
	kind, want, _ := strings.Cut(rest, " ")
	held := map[string]func(*news.Analysis, string) bool{"event": hasEvent, "position": hasPosition, "figure": hasFigure}[kind](a, want)
	switch {
	case wanted && held:
		s.Wanted, s.Found = s.Wanted+1, s.Found+1
	case wanted:
		s.Wanted++
	case held:
		s.Banned, s.Claimed = s.Banned+1, s.Claimed+1
	default:
		s.Banned++
	}
	if wanted != held {
		s.Misses = append(s.Misses, fmt.Sprintf("%s\n   want %v %s %s\n   %s", a.Doc.Text, wanted, kind, want, Short(a)))
	}
}

// fields cuts "A b | c; d | e" into its parts.
func fields(s string, n int) []string {
	out := make([]string, n)
	for i, p := range strings.SplitN(s, "|"+" ", n) {
		out[i] = strings.TrimSpace(p)
	}
	return out
}

// anyOf reports whether have holds one of the words of want, apart by "|";
// "?" and "" ask for nothing.
func anyOf(have, want string) bool {
	if want == "" || want == "?" {
		return true
	}
	for _, w := range strings.Split(want, "|") {
		if w == "?" || strings.Contains(text.Fold(have), text.Fold(w)) {
			return true
		}
	}
	return false
}

// all reports whether each of the words of want, apart by ";", is in one of have.
func all(have []string, want string) bool {
	for _, w := range strings.Split(want, ";") {
		w = strings.TrimSpace(w)
		if !slices.ContainsFunc(have, func(h string) bool { return anyOf(h, w) }) && w != "" && w != "?" {
			return false
		}
	}
	return true
}

func hasEvent(a *news.Analysis, want string) bool {
	f := fields(want, 4)
	class, status, _ := strings.Cut(f[0], " ")
	return slices.ContainsFunc(a.Events, func(e news.Event) bool {
		var who []string
		for _, p := range e.Participants {
			who = append(who, partyWords(a, p.Party))
		}
		when := ""
		if t := a.Time(e.Time); t != nil {
			when = t.Value
		}
		return e.Class == class && slices.Contains(strings.Split(status, "|"), string(e.Status)) &&
			all(who, f[1]) && anyOf(partyWords(a, e.Place), f[2]) && anyOf(when, f[3])
	})
}

func hasPosition(a *news.Analysis, want string) bool {
	f := fields(want, 2)
	at := strings.LastIndex(f[0], " ")
	holder, stance := f[0][:at], f[0][at+1:]
	return slices.ContainsFunc(a.Positions, func(p news.Position) bool {
		issue := p.Issue.Of(a.Doc.Text) + " " + strings.Join(p.Terms, " ")
		return slices.Contains(strings.Split(stance, "|"), string(p.Stance)) && anyOf(partyWords(a, p.Holder), holder) && all([]string{issue}, f[1])
	})
}

func hasFigure(a *news.Analysis, want string) bool {
	f := fields(want, 2)
	v, err := strconv.ParseFloat(f[0], 64)
	return err == nil && slices.ContainsFunc(a.Figures, func(g news.Figure) bool {
		return math.Abs(g.Value-v) < 1e-9 && !g.Vague && anyOf(g.Of.Of(a.Doc.Text)+" "+a.Doc.Text, f[1])
	})
}

// partyWords is what is known of a party: its words here and its names.
func partyWords(a *news.Analysis, p news.Party) string {
	s := p.Span.Of(a.Doc.Text)
	if c := a.Chain(p.Chain); c != nil {
		s += " " + c.Name + " " + c.Canon
	}
	return s
}

// Short lists the events, positions and figures of a in short, one a line.
func Short(a *news.Analysis) string {
	var out []string
	for i := range a.Events {
		out = append(out, eventWords(a, &a.Events[i]))
	}
	for i := range a.Positions {
		out = append(out, positionWords(a, &a.Positions[i]))
	}
	for i := range a.Figures {
		out = append(out, figureWords(a, &a.Figures[i]))
	}
	return "got " + strings.Join(out, "\n       ")
}

func eventWords(a *news.Analysis, e *news.Event) string {
	var who []string
	for _, p := range e.Participants {
		w := p.Span.Of(a.Doc.Text)
		if p.Role != news.Actor {
			w += " (" + string(p.Role) + ")"
		}
		who = append(who, w)
	}
	when := ""
	if t := a.Time(e.Time); t != nil {
		when = t.Value
	}
	return fmt.Sprintf("event %s %s (%s) | %s | %s | %s %.2f", e.Class, e.Status, e.Label, strings.Join(who, "; "), e.Place.Span.Of(a.Doc.Text), when, e.Confidence)
}

func positionWords(a *news.Analysis, p *news.Position) string {
	return fmt.Sprintf("position %s %s | %s (%s) %.2f", p.Holder.Span.Of(a.Doc.Text), p.Stance, p.Issue.Of(a.Doc.Text), p.Rule, p.Confidence)
}

func figureWords(a *news.Analysis, g *news.Figure) string {
	return fmt.Sprintf("figure %s %v %s | %s %.2f", g.Bound, g.Value, g.Unit, g.Of.Of(a.Doc.Text), g.Confidence)
}
