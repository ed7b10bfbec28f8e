// Package train makes the weights that the product ships: the only code that
// can learn.
//
//	treebanks, lists of names --Main--> sentence.weights tag.weights parse.weights
//	                                   revise.weights name.weights manifest.json
//	said/*.txt, told/*.txt    --------> stance.weights, nugget.weights
//
// In goes a folder of data, laid out as docs/training.md says; out come weight
// files for internal/models and a manifest with the digest of every file that
// was read, the settings, and the scores on the development splits. The same
// data and settings give the same bytes. No test split is ever opened here.
package train

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"rapporteur/internal/annotate"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/eval"
	"rapporteur/internal/learn"
)

// Version is that of the trainers; it changes when the same data and settings
// would give other weights.
const Version = 5

// Main runs the trainers as a command and returns its exit status: 0, 1 when
// training fails, 2 when the arguments make no sense.
func Main(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	fs.SetOutput(stderr)
	data := fs.String("data", "", "folder of data, as docs/training.md lays it out")
	out := fs.String("out", "internal/models", "folder that the weights go to")
	score := fs.Bool("score", false, "only score the weights of -out on the development splits")
	lessons := fs.Bool("lessons", false, "only train what learns from paragraphs of our own, on the weights of -out; no -data is needed")
	check := fs.Bool("check", false, "only prove that the data of -data and the weights of -out are those of its manifest")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if *data == "" && !*lessons || fs.NArg() > 0 {
		fmt.Fprintln(stderr, "train: -data is needed, and nothing but flags")
		return 2
	}
	run := func() error { return All(*data, *out, stdout) }
	switch {
	case *lessons:
		run = func() error { return lessonsAnew(*out, stdout) }
	case *check:
		run = func() error { return checkFolder(stdout, *data, *out) }
	case *score:
		run = func() error { return scoreFolder(stdout, *data, *out) }
	}
	err := run()
	if err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	return 0
}

// manifest says what the weights were made from.
type manifest struct {
	Trainer    int            `json:"trainer"`
	Data       []fileSum      `json:"data"`
	Lexicon    string         `json:"lexicon,omitempty"` // lex.Sum of the lexicon that the trainers read
	Lists      string         `json:"lists,omitempty"`   // name.Sum of the lists that the namer read
	Paragraphs string         `json:"paragraphs"`        // digest of the paragraphs of our own that models are learned from
	Options    map[string]any `json:"options"`
	Weights    []fileSum      `json:"weights"`
	Scores     []splitScores  `json:"scores"`
}

// splitScores are the F1 scores of one development split, in percent.
type splitScores struct {
	Split  string             `json:"split"`
	Scores map[string]float64 `json:"scores"`
}

