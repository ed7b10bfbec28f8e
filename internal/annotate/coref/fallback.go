package coref

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// guessNames finds names by their capitals alone, for an analysis whose name
// stage did not run.
func guessNames(l *linker) (out []news.Mention) {
	for i := 0; i < l.n(); {
		begin, end := l.bounds(i)
		if !l.upper(i) {
			i++
			continue
		}
		if e, n := l.lex.Name(i, end+1, l.word); e != nil {
			i += n
			continue
		}
		if l.lex.Honorific(l.word(i)) != nil {
			i++
			continue
		}
		j := i
		for j <= end && (l.upper(j) || j > i && j < end && l.is(j, "bin", "von", "der", "de", "al", "-", "van", "of") && l.upper(j+1)) {
			j++
		}
		first := i
		for first < j {
			o, n := l.lex.Office(first, j, l.word)
			if o == nil || l.givenName(first) {
				if l.lex.Honorific(l.word(first)) != nil {
					first++
					continue
				}
				break
			}
			first += n
		}
		i = j
		if first >= j || first == begin && j == first+1 && !l.givenName(first) && l.upos(first) != news.PROPN {
			continue
		}
		kind := news.Organization
		if l.givenName(first) || first > begin && (l.lex.Honorific(l.word(first-1)) != nil) || first+1 == j && l.upos(first) == news.PROPN {
			kind = news.Person
		}
		if o, n := l.officeEnding(first-1, begin); o != nil && n > 0 && first > begin {
			kind = news.Person
		}
		out = append(out, news.Mention{First: news.TokenID(first + 1), Last: news.TokenID(j), Kind: kind})
	}
	return out
}

var _ = lex.None
