package figure

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// unit reads the unit behind n ("km", "per cent", "-foot") into n.
func (f *finder) unit(n *quantity, end news.TokenID) {
	t := n.last + 1
	if n.unit == "" && t <= end && f.metres(n.last) {
		n.unit, n.last = "m", t
		return
	}
	if f.Word(t) == "-" && t < end {
		t++
	}
	for size := news.TokenID(3); size >= 1; size-- {
		if t+size-1 > end {
			continue
		}
		if u, ok := f.data.units[strings.ToLower(f.Cover(t, t+size-1).Of(f.a.Doc.Text))]; ok {
			if u == "GBP" && !f.british() {
				u = "pounds"
			}
			if n.unit == "" {
				n.unit = u
			}
			n.last = t + size - 1
			return
		}
	}
}

// british reports whether the report speaks of the United Kingdom, without which
// bare "pounds" may be those of many states, and of no currency that is known.
func (f *finder) british() bool {
	return slices.ContainsFunc(f.a.Chains, func(c news.Chain) bool { return c.Canon == "United Kingdom" })
}

// laterUnit is the unit that the noun counted is, past an adjective: "998
// horizontal miles".
func (f *finder) laterUnit(n *quantity) {
	if h := f.headNoun(*n); n.unit == "" && h > n.last && h <= n.last+3 {
		if u := f.data.units[f.lower(h)]; u != "" {
			n.unit, n.last = u, h
		}
	}
}

// bound reads the words before n that bound it, and where they begin.
func (f *finder) bound(n quantity, s *news.Sentence) (bound string, first news.TokenID) {
	first = n.first
	for size := news.TokenID(4); size >= 1; size-- {
		from := n.first - size
		if from < s.First {
			continue
		}
		phrase := strings.ToLower(f.Cover(from, n.first-1).Of(f.a.Doc.Text))
		if b, ok := f.data.bounds[phrase]; ok {
			return b, from
		}
	}
	if f.lower(n.last+1) == "or" && n.last+2 <= s.Last {
		switch f.lower(n.last + 2) {
		case "more":
			return "at least", first
		case "so":
			return "about", first
		case "less", "fewer":
			return "at most", first
		}
	}
	return "", first
}

// isName reports whether the number is (part of) a name: "G20", "Resolution
// 12", "Hwasong-12", "the Group of Seven".
func (f *finder) isName(t news.TokenID, n quantity, s *news.Sentence) bool {
	if m := f.a.Mention(f.MentionOf(n.core)); m != nil && (m.Form == news.Name || m.Form == news.Demonym) {
		return true
	}
	prev := t - 1
	if prev < s.First {
		return false
	}
	w := f.lower(prev)
	if f.data.names[w] && n.unit == "" {
		return true
	}
	if _, bound := f.data.bounds[w]; !bound && f.UPOS(prev) == news.PROPN && !n.words && n.unit == "" && f.bareName(prev) {
		return true
	}
	glued := f.Span(prev).End == f.Span(t).Start
	if glued && w == "-" && prev-1 >= s.First && f.Span(prev-1).End == f.Span(prev).Start {
		return !f.numeric(prev - 1)
	}
	return glued && (w == "#" || w == "/" || w == ".") || f.UPOS(t) == news.PROPN
}

// bareName reports whether the name at t is none of a person, state or place,
// so that a number behind it belongs to it ("Kestrel 225 index").
func (f *finder) bareName(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m == nil || m.Kind == news.Organization || m.Kind == ""
}

// isTime reports whether the number belongs to a time expression, unless it
// is the length of a punishment.
func (f *finder) isTime(n quantity) bool {
	id := f.TimeOf(n.core)
	if id == 0 {
		return clockLike(f.Word(n.core)) || f.bareYear(n)
	}
	tm := f.a.Time(id)
	return tm.Kind != news.Duration || !f.punished(f.a.Sentence(tm.Sentence))
}

// punished reports whether the sentence speaks of a punishment.
func (f *finder) punished(s *news.Sentence) bool {
	for t := s.First; t <= s.Last; t++ {
		if f.data.punishment[f.lower(t)] {
			return true
		}
	}
	return false
}

func clockLike(w string) bool { return strings.ContainsRune(w, ':') }

// bareYear reports whether n is four digits that nothing marks as a count.
func (f *finder) bareYear(n quantity) bool {
	w := f.Word(n.core)
	if len(w) != 4 || n.value < 1700 || n.value > 2100 || n.unit != "" || n.value != float64(int(n.value)) {
		return false
	}
	h := f.headNoun(n)
	return h == 0 || n.high == 0 && n.value >= 1900 && f.yearOf(n, h)
}

// yearOf reports whether noun h behind the four digits n names what happened
// that year ("the 2014 Harl Valley standoff"): one thing, or one with a name.
func (f *finder) yearOf(n quantity, h news.TokenID) bool {
	return h > n.last && (f.UPOS(n.last+1) == news.PROPN || f.Tag(h).XPOS == news.NN)
}

