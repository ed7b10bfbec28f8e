package eval

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/internal/annotate"
	"rapporteur/internal/news"
)

// LangSplit is a part of a treebank to be scored.
type LangSplit struct {
	Name     string
	Treebank string // the file below the data folder
	Names    string // the file of names below the data folder; "" for none
	Genre    string // only documents whose id has this; "" for all
}

// LangSplits are the parts that LanguageTable scores.
var LangSplits = []LangSplit{
	{"EWT dev", "ud-ewt/dev.conllu", "ner/uner-ewt/dev.iob2", ""},
	{"EWT test", "ud-ewt/test.conllu", "ner/uner-ewt/test.iob2", ""},
	{"GUM dev", "gum/dev.conllu", "", ""},
	{"GUM dev news", "gum/dev.conllu", "", "_news_"},
	{"GUM dev interview", "gum/dev.conllu", "", "_interview_"},
}

// DevSplits are the splits that settings may be chosen on.
func DevSplits() (out []LangSplit) {
	for _, s := range LangSplits {
		if !strings.Contains(s.Name, "test") {
			out = append(out, s)
		}
	}
	return out
}

// LangResult is the score of a split from raw text, and its score when tokens
// and sentences are given.
type LangResult struct {
	Raw, Given LangScore
}

// ScoreSplit scores every layer of the documents of s below data. What the
// splits are made of stands in docs/training.md.
func ScoreSplit(an *annotate.Annotator, data string, s LangSplit) (res LangResult, err error) {
	sents, err := readSplit(data, s)
	if err != nil {
		return res, err
	}
	rows := map[string][]IOBRow{}
	if s.Names != "" {
		f, err := os.Open(filepath.Join(data, s.Names))
		if err != nil {
			return res, fmt.Errorf("score language: %w", err)
		}
		defer f.Close()
		if rows, err = ReadIOB(f); err != nil {
			return res, err
		}
	}
	for _, d := range SplitDocs(sents) {
		if !strings.Contains(d[0].Doc, s.Genre) {
			continue
		}
		if err := res.add(an, d, rows, s.Names != ""); err != nil {
			return res, err
		}
	}
	return res, nil
}

func readSplit(data string, s LangSplit) ([]LangSentence, error) {
	f, err := os.Open(filepath.Join(data, s.Treebank))
	if err != nil {
		return nil, fmt.Errorf("score language: %w", err)
	}
	defer f.Close()
	return ReadCoNLLU(f)
}

// add scores one document.
func (r *LangResult) add(an *annotate.Annotator, d []LangSentence, rows map[string][]IOBRow, names bool) error {
	doc := LangDocument(d)
	gold, err := LangGold(doc, d)
	if err != nil {
		return err
	}
	if names {
		LayNames(gold, d, rows)
	}
	r.Raw.Add(ScoreLanguage(gold, an.Annotate(doc)))
	given := &news.Analysis{Doc: doc, Tokens: gold.Tokens, Sentences: gold.Sentences, Done: news.Tokens | news.Sentences}
	r.Given.Add(ScoreLanguage(gold, an.Grammar(given)))
	return nil
}

// LanguageTable scores the splits below data and writes a Markdown table.
func LanguageTable(w io.Writer, an *annotate.Annotator, data string, splits []LangSplit) error {
	fmt.Fprint(w, "| from raw text |")
	for _, c := range langColumns {
		fmt.Fprintf(w, " %s |", c.name)
	}
	fmt.Fprintf(w, "\n|%s\n", strings.Repeat("---|", 1+len(langColumns)))
	for _, s := range splits {
		r, err := ScoreSplit(an, data, s)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %s |", s.Name)
		for _, c := range langColumns {
			if n := c.count(&r); n.Gold == 0 {
				fmt.Fprint(w, " |")
			} else {
				fmt.Fprintf(w, " %.2f |", n.F1())
			}
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	return nil
}

// langColumns are the scores of a split, in the order of the table.
var langColumns = []struct {
	name  string
	count func(*LangResult) LangCount
}{
	{"tokens", func(r *LangResult) LangCount { return r.Raw.Tokens }},
	{"sentences", func(r *LangResult) LangCount { return r.Raw.Sentences }},
	{"UPOS", func(r *LangResult) LangCount { return r.Raw.UPOS }},
	{"XPOS", func(r *LangResult) LangCount { return r.Raw.XPOS }},
	{"lemmas", func(r *LangResult) LangCount { return r.Raw.Lemmas }},
	{"UAS", func(r *LangResult) LangCount { return r.Raw.UAS }},
	{"LAS", func(r *LangResult) LangCount { return r.Raw.LAS }},
	{"names", func(r *LangResult) LangCount { return r.Raw.Names }},
	{"UPOS, tokens given", func(r *LangResult) LangCount { return r.Given.UPOS }},
	{"LAS, tokens given", func(r *LangResult) LangCount { return r.Given.LAS }},
}

// Scores are the F1 scores of r in percent, to two places, by the names of
// the table's columns.
func (r *LangResult) Scores() map[string]float64 {
	out := map[string]float64{}
	for _, c := range langColumns {
		if n := c.count(r); n.Gold > 0 {
			out[c.name] = math.Round(100*n.F1()) / 100
		}
	}
	return out
}

// SystemCoNLLU writes what an makes of the raw text of a split, so that a
// scorer outside can judge it.
func SystemCoNLLU(w io.Writer, an *annotate.Annotator, data string, s LangSplit) error {
	sents, err := readSplit(data, s)
	if err != nil {
		return err
	}
	for _, d := range SplitDocs(sents) {
		if !strings.Contains(d[0].Doc, s.Genre) {
			continue
		}
		if err := WriteCoNLLU(w, an.Annotate(LangDocument(d))); err != nil {
			return err
		}
	}
	return nil
}
