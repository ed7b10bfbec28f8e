// Package gen makes many reports out of a few: it varies the reports of
// examples/ into any number of invented negotiations, for benchmarks and for
// tests that want bulk.
//
//	14 Documents --world 1 (names, days, numbers)--> a story of 5 reports, 3 of them copied
//	             --world 2 ------------------------> a story of 1 report
//	             ...
//
// In go Documents as intake leaves them and a seed; out comes a sequence of
// Reports, the same for the same seed. What comes out is shaped like news (a
// few large stories, many small ones; copies cut and reworded by other
// outlets; promotions between the paragraphs), and says nothing about how
// well news is read: the sentences are those of the example, so quality is
// never measured on it.
package gen

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/news"
)

// Report is one report with the field names that scrapers use.
type Report struct {
	Title     string `json:"title"`
	Text      string `json:"text"`
	Published string `json:"published_at"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
}

// template is a report of the example, taken apart.
type template struct {
	title      string
	paragraphs []string
	day        time.Time
}

// Reports yields n reports varied from docs, story by story, about as long as
// these. It needs one Document with a date at least, and panics without.
func Reports(docs []*news.Document, n int, seed uint64) iter.Seq[Report] {
	return Long(docs, n, seed, 0)
}

// Long is Reports with so many words in the mean, where that is more than docs
// have: behind its own paragraphs a report has some of others of its world, as
// news repeats what was before.
func Long(docs []*news.Document, n int, seed uint64, words int) iter.Seq[Report] {
	templates := templatesOf(docs)
	return func(yield func(Report) bool) {
		for story := uint64(0); n > 0; story++ {
			w := newWorld(rand.New(rand.NewPCG(seed, story)), story)
			w.words = words
			for _, r := range w.story(templates) {
				if n == 0 || !yield(r) {
					return
				}
				n--
			}
		}
	}
}

// WriteLines writes reports as JSON Lines.
func WriteLines(w io.Writer, reports iter.Seq[Report]) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for r := range reports {
		if err := enc.Encode(r); err != nil {
			return fmt.Errorf("write reports: %w", err)
		}
	}
	return out.Flush()
}

func templatesOf(docs []*news.Document) (ts []template) {
	for _, d := range docs {
		day, err := time.Parse(time.DateOnly, d.Published.Day().String())
		if err != nil {
			continue // an undated report cannot be moved in time
		}
		body := strings.TrimSpace(strings.TrimPrefix(d.Text, d.Headline.Of(d.Text)))
		ts = append(ts, template{d.Title, strings.Split(body, "\n\n"), day})
	}
	if len(ts) == 0 {
		panic("gen: no report with a date to vary")
	}
	return ts
}

// story is the reports of one world: a run of templates, each with the copies
// that other outlets print.
func (w *world) story(ts []template) (out []Report) {
	size := min(w.storySize(), len(ts))
	first := w.rnd.IntN(len(ts) - size + 1)
	for _, t := range ts[first : first+size] {
		paragraphs := make([]string, len(t.paragraphs))
		for i, p := range t.paragraphs {
			paragraphs[i] = w.vary(p)
		}
		paragraphs = w.lengthen(paragraphs, ts)
		title, day := w.vary(t.title), t.day.AddDate(0, 0, w.shift)
		out = append(out, w.print(title, paragraphs, day))
		for w.rnd.Float64() < 0.4 {
			out = append(out, w.copied(title, paragraphs, day))
		}
	}
	return out
}

// lengthen adds paragraphs of other templates until there are as many words as
// asked for: between half of the mean and half more.
func (w *world) lengthen(paragraphs []string, ts []template) []string {
	if w.words == 0 {
		return paragraphs
	}
	want, have := w.words/2+w.rnd.IntN(w.words+1), 0
	for _, p := range paragraphs {
		have += len(strings.Fields(p))
	}
	var all []string
	for _, t := range ts {
		all = append(all, t.paragraphs...)
	}
	for _, i := range w.rnd.Perm(len(all)) {
		if have >= want {
			break
		}
		if p := w.vary(all[i]); !slices.Contains(paragraphs, p) {
			paragraphs = append(paragraphs, p)
			have += len(strings.Fields(p))
		}
	}
	return paragraphs
}

// storySize draws how many acts of reporting a story has: most have one to
// four, one in ten has ten or more.
func (w *world) storySize() int {
	switch p := w.rnd.Float64(); {
	case p < 0.35:
		return 1
	case p < 0.70:
		return 2 + w.rnd.IntN(3)
	case p < 0.90:
		return 5 + w.rnd.IntN(5)
	}
	return 10 + w.rnd.IntN(5)
}

// copied is a report that prints another's text: often cut, sometimes
// reworded, up to a day later.
func (w *world) copied(title string, paragraphs []string, day time.Time) Report {
	if w.rnd.IntN(3) > 0 && len(paragraphs) > 3 {
		paragraphs = paragraphs[:3+w.rnd.IntN(len(paragraphs)-3)]
	}
	if w.rnd.IntN(3) == 0 {
		reworded := make([]string, len(paragraphs))
		for i, p := range paragraphs {
			reworded[i] = rewording.Replace(p)
		}
		paragraphs = reworded
	}
	if w.rnd.IntN(2) == 0 {
		title = rewording.Replace(title)
	}
	return w.print(title, paragraphs, day.AddDate(0, 0, w.rnd.IntN(2)))
}

// print puts a text on an outlet's page, with what such pages put between the
// paragraphs.
func (w *world) print(title string, paragraphs []string, day time.Time) Report {
	outlet := outlets[w.rnd.IntN(len(outlets))]
	var text strings.Builder
	for i, p := range paragraphs {
		if i > 0 {
			text.WriteString("\n\n")
		}
		text.WriteString(p)
		if i > 0 && w.rnd.IntN(8) == 0 {
			text.WriteString("\n\n" + clutter[w.rnd.IntN(len(clutter))])
		}
	}
	w.printed++
	host := strings.ToLower(strings.NewReplacer(" ", "", "The ", "").Replace(outlet)) + ".example"
	return Report{
		Title: title, Text: text.String(), Publisher: outlet,
		Published: day.Add(time.Duration(6+w.rnd.IntN(16)) * time.Hour).Format(time.RFC3339),
		URL:       fmt.Sprintf("https://%s/%d/%d", host, w.number, w.printed),
	}
}