// isAge reports whether n is somebody's age: "aged 45", "31-year-old",
// ", 45 ,", "45 years old".
func (f *finder) isAge(n quantity, s *news.Sentence) bool {
	if f.Word(n.last+1) == "-" && strings.HasPrefix(f.lower(n.last+2), "year") && (f.Word(n.last+3) == "-" || f.lower(n.last+3) == "old") {
		return true
	}
	if strings.HasPrefix(f.lower(n.last+1), "year") && f.lower(n.last+2) == "old" {
		return true
	}
	prev := f.lower(n.first - 1)
	if prev == "aged" || prev == "age" {
		return true
	}
	next := f.Word(n.last + 1)
	return n.value > 0 && n.value < 120 && n.unit == "" && (prev == "," || prev == "(") &&
		(next == "," || next == ")" || next == ".") && n.first-1 > s.First && f.MentionOf(n.first-2) != 0
}

// isScore reports whether n is a score, a vote of the form 3-1 without a noun,
// or a telephone number.
func (f *finder) isScore(n quantity, s *news.Sentence) bool {
	if n.high > 0 && f.Span(n.last).End-f.Span(n.first).Start <= 5 && strings.ContainsAny(f.Cover(n.first, n.last).Of(f.a.Doc.Text), "-–") {
		return f.headNoun(n) == 0 && n.unit == ""
	}
	if n.last+2 > s.Last || n.unit != "" {
		return false
	}
	if n.first == s.First && f.lower(n.last+1) == "of" && s.Last-s.First <= 4 { // "1 of 30": a picture's number
		if _, is := f.data.digits(f.Word(n.last + 2)); is {
			return true
		}
	}
	dash := text.Plain([]rune(f.Word(n.last+1) + " ")[0]) == '-'
	_, more := f.data.digits(f.Word(n.last + 2))
	return dash && more && n.high == 0 && f.Span(n.last).End == f.Span(n.last+1).Start
}

// isMark reports whether n marks or names something and counts nothing: the
// number of a line ("3. Apologies") or speaker ("SPEAKER 2:"), a sum written
// again in figures ("ninety (90) days"), a score between two names, digits
// spelled over the radio ("two-seven").
func (f *finder) isMark(n quantity, s *news.Sentence) bool {
	next, prev := f.Word(n.last+1), f.Word(n.first-1)
	switch {
	case n.unit != "" || n.last >= s.Last:
		return false
	case n.first == s.First && (next == "." || next == ")"):
		return true
	case n.first == s.First:
		return false
	case prev == "(" && next == ")" && n.first-2 >= s.First && f.numeric(n.first-2):
		return true
	case next == ":" && prev == strings.ToUpper(prev) && capital(prev), next == "-" && n.words && n.value < 10 && f.UPOS(n.last+2) == news.NUM:
		return true
	}
	u := f.UPOS(n.first - 1)
	return !n.words && (u == news.PROPN || u == news.NOUN) && capital(prev) && capital(next) && f.TimeOf(n.first-1) == 0
}

func capital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// ofSome reports whether n is so many of a known number: "two of the six
// gates" counts, "two of them" does not.
func (f *finder) ofSome(n quantity) bool {
	h := f.headNoun(n)
	for k := f.Kid(h); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Nummod && k != n.core {
			return true
		}
	}
	return false
}

// isKnown reports whether the number stands for people or things spoken of
// before ("the two met", "all three will speak").
func (f *finder) isKnown(n quantity, first news.TokenID, s *news.Sentence) bool {
	if !n.words || n.unit != "" || n.vague || n.high > 0 || n.value > 12 || first == s.First {
		return false
	}
	switch f.lower(first - 1) {
	case "the", "all", "these", "those":
	default:
		return false
	}
	switch f.UPOS(n.last + 1) {
	case news.AUX, news.ADV, news.PUNCT:
		return true
	case news.VERB:
		return n.value == 1 || f.Tag(n.last+1).XPOS != news.VBN || f.Head(n.core) == n.last+1 && f.Rel(n.core) == news.Nsubj
	}
	return false
}

// isSpan reports whether the number measures time ("12-week-old", "five or six
// weeks ago"), which is the business of another layer but for punishments.
func (f *finder) isSpan(n quantity, s *news.Sentence) bool {
	if n.unit != "" || f.TimeOf(n.core) != 0 {
		return false
	}
	h := f.headNoun(n)
	return h != 0 && n.value < 1000 && f.data.spans[f.Lemma(h)] && !f.punished(s)
}

// isIdle reports whether the number is a turn of speech ("one day", "the two
// sides", "one of them") and counts nothing worth keeping.
func (f *finder) isIdle(n quantity, first news.TokenID, s *news.Sentence) bool {
	if f.isKnown(n, first, s) || f.isSpan(n, s) {
		return true
	}
	if n.value > 3 || n.unit != "" || n.vague || n.high > 0 || f.TimeOf(n.core) != 0 { // a time is here only as a punishment
		return false
	}
	next := f.lower(n.last + 1)
	if n.words && (next == "of" && !f.ofSome(n) || next == "another" || next == "who" || next == "that") {
		return true
	}
	known := false
	if next := f.Word(n.last + 1); n.value == 1 && n.words && first > s.First && f.lower(first-1) == "the" && strings.HasSuffix(next, "ed") {
		return true // "the one filmed"
	}
	if first > s.First {
		switch f.lower(first - 1) {
		case "the", "these", "those", "both", "no", "his", "her", "their", "its", "which":
			known = true
		}
	}
	h := f.headNoun(n)
	lemma := f.Lemma(h)
	if h == 0 {
		return n.value == 1 && f.Tag(n.last+1).XPOS != news.VBN
	}
	if n.value == 1 && n.words {
		return known || !f.data.counted[lemma]
	}
	return f.data.idle[lemma] || known && f.data.known[lemma]
}
