package clean

import (
	"strings"

	"rapporteur/internal/news"
)

// Pages print captions between the paragraphs, and scrapers lose what told
// them apart. Two things still do: the credit, and how captions are worded.
//
//	Ada Poole / Reuters A ferry leaves the harbour of Vell on Monday.
//	A ferry leaves the harbour of Vell on Monday. (AP Photo/Ada Poole)
//	Minister Odd Lund, left, greets the crews in Vell on Monday
const (
	captionWords = 90 // a credited block of more words is prose with a credit at its end
	creditWords  = 12 // a credit has no more
	nameWords    = 5
)

// captions takes b, or the part of it that is a caption. inPage says whether b
// stands between full paragraphs on a page whose paragraphs end in full stops.
func captions(b *block, inPage bool) {
	if len(b.words) == 0 || b.kind == news.Headline {
		return
	}
	if n := b.agencyRun(0); n == len(b.words) {
		b.cutAll(news.Byline)
		return
	}
	if to := b.creditAtStart(); to > 0 {
		b.cutCredited(to)
		return
	}
	from, bare := b.creditAtEnd()
	switch {
	case from < 0:
		if b.worded(inPage) {
			b.cutAll(news.Caption)
		}
	case bare && from <= 3:
		b.cutAll(news.Byline)
	case bare:
		b.cutWords(from, len(b.words), news.Byline)
	case len(b.words) <= captionWords && !b.tells(from):
		b.cutAll(news.Caption)
	default:
		b.cutWords(from, len(b.words), news.Caption)
	}
}

// creditAtStart is the word after a credit that opens b: "Ada Poole / Reuters",
// or an agency's name alone when b does not end as a sentence does; 0 for none.
func (b *block) creditAtStart() int {
	for i := 0; i < len(b.words) && i < nameWords+1; i++ {
		if b.words[i].class&agency != 0 && (i > 0 && strings.Contains(b.before(i), "/") || i == 0 && b.slashFollows()) {
			to := b.agencyRun(i)
			if to < len(b.words) && b.words[to].class&(capital|digits) == 0 {
				return 0 // "AFP/AP reports said"
			}
			return to
		}
		if b.words[i].class&(capital|agency) == 0 {
			break
		}
	}
	if b.words[0].class&agency == 0 || b.stopped(false) {
		return 0
	}
	to := b.agencyRun(0)
	if to >= len(b.words) || b.words[to].class&capital == 0 || strings.Contains(b.before(to), ":") {
		return 0
	}
	return to
}

// slashFollows reports whether b begins with two agencies: "AFP/Getty Images".
func (b *block) slashFollows() bool {
	return len(b.words) > 1 && b.words[1].class&agency != 0 && strings.Contains(b.before(1), "/")
}

// agencyRun is the word after the agencies that stand in a row from i on.
func (b *block) agencyRun(i int) int {
	for i < len(b.words) && b.words[i].class&agency != 0 {
		i++
	}
	return i
}

// cutCredited takes the caption that follows a credit at b's start: as far as
// the last credit, else the first sentence, which is all when b has no stop.
func (b *block) cutCredited(to int) {
	if to == len(b.words) {
		b.cutAll(news.Caption)
		return
	}
	_, end := b.sentenceAt(to, to+1)
	if from, bare := b.creditAtEnd(); from > to && !bare {
		end = len(b.words)
	}
	b.cutWords(0, end, news.Caption)
}

// creditAtEnd is the first word of a credit that closes b, -1 for none. bare
// is for an agency in brackets behind a full stop: "... he said. (AFP)" says
// whose the text is, not the picture.
func (b *block) creditAtEnd() (from int, bare bool) {
	for _, find := range [...]func(*block) (int, bool){bracketed, slashed, labelled, signed, trailing} {
		if from, bare = find(b); from >= 0 {
			return from, bare
		}
	}
	return -1, false
}

// bracketed finds "(AP Photo/Ada Poole)", "(Ada Poole, File/Associated Press)".
func bracketed(b *block) (int, bool) {
	text := strings.TrimRight(b.text, ". ")
	open := strings.LastIndexByte(text, '(')
	if !strings.HasSuffix(text, ")") || open < 0 {
		return -1, false
	}
	from := b.wordAt(open)
	if n := len(b.words) - from; n == 0 || n > creditWords {
		return -1, false
	}
	bare, credit := true, labels[strings.ToLower(b.wordText(from))]
	for i := from; i < len(b.words); i++ {
		is := b.words[i].class&agency != 0
		if !is && b.words[i].class&(capital|digits) == 0 && !inCredit[b.wordText(i)] {
			return -1, false // a clause
		}
		credit = credit || is
		bare = bare && is
	}
	if !credit && !(strings.Contains(text[open:], "/") && (from == 0 || len(b.words)-from >= 4)) { // "(Ada Poole / The Vell Post)"
		return -1, false
	}
	closed := from == 0 || from <= 3 || b.words[from-1].class&ends != 0 || strings.ContainsAny(b.before(from), ".!?”\"")
	return from, bare && closed && !strings.Contains(text[open:], "/")
}

