package train

import (
	"errors"
	"sync"

	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// folds is into how many parts a corpus is cut when each part is to be tagged
// by a model that has not seen it.
const folds = 5

// jackknife gives every report of c the tags that a tagger trained on the
// other folds gives it, so that what learns from tags learns from such tags
// as it will meet.
func jackknife(c corpus, o tagOptions) error {
	var wg sync.WaitGroup
	var errs [folds]error
	tags := make([][]news.Tag, len(c))
	for fold := range folds {
		wg.Go(func() { errs[fold] = tagFold(c, tags, fold, o) })
	}
	wg.Wait()
	for i := range c {
		c[i].tags = tags[i]
	}
	return errors.Join(errs[:]...)
}

// tagFold gives the reports of one fold, in tags, those of a tagger trained on
// the others.
func tagFold(c corpus, tags [][]news.Tag, fold int, o tagOptions) error {
	var rest corpus
	for i := range c {
		if i%folds != fold {
			rest = append(rest, c[i])
		}
	}
	t, err := newTagger(rest.sentences(), o)
	if err != nil {
		return err
	}
	for i := range c {
		if i%folds == fold {
			tags[i] = t.AsWritten(c[i].gold, c[i].forms)
		}
	}
	return nil
}

// newTagger trains a tagger and loads it, as the product would.
func newTagger(sents []treeSentence, o tagOptions) (*tag.Tagger, error) {
	sections, err := trainTagger(sents, o)
	if err != nil {
		return nil, err
	}
	f, err := reload(sections)
	if err != nil {
		return nil, err
	}
	return tag.New(f)
}

// reload packs and unpacks sections.
func reload(sections []learn.Section) (*learn.File, error) {
	packed, err := learn.Pack(sections)
	if err != nil {
		return nil, err
	}
	return learn.Unpack(packed)
}

// tagged is the gold tokens and sentences of r with its predicted tags.
func (r *report) tagged() *news.Analysis {
	return &news.Analysis{
		Doc: r.gold.Doc, Tokens: r.gold.Tokens, Sentences: r.gold.Sentences, Tags: r.tags,
		Done: news.Tokens | news.Sentences | news.Tags,
	}
}
