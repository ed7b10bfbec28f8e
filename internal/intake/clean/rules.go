package clean

import (
	"strings"

	"rapporteur/internal/news"
)

// phrasesOf takes what the patterns found in b, widest scope first.
func phrasesOf(b *block) {
	for _, f := range b.found {
		if f.fits(b) {
			b.cutAll(f.kind)
			return
		}
	}
	done := 0 // words up to which everything goes already
	for _, f := range b.found {
		if f.from < done && f.to <= done {
			continue
		}
		switch f.scope {
		case sentence:
			from, to := b.sentenceAt(f.from, f.to)
			b.cutWords(from, to, f.kind)
			done = to
		case matchOnly:
			b.cutWords(f.from, f.to, f.kind)
		case upToMatch:
			b.cutWords(0, f.to, f.kind)
		case fromMatch:
			b.cutWords(f.from, len(b.words), f.kind)
		}
	}
}

// fits reports whether f takes the whole of b.
func (f found) fits(b *block) bool {
	if f.limit > 0 && len(b.words) > f.limit {
		return false
	}
	switch f.scope {
	case wholeBlock:
		return true
	case wholeLine:
		return !b.stopped(true)
	case footBlock:
		return b.foot && !b.past()
	}
	return false
}

// past reports whether b tells what happened, as notes about authors do not.
func (b *block) past() bool {
	for i := range b.words {
		switch b.wordText(i) {
		case "was", "were", "had", "been":
			return true
		}
	}
	return false
}

// An appeal is a run of sentences that speak to the reader. Two cues or more
// make one; up to two sentences between the cues belong to it.
const (
	appealCues = 3
	appealGap  = 2

	appealWords = 5000 // a longer block is no page's
)

// appeals takes the runs of sentences of b in which cues of an appeal gather.
func appeals(b *block) {
	if b.cues < 2 || len(b.words) > appealWords {
		return
	}
	score := make([]int, 0, 16)
	spans := b.sentences()
	for _, s := range spans {
		score = append(score, b.appealing(s[0], s[1]))
	}
	for i := 0; i < len(spans); {
		last, sum := run(score, i)
		if sum >= appealCues {
			b.cutWords(spans[i][0], spans[last][1], news.Appeal)
		}
		i = last + 1
	}
	if left := b.left(); left > 0 && left*5 < len(b.words) {
		b.cutAll(news.Appeal)
	}
}

// appealing counts the cues in words [from, to); a sentence that is an appeal
// on its own counts for two.
func (b *block) appealing(from, to int) (n int) {
	for _, f := range b.found {
		if f.kind != news.Appeal || f.from < from || f.from >= to {
			continue
		}
		if n++; f.scope == sentence {
			n++
		}
	}
	return n
}

// run is the run of scoring sentences that starts at i, and its sum. It ends
// before the first gap of more than appealGap sentences without a cue.
func run(score []int, i int) (last, sum int) {
	last = i
	if score[i] == 0 {
		return i, 0
	}
	for j := i; j < len(score) && j-last <= appealGap+1; j++ {
		if score[j] > 0 {
			last = j
			sum += score[j]
		}
	}
	return last, sum
}

// copyright takes a line that begins with the sign: "© 2031 The Vell Post".
func copyright(b *block) {
	if strings.HasPrefix(strings.TrimLeft(b.text, "( "), "©") && len(b.words) <= 40 {
		b.cutAll(news.SyndicationNotice)
	}
}
