package position

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What somebody calls a thing, and so thinks of it: untrue, a sham, historic,
// premature.

// branded makes a denial of "described the report as untrue", "called the
// story a lie", and a charge of "called the trial a sham".
func (f *finder) branded(t news.TokenID) {
	if f.Child(t, news.CompoundPrt) != 0 || !f.lex.branding[f.Lemma(t)] || f.Negated(t) || f.hypothetical(t) {
		return
	}
	o := f.Object(t)
	if as := f.Oblique(t, "as"); o == 0 && as > t && f.UPOS(as) == news.NOUN && f.Child(as, news.Amod) != 0 {
		o = as // "described as untrue reports that"
	}
	if l := f.Lemma(o); f.Rel(t) == news.AclRelcl && f.Head(t) < t && (l == "which" || l == "that") {
		o = f.Head(t) // "[drills] that it calls a threat"
	}
	if f.whatCalled(t) || o == 0 || f.UPOS(o) == news.PRON && o < t {
		return
	}
	d := draft{issue: f.Phrase(o), at: t}
	if at := f.Span(t); o == f.Head(t) && d.issue.Contains(at) {
		d.issue.End = min(d.issue.End, f.Span(f.relativeFrom(o, t)).Start)
	}
	switch {
	case f.called(t, o, f.lex.untrue):
		d.stance, d.rule, d.issue = news.Deny, "position/untrue", f.withThat(o, d.issue)
	case f.called(t, o, f.lex.judged) && f.Lemma(t) != "reject" || f.politicised(o):
		d.stance, d.rule, d.issue = news.Accuse, "position/called", f.judgedAs(t, o)
	case f.called(t, o, f.lex.declined):
		d.stance, d.rule = news.Reject, "position/called"
	case f.called(t, o, f.lex.praised):
		d.stance, d.rule = news.Support, "position/called"
	default:
		w, s := f.callsIn(t, o)
		if w == noWorth {
			w, s = f.namesAs(t, o)
		}
		if w == noWorth && f.Lemma(t) == "brand" && f.calledSomething(t, o) {
			w, s = blame, f.judgedAs(t, o) // nobody is branded what is good
		}
		if w != praise && f.lex.alleged[f.Lemma(o)] && f.quotedAfter(t, o) {
			d.stance, d.rule, d.issue = news.Deny, "position/untrue", f.withThat(o, d.issue)
			break // nobody calls charges a name and believes them
		}
		if d.rule, d.issue = "position/called", s; w == noWorth {
			return
		}
		if d.stance = news.Accuse; w == praise {
			d.stance = news.Support
		}
	}
	d.holder, d.grade = f.holder(t, &entry{})
	if !f.public && !f.political(d.holder) && (d.rule == "" || f.UPOS(o) == news.PRON) {
		return
	}
	if d.target = f.party(o); f.UPOS(o) == news.PRON {
		d.issue, d.grade = f.judgedAs(t, o), min(d.grade, less)
	}
	f.add(d)
}

// quotedAfter reports whether verb t, "called" or "described", has words of its own between
// quotation marks right behind object o or an article or "as".
func (f *finder) quotedAfter(t, o news.TokenID) bool {
	if l := f.Lemma(t); l != "call" && l != "describe" && l != "label" && l != "dub" && l != "brand" {
		return false
	}
	for k := o + 1; k <= min(o+3, f.Len()) && f.SentenceOf(k) == f.SentenceOf(o); k++ {
		if f.quoteMark(k) {
			return true
		}
		if u := f.UPOS(k); u != news.DET && u != news.ADP {
			return false
		}
	}
	return false
}

// calledSomething reports whether a further noun or adjective behind object o says what
// verb t calls it.
func (f *finder) calledSomething(t, o news.TokenID) bool {
	for _, h := range [2]news.TokenID{t, o} {
		for k := f.Kid(h); k != 0; k = f.Next(k) {
			if m := f.Marker(k); k > o && k > t && (m == "" || m == "as") && (f.UPOS(k) == news.NOUN || f.UPOS(k) == news.ADJ) && f.TimeOf(k) == 0 && f.Rel(k) != news.Conj {
				return true
			}
		}
	}
	return false
}

// whatCalled makes a charge of "what he called [a cowardly attack]"; false for any
// other use of verb t.
func (f *finder) whatCalled(t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	if f.Lemma(t) != "call" && f.Lemma(t) != "describe" || s < 2 || s > t || f.Lemma(s-1) != "what" && f.Lemma(f.TokenAt(f.Phrase(s).Start)-1) != "what" {
		return false
	}
	first := t + 1
	if f.Lemma(first) == "as" {
		first++
	}
	bad, good := false, false
	for k := first; k <= f.Len() && k < first+9 && f.SentenceOf(k) == f.SentenceOf(t); k++ {
		l := f.Lemma(k)
		bad = bad || f.lex.judged[l] || f.lex.faulted[l] || f.lex.reckless[l] && f.UPOS(k) == news.ADJ || f.lex.affront[l]
		forward := l == "step" && k+4 <= f.Len() && f.Lemma(k+1) == "in" && f.Lemma(k+3) == "right"
		good = good || forward || f.lex.approving[l] && f.UPOS(k) == news.ADJ
		switch f.UPOS(k) {
		case news.NOUN, news.PROPN:
			if u := f.UPOS(k + 1); u == news.NOUN || u == news.PROPN || f.Word(k+1) == "-" {
				continue
			}
			p, grade := f.holder(t, &entry{})
			if good && !bad && !p.IsZero() && f.takesSides(p) {
				end := k
				if forward {
					end = k + 4 // "a step in the right direction"
				}
				f.add(draft{holder: p, stance: news.Support, issue: f.withOf(f.Cover(first, end)), at: t, rule: "position/called", grade: less})
			}
			if bad && !p.IsZero() {
				f.add(draft{holder: p, stance: news.Accuse, issue: f.Cover(first, k), at: t, rule: "position/called", grade: min(grade, 0.6)})
			}
			return true
		case news.VERB, news.AUX, news.ADP:
			if f.UPOS(k) != news.VERB || f.Tag(k).XPOS != news.VBG && f.Tag(k).XPOS != news.VBN {
				return true
			}
		}
	}
	return true
}

