package clean

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/internal/news"
)

// scope says how much goes when a pattern is met.
type scope uint8

const (
	wholeBlock  scope = iota // the block, when it is no longer than the pattern's limit
	wholeLine                // the same, when the block does not end in a full stop
	sentence                 // the sentences that the match touches
	matchOnly                // the matched words and the marks about them
	upToMatch                // from the block's start to the match's end
	fromMatch                // from the match to the block's end
	appealCue                // nothing by itself: two cues in a passage make an appeal
	callCue                  // nothing by itself: a call on the reader; see reader.go
	meansCue                 // the same: by what the page reaches readers, or lives
	youCue                   // the same: the reader is addressed
	weCue                    // the same: the page says "we"
	selfCue                  // the same: the page names itself
	footBlock                // the block, when it is among the last of the report
	dateWord                 // nothing by itself: a word of date lines
	captionCue               // nothing by itself: a sign that the block is a caption
	placeCue                 // the same, where the words are set off by commas or brackets
	agencyName               // nothing by itself: the words get the class agency
	listHeading              // the block, and the items of the list that follows it
)

var scopes = map[string]scope{"block": wholeBlock, "line": wholeLine, "agency": agencyName, "sentence": sentence, "words": matchOnly, "head": upToMatch, "tail": fromMatch, "cue": appealCue, "call": callCue, "means": meansCue, "you": youCue, "we": weCue, "self": selfCue, "foot": footBlock, "dateword": dateWord, "sign": captionCue, "placed": placeCue, "list": listHeading}

var kinds = map[string]news.RemovedKind{"appeal": news.Appeal, "promo": news.Promo, "advert": news.Advert, "navigation": news.Navigation,
	"caption": news.Caption, "syndication-notice": news.SyndicationNotice, "image": news.Image, "byline": news.Byline}

// pattern is one line of patterns.txt, compiled.
type pattern struct {
	kind       news.RemovedKind
	scope      scope
	limit      int  // words; a longer block is left alone. 0: no limit. The weight of a captionCue
	start, end bool // at the block's
	opens      bool // at a sentence's start
	parts      []part
	number     int // among all
}

// part matches one word or a run of words.
type part struct {
	ids      []uint16 // one word out of these; nil: any word
	class    class    // which must be of all these classes
	min, max int      // how many of them; 1, 1 for one word
}

// patterns are those of one file, found by the word that each must begin with.
type patterns struct {
	vocab *vocabulary
	list  []pattern
	first [][]uint16 // by word id: indexes into list
	open  []uint16   // those that begin with a class of words, and so at a block's start
}

const mostPatterns = 1024

// compile reads the language of patterns.txt, which explains itself there.
func compile(file string) (*patterns, error) {
	p := &patterns{vocab: newVocabulary(len(strings.Fields(file)))}
	for n, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		one, err := p.compileLine(line)
		if err != nil {
			return nil, fmt.Errorf("patterns.txt:%d: %w", n+1, err)
		}
		if one.number = len(p.list); one.number == mostPatterns {
			return nil, fmt.Errorf("patterns.txt:%d: more than %d patterns", n+1, mostPatterns)
		}
		p.list = append(p.list, one)
	}
	p.first = make([][]uint16, p.vocab.words+1)
	for i, one := range p.list {
		if one.parts[0].ids == nil {
			p.open = append(p.open, uint16(i))
		}
		for _, id := range one.parts[0].ids {
			p.first[id] = append(p.first[id], uint16(i))
		}
	}
	return p, nil
}

