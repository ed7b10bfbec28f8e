package clean

import (
	"strings"

	"rapporteur/internal/news"
)

const (
	wordedMost   = 60 // words; longer blocks are prose
	wordedLeast  = 6  // shorter ones are headings
	wordedSigns  = 2  // signs that make a caption of a block without a full stop
	closedSigns  = 3  // and of one that has a full stop
	looseWords   = 10 // without a full stop amid full paragraphs, fewer may be a heading
	glimpseWords = 5  // and so may fewer that say what is seen
	looseLeast   = 2  // such blocks on a page: one may have lost its stop
)

// worded reports whether b reads like a caption although it has no credit:
// where people stand in the picture, what they are seen doing, in the present
// tense, and the day, without a full stop.
func (b *block) worded(inPage bool) bool {
	n := len(b.words)
	if b.kind != news.Paragraph || n < wordedLeast || n > wordedMost || b.speaks() || b.asks() || b.titleCase() || isPost(b.text) {
		return false
	}
	signs := b.sign
	if endsInDay(b) {
		signs++
	}
	if b.stopped(false) {
		return b.sign > 1 && signs >= closedSigns
	}
	if inPage {
		signs++
	}
	return signs >= wordedSigns && signs > boolInt(inPage)+boolInt(endsInDay(b))
}

// loose reports whether b would be a sentence of the report but for the full
// stop that is missing, as captions are that pages print between paragraphs. Who
// speaks of themselves is quoted; a number at the start is the hour of a running
// log, one at the end may be a telephone's; a colon behind the first word tells
// who speaks; and what breaks off at a small word was cut.
func (b *block) loose() bool {
	n := len(b.words)
	if b.kind != news.Paragraph || n < looseWords || n > wordedMost || b.stopped(false) || b.asks() || b.titleCase() || isPost(b.text) || b.quotes() {
		return false
	}
	first, last := &b.words[0], &b.words[n-1]
	if (first.class|last.class)&digits != 0 || strings.HasPrefix(b.text[first.end:], ":") || last.end-last.start < 3 {
		return false
	}
	for i := range b.words {
		switch strings.ToLower(b.wordText(i)) {
		case "i", "i'm", "i've", "we", "we're", "we've", "my", "our", "me", "us":
			if b.wordText(i) != "US" {
				return false
			}
		}
	}
	return true
}

// glimpse reports whether b, too short for a sentence, says what somebody is
// seen doing, as no heading does: "Crews arriving at the harbour".
func (b *block) glimpse() bool {
	n := len(b.words)
	if b.kind != news.Paragraph || n < glimpseWords || n >= looseWords || b.stopped(false) || b.asks() || b.titleCase() || b.quotes() || b.speaks() {
		return false
	}
	for i := 1; i+1 < n; i++ {
		w := &b.words[i]
		if w.class&capital == 0 && w.end-w.start > 6 && strings.HasSuffix(b.text[:w.end], "ing") && b.words[i-1].class&ends == 0 {
			before := b.wordText(i - 1)
			return len(before) > 3 && !strings.HasSuffix(before, "ly") && before != "after" && before != "with" && before != "from" && before != "before"
		}
	}
	return false
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// speaks reports whether b reports speech, which captions do not.
func (b *block) speaks() bool {
	for i := range b.words {
		switch b.wordText(i) {
		case "said", "says", "told", "tells", "added", "according":
			return true
		}
	}
	return false
}

// isPost reports whether text is a post from a social network that the report
// shows: "... — Odd Lund (@oddlund) May 3, 2031".
func isPost(text string) bool {
	return strings.Contains(text, "(@") || strings.Contains(text, "twitter.com/")
}

// asks reports whether b begins as headings do that ask: "How the talks began".
func (b *block) asks() bool {
	switch strings.ToLower(b.wordText(0)) {
	case "how", "why", "what", "who", "when", "where", "which", "will", "can", "does", "did":
		return true
	}
	return false
}

// titleCase reports whether every longer word has a capital, as in headings.
func (b *block) titleCase() bool {
	for _, w := range b.words {
		if w.end-w.start >= 5 && w.class&(capital|digits) == 0 {
			return false
		}
	}
	return true
}

var days = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true, "today": true}

// endsInDay reports whether b closes with a weekday or a year: "in Vell on
// Monday", "on 3 May 2031".
func endsInDay(b *block) bool {
	last := b.wordText(len(b.words) - 1)
	if days[last] {
		return true
	}
	return len(last) == 4 && (strings.HasPrefix(last, "19") || strings.HasPrefix(last, "20")) && b.words[len(b.words)-1].class&digits != 0
}
