package clean

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"rapporteur/internal/news"
)

//go:embed patterns.txt
var patternFile string

// phrases are the compiled patterns.txt; a test proves that it compiles.
var phrases = sync.OnceValue(func() *patterns {
	p, err := compile(patternFile)
	if err != nil {
		panic(err)
	}
	return p
})

// block is one paragraph of the report while it is being cleaned.
type block struct {
	text    string
	kind    news.BlockKind
	cuts    []cut // what goes at the end of this round
	changed bool  // lost something in the last round
	foot    bool  // among the last of the report

	words []word
	found []found // the matches that take something themselves
	signs
}

// signs are what the patterns that take nothing themselves add up to.
type signs struct {
	list         bool // the block heads a list of links
	cues         int  // different cues of an appeal
	sign         int  // weight of what captions hold
	calls, means int  // calls on the reader; different means of reaching him
	you, we      bool
	self         bool                      // the page names itself
	seen         [mostPatterns / 64]uint64 // patterns met, by number
}

// found is one place where a pattern matched: words [from, to).
type found struct {
	*pattern
	from, to int
}

// cut is a stretch of a block's text that goes.
type cut struct {
	from, to int // bytes
	kind     news.RemovedKind
}

// scan splits b into words and notes every place where a pattern matches.
func (b *block) scan(p *patterns) {
	*b = block{text: b.text, kind: b.kind, cuts: b.cuts, foot: b.foot, found: b.found[:0], words: split(b.text, p.vocab, b.words)}
	budget := 20_000 + 100*len(b.words)
	for _, i := range p.open {
		b.try(&p.list[i], 0, &budget)
	}
	for at := range b.words {
		for _, i := range p.first[b.words[at].id] {
			b.try(&p.list[i], at, &budget)
		}
	}
}

func (b *block) try(one *pattern, at int, budget *int) {
	if at >= len(b.words) || b.words[at].class&quoted != 0 {
		return
	}
	if to := one.match(b.words, at, budget); to > 0 {
		b.note(found{one, at, to})
	}
}

func (b *block) note(f found) {
	switch f.scope {
	case agencyName:
		b.nameAgency(f)
	case dateWord:
		b.words[f.from].class |= dated
	case captionCue:
		b.sign += max(1, f.limit)
	case placeCue:
		b.sign += boolInt(b.setOff(f))
	case appealCue:
		b.cues += boolInt(b.fresh(f))
		b.found = append(b.found, f)
	case callCue:
		b.calls++
	case meansCue:
		b.means += boolInt(b.fresh(f))
	case youCue:
		b.you = true
	case weCue:
		b.we = true
	case selfCue:
		b.self = true
	case listHeading:
		b.list = b.list || len(b.words) <= 8
	default:
		b.found = append(b.found, f)
	}
}

// fresh reports whether f's pattern has not matched in b before.
func (b *block) fresh(f found) bool {
	word, bit := f.number/64, uint64(1)<<(f.number%64)
	old := b.seen[word]
	b.seen[word] |= bit
	return old&bit == 0
}

// nameAgency marks the words of an agency's name. A short name must stand in
// capitals: "Pa." is Pennsylvania, "Rex" a first name.
func (b *block) nameAgency(f found) {
	if first := b.words[f.from]; first.end-first.start <= 3 && first.class&upper == 0 {
		return
	}
	for i := f.from; i < f.to; i++ {
		b.words[i].class |= agency
	}
}

// setOff reports whether f stands between commas or brackets: ", left,".
func (b *block) setOff(f found) bool {
	before, after := b.before(f.from), b.after(f.to-1)
	if strings.HasPrefix(before, ",") || strings.Contains(before, "(") {
		return strings.HasPrefix(after, ",") || strings.HasPrefix(after, ")") || f.to == len(b.words)
	}
	return false
}

// before and after are the marks in front of and behind word i.
func (b *block) before(i int) string {
	if i == 0 {
		return b.text[:b.words[0].start]
	}
	return b.text[b.words[i-1].end:b.words[i].start]
}

