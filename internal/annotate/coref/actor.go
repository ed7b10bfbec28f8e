package coref

import "rapporteur/internal/news"

// commonVerbs stand in for tags where there are none: the verbs that follow an actor in news.
var commonVerbs = list("commonVerbs")

// placeBefore are words after which a capital is a place.
var placeBefore = list("placeBefore")

// eitherBefore are words after which a capital is a place unless the noun or
// verb before them is something that one does to a government.
var eitherBefore = list("eitherBefore")

// dealings are what is done with governments.
var dealings = list("dealings")

// placeAfter are nouns that make a capital before them a place.
var placeAfter = list("placeAfter")

// acts reports whether the name of a capital stands for the government there:
// it does something, owns something that governments own, or has something
// done to it; "in Moscow" and "the Moscow suburbs" are places.
func (l *linker) acts(m *mention) bool {
	before := m.first - 1
	begin, end := l.bounds(m.first)
	if before >= begin && l.is(before, "the") {
		before--
	}
	after := m.last + 1
	switch {
	case l.dateline(m, begin, end):
		return false
	case before >= begin && placeBefore[l.low[before]]:
		return false
	case l.genitive(after):
		return after < end && !placeAfter[l.low[after+1]]
	case before >= begin && eitherBefore[l.low[before]]:
		return l.dealt(before, begin)
	case before >= begin && l.is(before, "between", "against", "with", "by", "for", "on", "both"):
		return true
	case after <= end && l.is(after, "and", "or") && after < end && l.at(after+1) != nil:
		return l.verbal(l.at(after+1).last + 1)
	case after <= end && l.verbal(after):
		return true
	}
	return after <= end && (l.upos(after) == news.NOUN || l.is(after, "officials", "government")) && !placeAfter[l.low[after]] && !l.is(after, ",")
}

// dealt looks left of a preposition for a dealing with governments.
func (l *linker) dealt(at, begin int) bool {
	for i := at - 1; i >= begin && at-i <= 3; i-- {
		if dealings[l.low[i]] {
			return true
		}
	}
	return false
}

// dateline reports whether m stands in the line of place and agency that opens
// a report: "SEOUL (Reuters) -", "PARIS, March 4".
func (l *linker) dateline(m *mention, begin, end int) bool {
	if m.first-begin > 4 {
		return false
	}
	for i := m.last + 1; i <= min(end, m.last+8); i++ {
		switch l.low[i] {
		case "-", "–", "—", "--":
			return true
		case "(", ")", ",", "/", ".":
		default:
			if !l.upper(i) && (l.low[i][0] < '0' || l.low[i][0] > '9') {
				return false
			}
		}
	}
	return false
}
