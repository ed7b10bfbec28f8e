package train

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/annotate"
	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// paragraphFiles are paragraphs of our own, one a line, in which what a model is to
// find stands in brackets behind the name of its class:
//
//	The union said [accuse the firm had strung it along] and that 40 people worked there.
//	Envoys of both sides will [CONSULT sit down] again on Tuesday.
//
// said/ holds the stances that speakers take, told/ the words that tell of events.
//
//go:embed said/*.txt told/*.txt
var paragraphFiles embed.FS

// lesson is what one model learns from paragraphs of our own.
type lesson struct {
	weights string   // its file
	pattern string   // its paragraphs
	classes []string // the first is none
	paths   func(v *grammar.View, p *paragraph) []learn.Path
	section string // of the file
	split   string // names its scores
	options lessonOptions
}

type lessonOptions struct {
	chain learn.ChainOptions
	rare  int // features met so often or less stay out
	dev   int // one paragraph in so many is set aside for the scores
	seed  uint64
}

// list is o for the manifest.
func (o lessonOptions) list() map[string]any {
	c := o.chain
	return map[string]any{"epochs": c.Epochs, "rare": o.rare, "rate": c.Rate, "l1": c.L1, "least": c.Least, "dev": o.dev, "seed": o.seed}
}

// paragraph is a paragraph with what is marked in it.
type paragraph struct {
	text  string
	marks []mark
}

// mark is where in the text of a paragraph what is of which class.
type mark struct {
	span  text.Span
	class uint8 // of the lesson's classes
}

// read reads all paragraphs of l in fsys, file by file.
func (l *lesson) read(fsys fs.FS) (out []paragraph, err error) {
	names, err := fs.Glob(fsys, l.pattern)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			p, err := l.parse(line)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
			}
			out = append(out, p)
		}
	}
	return out, nil
}

// parse takes the brackets out of a line.
func (l *lesson) parse(line string) (p paragraph, err error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(line, "[")
		b.WriteString(before)
		if !found {
			p.text = b.String()
			return p, nil
		}
		inner, behind, closed := strings.Cut(rest, "]")
		name, words, named := strings.Cut(inner, " ")
		class := slices.Index(l.classes, name)
		if !closed || !named || class < 1 {
			return paragraph{}, fmt.Errorf("%q does not begin with a class and its words", "["+inner)
		}
		start := int32(b.Len())
		b.WriteString(words)
		p.marks = append(p.marks, mark{text.Span{Start: start, End: int32(b.Len())}, uint8(class)})
		line = behind
	}
}

// around is the mark that s lies in; nil without one.
func (p *paragraph) around(s text.Span) *mark {
	for i := range p.marks {
		if p.marks[i].span.Contains(s) {
			return &p.marks[i]
		}
	}
	return nil
}

// document is p as a report of one paragraph.
func (p *paragraph) document() *news.Document {
	all := text.Span{End: int32(len(p.text))}
	return &news.Document{Language: "en", Text: p.text, Blocks: []news.Block{{Span: all, Kind: news.Paragraph}}}
}

// anyClass has the bits of all classes.
func (l *lesson) anyClass() uint32 { return uint32(1)<<len(l.classes) - 1 }

// path is a path of one thing of class with features.
func (l *lesson) path(features []uint32, class uint8) learn.Path {
	return learn.Path{Features: [][]uint32{features}, Allowed: []uint32{l.anyClass()}, Gold: []uint8{class}}
}

// allPaths are what to learn from, and what is in the paragraphs set aside.
func (l *lesson) allPaths(an *annotate.Annotator) (learned, held []learn.Path, err error) {
	all, err := l.read(paragraphFiles)
	if err != nil {
		return nil, nil, err
	}
	for i := range all {
		paths := l.paths(grammar.New(an.Annotate(all[i].document())), &all[i])
		if i%l.options.dev == 0 {
			held = append(held, paths...)
		} else {
			learned = append(learned, paths...)
		}
	}
	return learned, held, nil
}

// train learns from paths.
func (l *lesson) train(paths []learn.Path) []learn.Section {
	free := slices.Repeat([]uint32{l.anyClass()}, len(l.classes))
	rng := rand.New(rand.NewPCG(l.options.seed, 0))
	m := learn.NewChainCorpus(paths, free, l.options.rare).Train(l.options.chain, func(int) []int { return rng.Perm(len(paths)) })
	return learn.MultinomialSections(l.section, &m.Linear, m.Unit())
}

// score says, in percent, how often m is right where it gives a class at least even
// odds, and how much of what is marked it finds so.
func (l *lesson) score(m *learn.Multinomial, held []learn.Path) splitScores {
	var right, given, marked float64
	for _, p := range held {
		class, odds := m.Likeliest(p.Features[0])
		if p.Gold[0] != 0 {
			marked++
		}
		if odds < 0.5 {
			continue
		}
		given++
		if int(p.Gold[0]) == class {
			right++
		}
	}
	percent := func(of float64) float64 { return math.Round(10000*right/max(of, 1)) / 100 }
	return splitScores{l.split, map[string]float64{"precision": percent(given), "recall": percent(marked)}}
}

// lessons are all lessons, in the order in which one's model reads what another's reads.
var lessons = []*lesson{&stances, &nuggets}

// learn trains the model of l, behind all that it reads itself.
func (j *job) learn(l *lesson) error {
	an, err := annotate.New(j.files)
	if err != nil {
		return err
	}
	learned, held, err := l.allPaths(an)
	if err != nil {
		return err
	}
	fmt.Fprintf(j.log, "%s: %d things in paragraphs of our own\n", l.weights, len(learned)+len(held))
	f, err := j.write(l.weights, l.train(learned))
	if err != nil {
		return err
	}
	m, err := f.Multinomial(l.section, len(l.classes))
	if err != nil {
		return err
	}
	j.lessonScores = append(j.lessonScores, l.score(m, held))
	return nil
}

// lessons trains the models of all lessons.
func (j *job) lessons() (err error) {
	if j.paragraphs, err = paragraphSum(); err != nil {
		return err
	}
	for _, l := range lessons {
		if err := j.learn(l); err != nil {
			return err
		}
	}
	return nil
}

// paragraphSum is the SHA-256 of all paragraphs, in hexadecimal.
func paragraphSum() (string, error) {
	h := sha256.New()
	for _, l := range lessons {
		names, err := fs.Glob(paragraphFiles, l.pattern)
		if err != nil {
			return "", err
		}
		lex.CopyFiles(h, paragraphFiles, names...)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// lessonsAnew trains the models of all lessons on the other weights of folder out,
// and brings its manifest up to date.
func lessonsAnew(out string, log io.Writer) error {
	text, err := os.ReadFile(filepath.Join(out, manifestName))
	if err != nil {
		return fmt.Errorf("read manifest: %w", err)
	}
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return fmt.Errorf("%s: %w", manifestName, err)
	}
	files, err := readWeights(out)
	if err != nil {
		return err
	}
	j := job{out: out, log: log, files: files}
	if err := j.lessons(); err != nil {
		return err
	}
	m.Trainer, m.Paragraphs, m.Options = Version, j.paragraphs, settings()
	for _, l := range lessons {
		m.Weights = slices.DeleteFunc(m.Weights, func(f fileSum) bool { return f.Name == l.weights })
		m.Scores = slices.DeleteFunc(m.Scores, func(s splitScores) bool { return s.Split == l.split })
	}
	m.Weights = append(m.Weights, j.weights...)
	m.Scores = append(m.Scores, j.lessonScores...)
	return m.write(out)
}
