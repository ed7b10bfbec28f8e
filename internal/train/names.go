package train

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/eval"
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

// readIOB reads a Universal NER file below data.
func readIOB(data string, d *digest, file string) (map[string][]eval.IOBRow, error) {
	f, err := os.Open(filepath.Join(data, file))
	if err != nil {
		return nil, fmt.Errorf("open names: %w", err)
	}
	defer f.Close()
	return eval.ReadIOB(d.tee(file, f))
}

var classOf = map[string]name.Class{"PER": name.PER, "ORG": name.ORG, "LOC": name.LOC}

// iobNames finds the names of rows in txt from byte at on; those of other
// classes are no names.
func iobNames(txt string, at int, rows []eval.IOBRow) (names []found) {
	all, _ := eval.IOBNames(txt, at, rows)
	for _, n := range all {
		if c, ok := classOf[n.Class]; ok {
			names = append(names, found{n.Span, c})
		}
	}
	return names
}

// unerNames gives the reports of c, read from the English Web Treebank, the
// names of a Universal NER file. Sentences whose letters differ have none.
func unerNames(c corpus, rows map[string][]eval.IOBRow) []named {
	out := make([]named, len(c))
	for i := range c {
		r := &c[i]
		var all []found
		for s, sent := range r.gold.Sentences {
			all = append(all, iobNames(r.gold.Doc.Text, int(sent.Span.Start), rows[r.sents[s].ID])...)
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
			doc.rows = append(doc.rows, eval.IOBRow{Form: w, Label: label})
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
	rows  []eval.IOBRow
	names []found
	n     int
}

func (w *wikiReport) close() {
	if len(w.rows) == 0 {
		return
	}
	at := w.text.Len()
	for i, r := range w.rows {
		if i > 0 && !tight(r.Form) {
			w.text.WriteByte(' ')
		}
		w.text.WriteString(r.Form)
	}
	w.names = append(w.names, iobNames(w.text.String(), at, w.rows)...)
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
	a.Tags = t.AsWritten(a, forms)
	a.Done = news.Tokens | news.Sentences | news.Tags
	return named{a, forms, layNames(a, names)}
}

// renamedSeed makes the choice of new names the same from run to run.
const renamedSeed = 17

// nameCorpus gathers the reports that names are learned from: the web treebank
// with Universal NER, GUM, and Wikipedia sentences, all of them twice, the second
// time with other names. trees has its predicted tags;
// the first web of its reports are of the web treebank.
func nameCorpus(data string, d *digest, trees corpus, web int, t *tag.Tagger) ([]named, name.Words, error) {
	rows, err := readIOB(data, d, "ner/uner-ewt/train.iob2")
	if err != nil {
		return nil, name.Words{}, err
	}
	wiki, err := readWikigold(data, d, t)
	if err != nil {
		return nil, name.Words{}, err
	}
	known, people, err := readKnown(data, d)
	if err != nil {
		return nil, name.Words{}, err
	}
	all := append(append(unerNames(trees[:web], rows), gumNames(trees[web:])...), wiki...)
	again := renamed(all, gatherPools(all, people), rand.New(rand.NewPCG(renamedSeed, 0)), web, t)
	return append(all, again...), name.Words{Known: known, Small: countSmall(trees)}, nil
}
