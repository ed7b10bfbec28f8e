package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// IOBRow is one token of a file of names: its form and its label, "B-PER".
type IOBRow struct{ Form, Label string }

// LangName is a name by its place in a text and its class, "PER".
type LangName struct {
	Span  text.Span
	Class string
}

// ReadIOB reads a Universal NER file: sentences by their ids.
func ReadIOB(r io.Reader) (map[string][]IOBRow, error) {
	out := map[string][]IOBRow{}
	id := ""
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<22)
	for n := 1; sc.Scan(); n++ {
		l := sc.Text()
		if rest, ok := strings.CutPrefix(l, "# sent_id = "); ok {
			id = rest
		}
		if l == "" || l[0] == '#' {
			continue
		}
		c := strings.Split(l, "\t")
		if len(c) < 3 {
			return nil, fmt.Errorf("read names: line %d: %d columns", n, len(c))
		}
		out[id] = append(out[id], IOBRow{c[1], c[2]})
	}
	return out, sc.Err()
}

// IOBNames finds the names of rows in txt from byte at on; white space and
// case apart, the rows must be what stands there, else ok is false. A label
// that goes on without having begun begins.
func IOBNames(txt string, at int, rows []IOBRow) (names []LangName, ok bool) {
	open := ""
	for _, r := range rows {
		start, stop, ok := seek(txt, at, r.Form)
		if !ok {
			return nil, false
		}
		at = stop
		kind, class, _ := strings.Cut(r.Label, "-")
		switch {
		case kind == "O":
			class = ""
		case kind == "I" && open == class:
			names[len(names)-1].Span.End = int32(stop)
		default:
			names = append(names, LangName{text.At(start, stop), class})
		}
		open = class
	}
	return names, true
}

// seek finds form in txt at byte at, white space and case apart.
func seek(txt string, at int, form string) (start, end int, ok bool) {
	start = -1
	for _, want := range form {
		if unicode.IsSpace(want) {
			continue
		}
		at = skipSpace(txt, at)
		got, n := utf8.DecodeRuneInString(txt[at:])
		if n == 0 || unicode.ToLower(got) != unicode.ToLower(want) {
			return 0, at, false
		}
		if start < 0 {
			start = at
		}
		at += n
	}
	return start, at, start >= 0
}

// langKinds are the kinds that the classes of the treebanks stand for.
var langKinds = map[string]news.Kind{"PER": news.Person, "ORG": news.Organization, "LOC": news.Place}

// LayNames adds to gold, made by LangGold of sents, the names that rows gives
// its sentences. Classes other than PER, ORG and LOC are no names, and
// sentences whose letters differ have none.
func LayNames(gold *news.Analysis, sents []LangSentence, rows map[string][]IOBRow) {
	gold.Done |= news.Mentions
	for i, s := range gold.Sentences {
		names, _ := IOBNames(gold.Doc.Text, int(s.Span.Start), rows[sents[i].ID])
		at := s.First
		for _, n := range names {
			kind, known := langKinds[n.Class]
			first, last := at, at
			for first < s.Last && gold.Tokens[first-1].Span.End <= n.Span.Start {
				first++
			}
			for last = first; last < s.Last && gold.Tokens[last-1].Span.End < n.Span.End; {
				last++
			}
			if at = last; known {
				gold.Mentions = append(gold.Mentions, news.Mention{
					Span: n.Span, First: first, Last: last, Sentence: news.SentenceID(i + 1), Kind: kind,
				})
			}
		}
	}
}
