package shelf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// words is an inverted index: under every word, folded, the lines that have it.
type words struct {
	found map[string][]posting
	vocab []string // sorted, for words that are typed only in part
	lines int      // that have words
	size  int      // that there are
}

// posting is one line with how often it has a word; a word of a title, a name
// or a label counts for several.
type posting struct {
	line  int32
	times uint16
}

// titleWeight is what a word of a heading counts.
const titleWeight = 4

// maxWord is how many bytes of a word are looked at: longer ones are no words.
const maxWord = 64

// indexWords takes in every line that a reader may look for.
func indexWords(b *Book) words {
	w := words{found: map[string][]posting{}, size: len(b.lines)}
	names := b.Name
	for n, l := range b.lines {
		head, body := said(l, names)
		if head == "" && body == "" {
			continue
		}
		w.lines++
		w.add(int32(n), head, titleWeight)
		w.add(int32(n), body, 1)
	}
	w.vocab = make([]string, 0, len(w.found))
	for v := range w.found { // sorted below
		w.vocab = append(w.vocab, v)
	}
	slices.Sort(w.vocab)
	return w
}

func (w *words) add(n int32, s string, weight uint16) {
	eachWord(s, func(word string) {
		list := w.found[word]
		if k := len(list) - 1; k >= 0 && list[k].line == n {
			list[k].times += min(weight, math.MaxUint16-list[k].times)
			return
		}
		if len(list) == 0 {
			word = strings.Clone(word)
		}
		w.found[word] = append(list, posting{n, weight})
	})
}

// eachWord calls f with every run of letters and digits, folded.
func eachWord(s string, f func(string)) {
	for word := range strings.FieldsFuncSeq(text.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}) {
		if len(word) <= maxWord {
			f(word)
		}
	}
}

// said is what is looked for in a line: its heading, and its other words. Both
// are "" for a line that nobody looks for by words.
func said(l record.Line, name func(*record.Party) string) (head, body string) {
	switch v := l.(type) {
	case *record.Report:
		return str(v.Title) + " " + str(v.Outlet) + " " + str(v.Byline), v.Text
	case *record.Story:
		return v.Label, ""
	case *record.Entity:
		var all []string
		for _, x := range v.Variants {
			all = append(all, x.Text)
		}
		return v.Name, strings.Join(all, " ")
	case *record.Quote:
		return name(v.Speaker), v.Text
	case *record.Position:
		return name(v.Holder) + " " + name(v.SpeaksFor), string(v.Stance) + " " + v.Issue.Label + " " + name(v.Target)
	case *record.Event:
		return happening(v, name)
	case *record.Figure:
		return str(v.Of), name(v.SaidBy) + " " + first(v.Evidence)
	}
	return "", ""
}

func happening(v *record.Event, name func(*record.Party) string) (head, body string) {
	head = v.Label + " " + name(v.Place)
	for i := range v.Participants {
		head += " " + name(&v.Participants[i].Party)
	}
	return head, first(v.Evidence)
}

func first(ev []record.Evidence) string {
	if len(ev) == 0 {
		return ""
	}
	return ev[0].Sentence
}

// hit is a line with how well it fits.
type hit struct {
	line  int32
	score float64
}

// find lists the lines that have every word of query, the best first; the last
// word may be typed in part. Lines that are equally good keep their order.
func (w *words) find(query []string) []hit {
	var hits []hit
	for i, word := range query {
		list := w.under(word, i == len(query)-1)
		if i == 0 {
			hits = w.begin(list)
		} else {
			hits = w.both(hits, list)
		}
		if len(hits) == 0 {
			return nil
		}
	}
	return hits
}

// maxForms is how many words a beginning may stand for.
const maxForms = 200

// under is the postings of a word, or of all that begin with it.
func (w *words) under(word string, begun bool) []posting {
	list := w.found[word]
	if !begun || len(word) < 3 {
		return list
	}
	at, _ := slices.BinarySearch(w.vocab, word)
	var lists [][]posting
	n := 0
	for ; at < len(w.vocab) && len(lists) < maxForms && strings.HasPrefix(w.vocab[at], word); at++ {
		lists = append(lists, w.found[w.vocab[at]])
		n += len(lists[len(lists)-1])
	}
	switch {
	case len(lists) == 1:
		return lists[0]
	case n > w.size/16:
		return w.pour(lists)
	}
	return sum(slices.Concat(lists...))
}

// pour sums long lists by counting per line, which beats sorting them.
func (w *words) pour(lists [][]posting) []posting {
	times := make([]uint16, w.size)
	n := 0
	for _, list := range lists {
		for _, p := range list {
			if times[p.line] == 0 {
				n++
			}
			times[p.line] += min(p.times, math.MaxUint16-times[p.line])
		}
	}
	out := make([]posting, 0, n)
	for line, t := range times {
		if t > 0 {
			out = append(out, posting{int32(line), t})
		}
	}
	return out
}

// sum makes one posting of all that a line has, in the order of lines.
func sum(all []posting) []posting {
	slices.SortFunc(all, func(a, b posting) int { return cmp.Compare(a.line, b.line) })
	out := all[:0]
	for _, p := range all {
		if k := len(out) - 1; k >= 0 && out[k].line == p.line {
			out[k].times += min(p.times, math.MaxUint16-out[k].times)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// weight is what a posting is worth: rare words more than frequent ones, the
// second mention less than the first.
func (w *words) weight(list []posting, p posting) float64 {
	rare := math.Log(1 + float64(w.lines)/float64(len(list)))
	return rare * float64(p.times) / (float64(p.times) + 1.5)
}

func (w *words) begin(list []posting) []hit {
	hits := make([]hit, len(list))
	for i, p := range list {
		hits[i] = hit{p.line, w.weight(list, p)}
	}
	return hits
}

// both keeps the hits that list has too; both are in the order of lines.
func (w *words) both(hits []hit, list []posting) []hit {
	out := hits[:0]
	k := 0
	for _, h := range hits {
		for k < len(list) && list[k].line < h.line {
			k++
		}
		if k < len(list) && list[k].line == h.line {
			h.score += w.weight(list, list[k])
			out = append(out, h)
		}
	}
	return out
}
