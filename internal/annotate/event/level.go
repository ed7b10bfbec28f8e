package event

import (
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// levels are those at which people meet, from the highest down; each is a group of
// nouns.txt.
var levels = [4]string{"leaders", "ministers", "envoys", "officials"}

// levelOf is the level of meeting c: the lowest of those that its parties have by
// their offices or by the words for them; "" where none is known. A summit of
// states is one of leaders.
func (f *finder) levelOf(c *candidate) string {
	low := -1
	for _, p := range c.Participants {
		if p.Role == news.Actor || p.Role == news.Recipient {
			low = max(low, f.rankOf(p.Party))
		}
	}
	if low < 0 && f.lex.in("summitry", c.Label) {
		low = 0
	}
	if low < 0 {
		return ""
	}
	return levels[low]
}

// rankOf is the index in levels of a party, -1 for none.
func (f *finder) rankOf(p news.Party) int {
	if c := f.a.Chain(p.Chain); c != nil && c.Kind == news.Person {
		for i := range c.Offices {
			if o := &c.Offices[i]; o.Tense != "former" {
				if n := f.rank(o.Title); n >= 0 {
					return n
				}
			}
		}
	}
	return f.rank(f.Lemma(f.headOf(p)))
}

// rank is the index in levels of an office: of its whole title, else of the
// longest end of it that a list has.
func (f *finder) rank(title string) int {
	for w := strings.ToLower(title); w != ""; {
		for i, g := range levels {
			if f.lex.in(g, w) {
				return i
			}
		}
		_, rest, ok := strings.Cut(w, " ")
		if !ok {
			return -1
		}
		w = rest
	}
	return -1
}

// formats are the ways in which people meet, each with the groups of nouns.txt
// that tell of it; the first that fits is meant.
var formats = [4]struct{ name, group string }{{"video", "byvideo"}, {"phone", "byphone"}, {"through a mediator", "byothers"}, {"in person", "inperson"}}

// formatOf is how those at c meet: by what the trigger is, and by the words that
// hang on it; "" where nothing says.
func (f *finder) formatOf(c *candidate) string {
	for _, x := range formats {
		if f.lex.in(x.group, c.Label) || f.saysOf(c.token, x.group) {
			return x.name
		}
	}
	switch c.Mode {
	case "phone":
		return "phone"
	case "third-party":
		return "through a mediator"
	case "visit":
		return "in person"
	}
	return ""
}

// saysOf reports whether a word of the group hangs on the word at t: "by [phone]",
// "[indirect] talks", "a [video] call", "through [mediators]".
func (f *finder) saysOf(t news.TokenID, group string) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Obl, news.Nmod:
			if m := f.Marker(k); m != "by" && m != "via" && m != "over" && m != "through" && m != "on" {
				continue
			}
		case news.Amod, news.Compound, news.Advmod, news.NmodDesc:
		default:
			continue
		}
		if f.lex.in(group, f.Lemma(k)) || f.modifiedBy(k, group) {
			return true
		}
	}
	return false
}

// isOffice reports whether noun t is an office, role or body of the lexicon.
func (f *finder) isOffice(t news.TokenID) bool {
	if lex.Default().LookupOffice(f.Word(t)) != nil {
		return true
	}
	return lex.Default().LookupOffice(f.Lemma(t)) != nil
}
