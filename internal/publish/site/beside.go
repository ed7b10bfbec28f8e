package site

import (
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// besideView is two reports with what both say word for word.
type besideView struct {
	Left   side `json:"left"`
	Right  side `json:"right"`
	Shared int  `json:"shared"` // passages of the left one
}

// side is one of two reports.
type side struct {
	reportLine
	Titled     bool                `json:"-"`     // its text does not begin with its title
	Share      int                 `json:"share"` // percent of its words that the other has, too
	Passages   []string            `json:"passages"`
	Paragraphs []publish.Paragraph `json:"-"`
}

func (t *Site) beside(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	left, ok1 := b.Line(record.ID(r.PathValue("id"))).(*record.Report)
	right, ok2 := b.Line(record.ID(idOf(r, "other"))).(*record.Report)
	if !ok1 || !ok2 {
		t.missing(w, r, "report")
		return
	}
	ours, theirs := wordsOf(left.Text), wordsOf(right.Text)
	v := &besideView{Left: newSide(left, ours, theirs), Right: newSide(right, theirs, ours)}
	v.Shared = len(v.Left.Passages)
	t.show(w, r, "beside", "Shared passages", v)
}

// word is where a word of a text stands, and its letters without case.
type word struct {
	start, end int
	key        string
}

// wordsOf cuts a text into runs of letters and digits.
func wordsOf(txt string) (out []word) {
	start := -1
	for i, r := range txt + " " {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			out = append(out, word{start, i, strings.ToLower(txt[start:i])})
			start = -1
		}
	}
	return out
}

// minShared is how many words in a row are no chance.
const minShared = 6

// grams is the runs of minShared words of a text.
func grams(words []word) map[string]bool {
	out := make(map[string]bool, len(words))
	for i := 0; i+minShared <= len(words); i++ {
		out[gram(words[i:i+minShared])] = true
	}
	return out
}

func gram(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.key)
		b.WriteByte(' ')
	}
	return b.String()
}

// newSide marks the passages of a report that another has, too.
func newSide(rep *record.Report, own, other []word) side {
	s := side{reportLine: oneLine(rep), Passages: []string{}}
	s.Titled = s.Title != "" && !strings.HasPrefix(strings.TrimSpace(rep.Text), strings.TrimSpace(s.Title))
	theirs := grams(other)
	var marks []publish.Mark
	shared, until := 0, 0 // words that are shared, and the first beyond the last passage
	for i := 0; i+minShared <= len(own); i++ {
		if !theirs[gram(own[i:i+minShared])] {
			continue
		}
		end := i + minShared
		if n := len(marks); n > 0 && i <= until {
			marks[n-1].End = own[end-1].end
		} else {
			marks = append(marks, publish.Mark{Start: own[i].start, End: own[end-1].end, Sort: "shared"})
		}
		shared += end - max(i, until)
		until = end
	}
	for i := range marks {
		marks[i].End += closing(rep.Text[marks[i].End:])
		s.Passages = append(s.Passages, rep.Text[marks[i].Start:marks[i].End])
	}
	if len(own) > 0 {
		s.Share = (100*shared + len(own)/2) / len(own)
	}
	s.Paragraphs = nameless(publish.Marked(rep.Text, marks))
	return s
}

// closing is how many bytes of s end the sentence before it.
func closing(s string) int {
	if r, n := utf8.DecodeRuneInString(s); r == '.' || r == '?' || r == '!' {
		return n
	}
	return 0
}

// nameless takes the anchors away: two texts on one page need none.
func nameless(all []publish.Paragraph) []publish.Paragraph {
	for i := range all {
		all[i].Also = nil
		for _, piece := range all[i].Pieces {
			for k := range piece.Open {
				piece.Open[k].Anchor = ""
			}
		}
	}
	return all
}