// relativeFrom is where the relative clause of verb t, said of noun o, begins.
func (f *finder) relativeFrom(o, t news.TokenID) news.TokenID {
	for k := o + 1; k < t; k++ {
		switch f.Lemma(k) {
		case "which", "that", "whom", "who":
			return k
		}
	}
	return t
}

// judgedAs is object o of verb t and as what it is judged: "[the trial a sham]".
func (f *finder) judgedAs(t, o news.TokenID) text.Span {
	_, last := f.Extent(t)
	end, quoted := o, false
	for k := o + 1; k <= last && (quoted || f.UPOS(k) != news.VERB) && f.Word(k) != "."; k++ {
		switch f.Word(k) {
		case "“", "”", "\"", "``", "''":
			quoted = !quoted
		}
		u := f.UPOS(k + 1)
		if quoted {
			end = k
			continue
		}
		if f.Word(k) == "," && u != news.ADJ && u != news.ADV || f.UPOS(k) == news.CCONJ && (u == news.ADV || u == news.VERB || u == news.PRON) {
			break
		}
		end = k
	}
	for end > o && (f.UPOS(end) == news.PRON || f.UPOS(end) == news.SCONJ || f.UPOS(end) == news.AUX) {
		end-- // "a barbarous act [that]"
	}
	return f.Phrase(o).Cover(f.Cover(o, end))
}

// politicised reports whether the words behind object o call it a political
// trial or case.
func (f *finder) politicised(o news.TokenID) bool {
	last := f.a.Sentence(f.SentenceOf(o)).Last
	for k := o + 1; k < min(last, o+6); k++ {
		if f.Lemma(k) == "political" && f.lex.politicised[f.Lemma(k+1)] {
			return true
		}
	}
	return false
}

// hasAmod reports whether one of words stands as an adjective before noun n.
func (f *finder) hasAmod(n news.TokenID, words map[string]bool) bool {
	for k := f.Kid(n); k != 0 && k < n; k = f.Next(k) {
		if f.Rel(k) == news.Amod && words[f.Lemma(k)] {
			return true
		}
	}
	return false
}

// calledAs is the noun behind "as" that verb t says object o is, wherever it
// hangs: "described the use of a lorry to kill people as “[a monstrosity]”".
func (f *finder) calledAs(t, o news.TokenID) news.TokenID {
	if !f.lex.likening[f.Lemma(t)] {
		return 0
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := o + 1; k < last; k++ {
		switch f.Tag(k).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.MD:
			return 0
		}
		if f.Lemma(k) != "as" {
			continue
		}
		if f.UPOS(k+1) == news.PUNCT {
			k++
		}
		return f.behind(k)
	}
	return 0
}

// calledToBe is the word behind "to be" that verb t says object o is, wherever it
// hangs: "considers the increase of the quota to 5 tonnes to be [premature]".
func (f *finder) calledToBe(t, o news.TokenID) news.TokenID {
	if !f.lex.deeming[f.Lemma(t)] {
		return 0
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := o + 1; k+2 <= last && f.UPOS(k) != news.PUNCT; k++ {
		if f.Lemma(k) == "to" && f.Lemma(k+1) == "be" {
			return k + 2
		}
	}
	return 0
}

// namesAs is what the noun or adjective that verb t calls object o says of it, and
// both their words: "called [him a champion of the poor]".
func (f *finder) namesAs(t, o news.TokenID) (worth, text.Span) {
	for _, h := range [2]news.TokenID{t, o} {
		for k := f.Kid(h); k != 0; k = f.Next(k) {
			if k <= o || k > o+12 || h == o && f.Rel(k) == news.Nmod || f.Marker(k) != "" && f.Marker(k) != "as" {
				continue
			}
			if r := f.Rel(k); r == news.Punct || r == news.Conj || r == news.Advcl || r == news.AclRelcl || r == news.Parataxis || f.UPOS(k) == news.VERB {
				continue
			}
			if w := f.worthOf(k); w != noWorth {
				return w, f.judgedAs(t, o)
			}
		}
	}
	return noWorth, text.Span{}
}

// called reports whether what verb t calls object o is one of words, whichever
// way the parser hung it.
func (f *finder) called(t, o news.TokenID, words map[string]bool) bool {
	if n := f.calledAs(t, o); n != 0 && words[f.Lemma(n)] {
		return true
	}
	if n := f.calledToBe(t, o); n != 0 && words[f.Lemma(n)] {
		return true
	}
	for _, h := range [2]news.TokenID{t, o} {
		for k := f.Kid(h); k != 0; k = f.Next(k) {
			if m := f.Marker(k); h == t && m != "" && m != "as" {
				continue // "dismissed the claims after a [breach]"
			}
			if k > t && k != o && (words[f.Lemma(k)] || words[strings.ToLower(f.Word(k))]) && f.Rel(k) != news.Nsubj && (f.Rel(k) != news.Amod || k > o || f.Marker(o) == "as") {
				return true
			}
			if h == t && k > o && f.UPOS(k) == news.NOUN && f.Marker(k) == "" && f.hasAmod(k, words) {
				return true // "called the flight an [outrageous] act"
			}
		}
	}
	return false
}
