package train

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// named is one report with the names that are in it.
type named struct {
	a     *news.Analysis // up to Tags
	forms []lex.Form
	gold  []name.Label
}

// found is a name by its place.
type found struct {
	span  text.Span
	class name.Class
}

// layNames turns names into labels of the tokens of a; names that do not
// begin and end with tokens are dropped.
func layNames(a *news.Analysis, names []found) []name.Label {
	labels := make([]name.Label, len(a.Tokens))
	i := 0
	for _, n := range names {
		for i < len(a.Tokens) && a.Tokens[i].Span.Start < n.span.Start {
			i++
		}
		j := i
		for j < len(a.Tokens) && a.Tokens[j].Span.End < n.span.End {
			j++
		}
		if j >= len(a.Tokens) || a.Tokens[i].Span.Start != n.span.Start || a.Tokens[j].Span.End != n.span.End {
			continue
		}
		labelRun(labels, i, j, n.class)
		i = j + 1
	}
	return labels
}

// labelRun labels tokens i to j as one name.
func labelRun(labels []name.Label, i, j int, c name.Class) {
	for k := i; k <= j; k++ {
		labels[k] = name.LabelOf(c, name.Inside)
	}
	labels[i] = name.LabelOf(c, name.Begin)
	labels[j] = name.LabelOf(c, name.Last)
	if i == j {
		labels[i] = name.LabelOf(c, name.Whole)
	}
}

// iobRow is one token of an IOB file.
type iobRow struct{ form, label string }

// readIOB reads the sentences of a Universal NER file by their ids.
func readIOB(data string, d *digest, file string) (map[string][]iobRow, error) {
	f, err := os.Open(filepath.Join(data, file))
	if err != nil {
		return nil, fmt.Errorf("open names: %w", err)
	}
	defer f.Close()
	out := map[string][]iobRow{}
	id := ""
	sc := bufio.NewScanner(d.tee(file, f))
	for sc.Scan() {
		l := sc.Text()
		if rest, ok := strings.CutPrefix(l, "# sent_id = "); ok {
			id = rest
		}
		c := strings.Split(l, "\t")
		if len(c) < 3 || strings.HasPrefix(l, "#") {
			continue
		}
		out[id] = append(out[id], iobRow{c[1], c[2]})
	}
	return out, sc.Err()
}

var classOf = map[string]name.Class{"PER": name.PER, "ORG": name.ORG, "LOC": name.LOC, "MISC": 255, "OTH": 255}

// iobNames finds the names of rows in txt from byte at on, and where they end.
func iobNames(txt string, at int, rows []iobRow) (names []found, end int, ok bool) {
	open := false
	for _, r := range rows {
		start, stop, ok := seek(txt, at, r.form)
		if !ok {
			return nil, at, false
		}
		at = stop
		kind, label, _ := strings.Cut(r.label, "-")
		c, known := classOf[label]
		switch {
		case kind == "O" || !known || c == 255:
			open = false
		case kind == "I" && open && names[len(names)-1].class == c:
			names[len(names)-1].span.End = int32(stop)
		default:
			names = append(names, found{text.At(start, stop), c})
			open = true
		}
	}
	return names, at, true
}

// seek finds form in txt at byte at, white space apart.
func seek(txt string, at int, form string) (start, end int, ok bool) {
	start = -1
	for _, want := range form {
		if unicode.IsSpace(want) {
			continue
		}
		got, n := utf8.DecodeRuneInString(txt[at:])
		for n > 0 && unicode.IsSpace(got) {
			at += n
			got, n = utf8.DecodeRuneInString(txt[at:])
		}
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

// unerNames gives the reports of c, read from the English Web Treebank, the
// names of a Universal NER file. Sentences whose letters differ have none.
func unerNames(c corpus, rows map[string][]iobRow) []named {
	out := make([]named, len(c))
	for i := range c {
		r := &c[i]
		var all []found
		for s, sent := range r.gold.Sentences {
			names, _, ok := iobNames(r.gold.Doc.Text, int(sent.Span.Start), rows[r.sents[s].ID])
			if ok {
				all = append(all, names...)
			}
		}
		out[i] = named{r.tagged(), r.forms, layNames(r.gold, all)}
	}
	return out
}

// readWikigold reads "word TAG" lines; each run of sentences becomes a report,
// cut and tagged anew.
func readWikigold(data string, d *digest, t *tag.Tagger) ([]named, error) {
	const file, sentences = "ner/wikigold/wikigold.conll", 12
	f, err := os.Open(filepath.Join(data, file))
	if err != nil {
		return nil, fmt.Errorf("open names: %w", err)
	}
	defer f.Close()
	var out []named
	var doc wikiReport
	sc := bufio.NewScanner(d.tee(file, f))
	for sc.Scan() {
		if w, label, ok := strings.Cut(sc.Text(), " "); ok {
			doc.rows = append(doc.rows, iobRow{w, label})
			continue
		}
		doc.close()
		if doc.n == sentences {
			out = append(out, doc.named(t))
			doc = wikiReport{}
		}
	}
	doc.close()
	return append(out, doc.named(t)), sc.Err()
}

// wikiReport gathers sentences into one text.
type wikiReport struct {
	text  strings.Builder
	rows  []iobRow
	names []found
	n     int
}

func (w *wikiReport) close() {
	if len(w.rows) == 0 {
		return
	}
	at := w.text.Len()
	for i, r := range w.rows {
		if i > 0 && !tight(r.form) {
			w.text.WriteByte(' ')
		}
		w.text.WriteString(r.form)
	}
	names, _, _ := iobNames(w.text.String(), at, w.rows)
	w.names = append(w.names, names...)
	w.text.WriteString("\n\n")
	w.rows, w.n = nil, w.n+1
}

// tight reports whether a token stands on the word before it.
func tight(w string) bool {
	switch w {
	case ".", ",", ";", ":", ")", "'s", "n't", "?", "!", "'":
		return true
	}
	return false
}

func (w *wikiReport) named(t *tag.Tagger) named {
	doc := &news.Document{Text: w.text.String(), Language: "en"}
	start := 0
	for start < len(doc.Text) {
		end := start + strings.Index(doc.Text[start:], "\n\n")
		doc.Blocks = append(doc.Blocks, news.Block{Span: text.At(start, end)})
		start = end + 2
	}
	return readNamed(doc, w.names, t)
}

// readNamed cuts and tags doc as the product would and lays names over it.
func readNamed(doc *news.Document, names []found, t *tag.Tagger) named {
	a := &news.Analysis{Doc: doc}
	a.Tokens = token.Tokens(a)
	a.Sentences = sentence.Sentences(a)
	forms := lex.Forms(a)
	a.Tags = t.Tags(a, forms)
	a.Done = news.Tokens | news.Sentences | news.Tags
	return named{a, forms, layNames(a, names)}
}
