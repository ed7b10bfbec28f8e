package train

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/eval"
	"rapporteur/internal/news"
)

// report is one document of a treebank, ready to learn from.
type report struct {
	gold  *news.Analysis
	sents []eval.LangSentence
	forms []lex.Form
	tags  []news.Tag // predicted, by a tagger that has not seen the report
}

// corpus is the documents of one or more treebanks, in order.
type corpus []report

// readCorpus reads the treebank files below data and adds their bytes to the
// digest d.
func readCorpus(data string, d *digest, names ...string) (corpus, error) {
	var c corpus
	for _, name := range names {
		sents, err := readTreebank(data, d, name)
		if err != nil {
			return nil, err
		}
		for _, doc := range eval.SplitDocs(sents) {
			r, err := layGold(doc)
			if err != nil {
				return nil, err
			}
			c = append(c, r)
		}
	}
	return c, nil
}

func readTreebank(data string, d *digest, name string) ([]eval.LangSentence, error) {
	f, err := os.Open(filepath.Join(data, name))
	if err != nil {
		return nil, fmt.Errorf("open treebank: %w", err)
	}
	defer f.Close()
	sents, err := eval.ReadCoNLLU(d.tee(name, f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return sents, nil
}

func layGold(doc []eval.LangSentence) (report, error) {
	gold, err := eval.LangGold(eval.LangDocument(doc), doc)
	if err != nil {
		return report{}, err
	}
	return report{gold: gold, sents: doc, forms: lex.Forms(gold)}, nil
}

// tokens is the number of tokens of c.
func (c corpus) tokens() (n int) {
	for i := range c {
		n += len(c[i].gold.Tokens)
	}
	return n
}

// treeSentence is one sentence of a report, by its tokens from first up to last.
type treeSentence struct {
	r           *report
	first, last int
}

func (c corpus) sentences() (out []treeSentence) {
	for i := range c {
		for _, s := range c[i].gold.Sentences {
			out = append(out, treeSentence{&c[i], int(s.First - 1), int(s.Last)})
		}
	}
	return out
}

// forms, tags and arcs of the sentence; arcs still count tokens of the report.
func (s treeSentence) forms() []lex.Form { return s.r.forms[s.first:s.last] }
func (s treeSentence) tags() []news.Tag  { return s.r.gold.Tags[s.first:s.last] }
func (s treeSentence) arcs() []news.Arc  { return s.r.gold.Arcs[s.first:s.last] }

// fileSum is the digest of one file that was learned from.
type fileSum struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

func sumOf(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}