// inCredit are the small words that credits hold.
var inCredit = map[string]bool{"via": true, "by": true, "for": true, "of": true, "and": true, "the": true, "from": true, "on": true, "courtesy": true,
	"photo": true, "photos": true, "file": true, "image": true, "images": true, "picture": true, "handout": true, "pool": true, "supplied": true, "screengrab": true, "with": true, "permission": true}

// slashed finds "REUTERS/Ada Poole", "Ada Poole/AP", "AFP/Getty Images".
func slashed(b *block) (int, bool) {
	for i := len(b.words) - 1; i > 0 && i > len(b.words)-nameWords; i-- {
		if b.words[i].class&(capital|agency) == 0 {
			return -1, false
		}
		if !strings.Contains(b.before(i), "/") || (b.words[i].class|b.words[i-1].class)&agency == 0 && !b.onlyNames() {
			continue
		}
		from := i - 1
		for from > 0 && i-from < nameWords && b.words[from-1].class&(capital|agency) != 0 && b.words[from-1].class&ends == 0 && b.words[i-1].class&agency == 0 {
			from--
		}
		return from, false
	}
	return -1, false
}

// onlyNames reports whether b is nothing but a few names: "Ada Poole/The Vell
// Post" under a picture.
func (b *block) onlyNames() bool {
	for _, w := range b.words {
		if w.class&capital == 0 || w.class&upper != 0 && w.end-w.start > 4 {
			return false
		}
	}
	return len(b.words) >= 3 && len(b.words) <= nameWords+2
}

// labels are the words that announce a credit.
var labels = map[string]bool{"photo": true, "photos": true, "photograph": true, "photographer": true, "picture": true, "pictures": true,
	"pic": true, "image": true, "images": true, "credit": true, "courtesy": true, "illustration": true, "screengrab": true, "screenshot": true}

// labelled finds "Photo: Reuters", "Photograph by Ada Poole", "Credit: Vell Port".
func labelled(b *block) (int, bool) {
	for i := len(b.words) - 2; i >= 0 && i > len(b.words)-creditWords; i-- {
		if !labels[strings.ToLower(b.wordText(i))] {
			continue
		}
		after := b.after(i)
		by := b.wordText(i+1) == "by" && (i == 0 || b.words[i-1].class&ends != 0 || strings.ContainsAny(b.before(i), "|(-–—"))
		if by || strings.HasPrefix(strings.TrimLeft(after, " "), ":") {
			return i, false
		}
	}
	return -1, false
}

// signed finds "©Ada Poole (AFP)".
func signed(b *block) (int, bool) {
	at := strings.LastIndex(b.text, "©")
	if at <= 0 || strings.HasPrefix(b.text, "(") && at == 1 {
		return -1, false // no picture's, but the page's
	}
	from := b.wordAt(at)
	if n := len(b.words) - from; n == 0 || n > creditWords {
		return -1, false
	}
	return from, false
}

// trailing finds an agency's name behind the caption's stop, "on Monday. AFP",
// or behind a name or date where there is no stop, "in Vell AFP".
func trailing(b *block) (int, bool) {
	from := len(b.words)
	for from > 0 && b.words[from-1].class&agency != 0 && b.words[from-1].class&capital != 0 {
		from--
	}
	if from == len(b.words) || from == 0 || b.stopped(false) {
		return -1, false
	}
	if between := b.before(from); strings.ContainsAny(between, ".!?|") {
		return from, strings.HasSuffix(between, "[")
	}
	if len(b.words) >= 7 && b.words[from-1].class&(capital|digits) != 0 && strings.TrimSpace(b.before(from)) == "" {
		return from, false
	}
	return -1, false
}

// wordAt is the first word that starts at byte at or later.
func (b *block) wordAt(at int) int {
	for i, w := range b.words {
		if int(w.start) >= at {
			return i
		}
	}
	return len(b.words)
}

func (b *block) wordText(i int) string {
	if i >= len(b.words) {
		return ""
	}
	return b.text[b.words[i].start:b.words[i].end]
}

// tells reports whether the words before from report speech, as captions do
// not: then only the credit is no prose.
func (b *block) tells(from int) bool {
	for i := 0; i < from; i++ {
		switch b.wordText(i) {
		case "said", "says", "told", "added":
			return b.sign == 0
		}
	}
	return false
}