func (p *patterns) compileLine(line string) (one pattern, err error) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return one, fmt.Errorf("want kind, scope and words, have %q", line)
	}
	var known bool
	if one.kind, known = kinds[fields[0]]; !known {
		return one, fmt.Errorf("no kind %q", fields[0])
	}
	name, limit, limited := strings.Cut(fields[1], ":")
	if one.scope, known = scopes[name]; !known {
		return one, fmt.Errorf("no scope %q", name)
	}
	if limited {
		if one.limit, err = strconv.Atoi(limit); err != nil {
			return one, fmt.Errorf("limit %q is no number", limit)
		}
	}
	for _, f := range fields[2:] {
		switch f {
		case "^":
			one.start = true
		case "$":
			one.end = true
		case "<":
			one.opens = true
		case ":":
			if len(one.parts) == 0 {
				return one, fmt.Errorf("nothing stands before the colon: %q", line)
			}
			one.parts[len(one.parts)-1].class |= colon
		default:
			one.parts = append(one.parts, p.compilePart(f))
		}
	}
	if len(one.parts) == 0 || one.parts[0].min == 0 || one.parts[0].ids == nil && !one.start {
		return one, fmt.Errorf("a pattern must begin with a plain word: %q", line)
	}
	return one, nil
}

// most words that "*", "**" and a name "@" span.
const gapMax, anyMax, nameMax = 8, 120, 5

func (p *patterns) compilePart(f string) part {
	switch f {
	case "*":
		return part{min: 0, max: gapMax}
	case "**":
		return part{min: 0, max: anyMax}
	case "_":
		return part{min: 1, max: 1}
	case "@":
		return part{class: capital, min: 1, max: nameMax}
	case "#":
		return part{class: digits, min: 1, max: 1}
	}
	if rest, optional := strings.CutPrefix(f, "?"); optional {
		one := p.compilePart(rest)
		one.min = 0
		return one
	}
	one := part{min: 1, max: 1}
	for _, w := range strings.Split(f, "|") {
		one.ids = append(one.ids, p.vocab.add(strings.TrimPrefix(w, "?")))
	}
	return one
}

// match tries one pattern at word i of a block; to is the word after the last
// one matched, 0 when it does not match. Every step is taken off budget, and
// an empty budget matches nothing: no block, however it repeats itself, costs
// more than its share.
func (one *pattern) match(words []word, i int, budget *int) (to int) {
	if one.start && i > 0 || one.opens && i > 0 && words[i-1].class&(ends|colon) == 0 || one.tooLong(len(words)) {
		return 0
	}
	m := matcher{words: words, toEnd: one.end, within: one.scope == sentence, budget: budget}
	return m.rest(one.parts, i)
}

// matcher is one try of one pattern.
type matcher struct {
	words  []word
	toEnd  bool // the match must reach the block's end
	within bool // gaps do not leave the sentence
	budget *int
}

// tooLong reports whether a block of n words is beyond the pattern's limit.
func (one *pattern) tooLong(n int) bool {
	return one.limit > 0 && n > one.limit && (one.scope == wholeBlock || one.scope == wholeLine || one.scope == footBlock)
}

// rest matches parts from word i on. Gaps take as few words as they can, names
// and what may be missing as many.
func (m *matcher) rest(parts []part, i int) int {
	if *m.budget--; *m.budget < 0 {
		return 0
	}
	if len(parts) == 0 {
		if m.toEnd && i < len(m.words) {
			return 0
		}
		return i
	}
	p := &parts[0]
	most := m.most(p, i)
	for k := p.min; k <= most; k++ {
		n := k
		if !p.gap() {
			n = most + p.min - k
		}
		if to := m.rest(parts[1:], i+n); to > 0 {
			return to
		}
	}
	return 0
}

// most is how many words p can take from word i on.
func (m *matcher) most(p *part, i int) (n int) {
	for n < p.max && i+n < len(m.words) && p.takes(&m.words[i+n]) {
		if m.within && p.gap() && i+n > 0 && m.words[i+n-1].class&ends != 0 {
			break
		}
		n++
	}
	return n
}

// gap reports whether p takes any words.
func (p *part) gap() bool { return p.ids == nil && p.class == 0 && p.max > 1 }

func (p *part) takes(w *word) bool {
	if w.class&p.class != p.class {
		return false
	}
	if p.ids == nil {
		return true
	}
	for _, id := range p.ids {
		if id == w.id {
			return w.id != 0
		}
	}
	return false
}