// All trains everything from data and writes weights and manifest to out.
func All(data, out string, log io.Writer) error {
	j := job{data: data, out: out, log: log}
	for _, step := range []func() error{j.read, j.splitter, j.tagger, j.parserAndNamer, j.reviser, j.lessons, j.finish} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// job is one run of the trainers.
type job struct {
	data, out string
	log       io.Writer
	digest    digest
	trees     corpus // all treebanks, with jackknifed tags after tagger
	web       int    // so many reports of trees are of the English Web Treebank
	tag       *tag.Tagger
	weights   []fileSum
	files     annotate.Weights

	paragraphs   string // digest of the paragraphs of all lessons
	lessonScores []splitScores
}

func (j *job) read() (err error) {
	web, err := readCorpus(j.data, &j.digest, "ud-ewt/train.conllu")
	if err != nil {
		return err
	}
	gum, err := readCorpus(j.data, &j.digest, "gum/train.conllu")
	if err != nil {
		return err
	}
	j.web, j.trees = len(web), append(web, gum...)
	fmt.Fprintf(j.log, "read %d reports of %d words\n", len(j.trees), j.trees.tokens())
	return nil
}

func (j *job) splitter() (err error) {
	j.files.Sentence, err = j.write("sentence.weights", trainSplitter(j.trees, splitDefaults))
	return err
}

func (j *job) tagger() error {
	if err := jackknife(j.trees, tagDefaults); err != nil {
		return err
	}
	sections, err := trainTagger(j.trees.sentences(), tagDefaults)
	if err != nil {
		return err
	}
	if j.files.Tag, err = j.write("tag.weights", sections); err != nil {
		return err
	}
	j.tag, err = tag.New(j.files.Tag)
	return err
}

// parserAndNamer trains both side by side: neither reads the other.
func (j *job) parserAndNamer() error {
	reports, known, err := nameCorpus(j.data, &j.digest, j.trees, j.web, j.tag)
	if err != nil {
		return err
	}
	var names []learn.Section
	var wg sync.WaitGroup
	wg.Go(func() { names, err = trainNamer(reports, known, nameDefaults) })
	grammar := trainParser(j.trees.trees(), parseDefaults)
	wg.Wait()
	if err != nil {
		return err
	}
	if j.files.Parse, err = j.write("parse.weights", grammar); err != nil {
		return err
	}
	j.files.Name, err = j.write("name.weights", names)
	return err
}

// reviser trains what puts right the trees of parsers that have not seen them.
func (j *job) reviser() error {
	d, err := drafts(j.trees, parseDefaults)
	if err != nil {
		return err
	}
	j.files.Revise, err = j.write("revise.weights", trainReviser(d, reviseDefaults))
	return err
}

// write packs sections into a file of the folder out and loads it again.
func (j *job) write(name string, sections []learn.Section) (*learn.File, error) {
	packed, err := learn.Pack(sections)
	if err != nil {
		return nil, fmt.Errorf("pack %s: %w", name, err)
	}
	if err := os.WriteFile(filepath.Join(j.out, name), packed, 0o644); err != nil {
		return nil, fmt.Errorf("write weights: %w", err)
	}
	j.weights = append(j.weights, fileSum{name, sumOf(packed)})
	fmt.Fprintf(j.log, "%s: %d bytes\n", name, len(packed))
	return learn.Unpack(packed)
}

func (j *job) finish() error {
	an, err := annotate.New(j.files)
	if err != nil {
		return err
	}
	m := manifest{
		Trainer: Version, Data: j.digest.sums(), Lexicon: lex.Sum(), Lists: name.Sum(), Weights: j.weights,
		Paragraphs: j.paragraphs, Options: settings(),
	}
	if m.Scores, err = devScores(an, j.data); err != nil {
		return err
	}
	m.Scores = append(m.Scores, j.lessonScores...)
	return m.write(j.out)
}

// write writes m into folder dir.
func (m *manifest) write(dir string) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, manifestName), append(text, '\n'), 0o644)
}

// manifestName is the file that says what weights were made from.
const manifestName = "manifest.json"

// settings are those of all trainers, for the manifest.
func settings() map[string]any {
	return map[string]any{"sentence": splitDefaults.list(), "tag": tagDefaults.list(), "parse": parseDefaults.list(), "revise": reviseDefaults.list(), "name": nameDefaults.list(), "stance": stances.options.list(), "nugget": nuggets.options.list()}
}

func devScores(an *annotate.Annotator, data string) (out []splitScores, err error) {
	for _, s := range eval.DevSplits() {
		r, err := eval.ScoreSplit(an, data, s)
		if err != nil {
			return nil, err
		}
		out = append(out, splitScores{s.Name, r.Scores()})
	}
	return out, nil
}

// scoreFolder prints the table of the development splits for the weights in dir.
func scoreFolder(w io.Writer, data, dir string) error {
	files, err := readWeights(dir)
	if err != nil {
		return err
	}
	an, err := annotate.New(files)
	if err != nil {
		return err
	}
	return eval.LanguageTable(w, an, data, eval.DevSplits())
}

// readWeights reads the weight files in folder dir of all that makes tags, trees and
// names: what treebanks judge, and what stances are learned on.
func readWeights(dir string) (files annotate.Weights, err error) {
	for name, to := range map[string]**learn.File{"sentence": &files.Sentence, "tag": &files.Tag, "parse": &files.Parse, "revise": &files.Revise, "name": &files.Name} {
		packed, err := os.ReadFile(filepath.Join(dir, name+".weights"))
		if err != nil {
			return files, fmt.Errorf("read weights: %w", err)
		}
		if *to, err = learn.Unpack(packed); err != nil {
			return files, fmt.Errorf("%s.weights: %w", name, err)
		}
	}
	return files, nil
}