func (b *block) after(i int) string {
	if i == len(b.words)-1 {
		return b.text[b.words[i].end:]
	}
	return b.text[b.words[i].end:b.words[i+1].start]
}

// stopped reports whether b ends as a sentence does, in any script. Only a full
// stop counts when strict: links and labels may well end in "?" or "!".
func (b *block) stopped(strict bool) bool {
	end := strings.TrimRight(b.text, "\"'”’»)]」』） ")
	r, _ := utf8.DecodeLastRuneInString(end)
	switch r {
	case '.':
		return !strings.HasSuffix(end, "...")
	case '。', '．', '।', '۔', '։', '።':
		return true
	case '!', '?', ':', ';', '…', '！', '？', '：', '؟':
		return !strict
	}
	return false
}

// cutAll takes the whole block.
func (b *block) cutAll(kind news.RemovedKind) {
	b.cuts = append(b.cuts[:0], cut{0, len(b.text), kind})
}

// left is the number of words of b that no cut touches.
func (b *block) left() int {
	kept, _ := b.apply()
	return len(strings.Fields(kept))
}

// sentences gives the word ranges [from, to) of b's sentences.
func (b *block) sentences() (spans [][2]int) {
	from := 0
	for i := range b.words {
		if b.words[i].class&ends != 0 {
			spans = append(spans, [2]int{from, i + 1})
			from = i + 1
		}
	}
	return spans
}

// sentenceAt is the word range of the sentences that words [from, to) touch.
func (b *block) sentenceAt(from, to int) (int, int) {
	for from > 0 && b.words[from-1].class&ends == 0 {
		from--
	}
	for to < len(b.words) && b.words[to-1].class&ends == 0 {
		to++
	}
	return from, to
}

// cutWords takes words [from, to) with the marks that belong to them: what
// stands before the first back to the last sentence's end, and what follows
// the last up to the space.
func (b *block) cutWords(from, to int, kind news.RemovedKind) {
	start, end := 0, len(b.text)
	if from > 0 {
		start = int(b.words[from].start) - len(opening(b.before(from)))
	}
	if to < len(b.words) {
		end = int(b.words[to].start) - len(opening(b.before(to)))
	}
	b.cuts = append(b.cuts, cut{start, end, kind})
}

// opening is the end of between that opens what follows: "(" in ". (Reuters".
func opening(between string) string {
	i := strings.LastIndexAny(between, " ")
	if i < 0 {
		return ""
	}
	return between[i+1:]
}

// apply gives what stays of b and what goes, in order.
func (b *block) apply() (kept string, removed []news.Removed) {
	if len(b.cuts) == 0 {
		return b.text, nil
	}
	var keep strings.Builder
	at := 0
	for _, c := range b.joined() {
		keep.WriteString(b.text[at:c.from])
		at = c.to
		if gone := strings.TrimSpace(b.text[c.from:c.to]); gone != "" {
			removed = append(removed, news.Removed{Kind: c.kind, Text: gone})
		}
	}
	keep.WriteString(b.text[at:])
	kept = strings.Join(strings.Fields(keep.String()), " ")
	if b.cuts[0].from == 0 {
		kept = strings.TrimLeft(kept, "-–—|•·,;:. ")
	}
	return kept, removed
}

// joined is the cuts in order, without overlaps, those of one kind that meet
// made one.
func (b *block) joined() (out []cut) {
	slices.SortStableFunc(b.cuts, func(x, y cut) int { return x.from - y.from })
	at := 0
	for _, c := range b.cuts {
		c.from = max(c.from, at)
		if c.to <= c.from {
			continue
		}
		at = c.to
		if last := len(out) - 1; last >= 0 && out[last].kind == c.kind && out[last].to == c.from {
			out[last].to = c.to
			continue
		}
		out = append(out, c)
	}
	return out
}
