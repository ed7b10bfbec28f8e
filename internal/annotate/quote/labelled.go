package quote

import (
	"strings"

	"rapporteur/internal/news"
)

const (
	longestLabel = 5 // words of a name before a colon
	leastSaid    = 4 // words of what a headline puts behind it
)

// turn is a block whose words are all somebody's.
type turn struct {
	block int32
	draft draft // the quote of its first sentence; the others are like it
}

// labelled reads a unit whose speaker is named by the layout, not by a verb of
// its own, and reports whether it was one:
//
//	The minister added:  /  We will not sign.   a paragraph behind a colon
//	Brenn: Talks Failed                         a headline
func (f *finder) labelled(u *unit) bool {
	if t := f.turn; t != nil && t.block == u.block {
		f.takeTurn(u, t.draft)
		return true
	}
	f.turn = nil
	if f.a.Tokens[u.first].Span.Start != f.a.Doc.Blocks[u.block].Span.Start {
		return false
	}
	if f.a.Doc.Blocks[u.block].Kind == news.Headline {
		colon := f.label(u.first, u.last)
		return colon > 0 && f.pushHeadline(u, colon)
	}
	d := draft{block: u.block}
	d.Form = news.Direct
	if colon := int(f.script[u.block]); colon > 0 {
		f.partyTurn(u, &d, colon)
		return true
	}
	if !f.behindColon(u, &d) {
		return false
	}
	f.turn = &turn{u.block, d}
	f.pushTurn(u, d)
	return true
}

// leastTurns is how many speakers with names before colons make a report a script.
const leastTurns = 2

// findScript notes the paragraphs that begin with a speaker's name and a colon
// as in the script of a broadcast, "BRENN: We will not sign.", each with the
// token of the colon. Two speakers make a script if they are written in capitals,
// or one of them has a second turn: a list of people has one paragraph for each.
func (f *finder) findScript() {
	f.script = map[int32]int32{}
	turns, again := map[news.ChainID]int{}, false
	for s := range f.a.Sentences {
		first := int(f.a.Sentences[s].First) - 1
		b := f.a.Sentences[s].Block
		if first >= f.n() || f.a.Doc.Blocks[b].Kind != news.Paragraph || f.a.Tokens[first].Span.Start != f.a.Doc.Blocks[b].Span.Start {
			continue
		}
		colon := f.label(first, f.n()-1)
		if colon == 0 || colon >= f.n()-1 || f.inside[colon+1] != 0 {
			continue
		}
		if m := f.mentionEnding(colon-1, first); m != nil && m.Kind == news.Person && m.Chain != 0 && (f.beginOf(m) == first || m.TitledSpan.Start == f.a.Tokens[first].Span.Start) {
			f.script[b] = int32(colon)
			turns[m.Chain]++
			again = again || turns[m.Chain] > 1 || allCapitals(f.word(int(m.Last)-1))
		}
	}
	if !again || len(turns) < leastTurns {
		f.script = nil
	}
}

// partyTurn writes down the first sentence of a turn of a script, whose label
// ends with the colon, and keeps its speaker for the others.
func (f *finder) partyTurn(u *unit, d *draft, colon int) {
	d.Speaker = f.partyOf(f.mentionEnding(colon-1, u.first), u.first)
	d.Rule, d.Confidence = "quote.labelled", 0.6
	f.turn = &turn{u.block, *d}
	rest := *u
	if rest.first = colon + 1; rest.first <= rest.last {
		f.takeTurn(&rest, *d)
	}
}

// takeTurn writes down a sentence of a turn. In a script, what it passes on of
// others is read as in a report, and pleasantries are left.
func (f *finder) takeTurn(u *unit, d draft) {
	if f.script[u.block] == 0 {
		f.pushTurn(u, d)
		return
	}
	f.findSubjects(u)
	for _, ci := range u.cues {
		p := f.cues[ci].party
		if c := f.a.Chain(p.Chain); c != nil && p.Chain != d.Speaker.Chain && (c.Named || strings.Contains(p.Span.Of(f.a.Doc.Text), " ")) {
			f.readFound(u)
			return
		}
	}
	if u.last-u.first > leastSaid {
		f.pushTurn(u, d)
	}
}

// label is the colon behind a name with which a block begins at token i; 0 for none.
func (f *finder) label(i, last int) int {
	for k := i; k <= min(last-1, i+longestLabel) && f.inside[k] == 0; k++ {
		if f.is(k, ":") && k > i {
			return k
		}
		if !f.upper(k) && !f.is(k, ".") {
			return 0
		}
	}
	return 0
}

// behindColon reports whether the paragraph before u ends with somebody's cue
// and a colon, and u, which has no marks of its own, is what he says.
func (f *finder) behindColon(u *unit, d *draft) bool {
	if u.first == 0 || !f.is(u.first-1, ":") || f.a.Doc.Blocks[u.block].Kind != news.Paragraph || f.inside[u.first-1] != 0 || f.containsQuoted(u.first, u.last) || !f.upper(u.first) {
		return false
	}
	begin, _ := f.sentenceBounds(u.first - 1)
	for k := f.cueAfter(u.first-1) - 1; k >= 0 && f.cues[k].at >= begin; k-- {
		c := &f.cues[k]
		if u.first-2-c.ends > 1 || c.party.IsZero() || c.infinitive || c.passive || c.verb.class != "say" && c.verb.class != "write" {
			continue
		}
		f.describe(d, c)
		d.Rule, d.Confidence = "quote.labelled", 0.6
		return true
	}
	return false
}

// pushTurn writes down one sentence of a turn.
func (f *finder) pushTurn(u *unit, d draft) {
	span := f.span(u.first, u.last).Trim(f.a.Doc.Text)
	if span.Len() <= 0 {
		return
	}
	d.from, d.to = u.first, u.last
	d.Parts = append(d.Parts[:0:0], span)
	d.Sentence = news.SentenceID(f.sentence[u.first] + 1)
	f.claim(u.first, u.last)
	f.push(d)
}

// pushHeadline writes down what a headline puts behind a name and a colon, and
// reports whether it was that: a verb, and no title of a piece about him.
func (f *finder) pushHeadline(u *unit, colon int) bool {
	m := f.mentionEnding(colon-1, u.first)
	if m == nil || m.Chain == 0 || m.Kind != news.Person && m.Kind != news.Organization || f.beginOf(m) != u.first || u.last-colon < leastSaid {
		return false
	}
	if f.is(colon+1, "who", "what", "how", "why", "the", "a", "an", "from", "meet", "inside") || !f.anyFinite(colon+1, u.last) {
		return false
	}
	d := draft{block: u.block, from: colon + 1, to: u.last}
	d.Form = news.Indirect
	if f.containsQuoted(colon+1, u.last) {
		d.Form = news.Mixed
	}
	span, _ := f.partSpan(colon+1, u.last)
	d.Parts = append(d.Parts, span)
	d.Speaker = f.partyOf(m, u.first)
	d.Sentence = news.SentenceID(f.sentence[colon] + 1)
	d.Rule, d.Confidence = "quote.labelled", 0.6
	f.claim(colon+1, u.last)
	f.push(d)
	return true
}

// allCapitals reports whether a word of two letters or more has no small ones.
func allCapitals(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}
