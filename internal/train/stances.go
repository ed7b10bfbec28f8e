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
	"rapporteur/internal/annotate/position"
	"rapporteur/internal/annotate/stance"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// saidFiles are paragraphs of our own, one a line, in which every clause by which
// its speaker takes a stance stands in brackets behind the name of the stance:
//
//	The union said [accuse the firm had strung it along] and that 40 people worked there.
//
// In plain.txt nobody takes a stance, whoever speaks.
//
//go:embed said/*.txt
var saidFiles embed.FS

// saidPattern is how the names of saidFiles look.
const saidPattern = "said/*.txt"

type stanceOptions struct {
	chain learn.ChainOptions
	rare  int // features met so often or less stay out
	dev   int // one paragraph in so many is set aside for the scores
	seed  uint64
}

var stanceDefaults = stanceOptions{chain: learn.ChainOptions{Epochs: 12, Rate: 0.1, L1: 0.6, Least: 0.004}, rare: 1, dev: 8, seed: 9}

// list is o for the manifest.
func (o stanceOptions) list() map[string]any {
	c := o.chain
	return map[string]any{"epochs": c.Epochs, "rare": o.rare, "rate": c.Rate, "l1": c.L1, "least": c.Least, "dev": o.dev, "seed": o.seed}
}

// said is a paragraph with the stances taken in it.
type said struct {
	text   string
	stands []stand
}

// stand is where in the text of a paragraph a stance is taken.
type stand struct {
	span  text.Span
	class uint8 // of stance.Classes
}

// readSaid reads all paragraphs in fsys, file by file.
func readSaid(fsys fs.FS) (out []said, err error) {
	names, err := fs.Glob(fsys, saidPattern)
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
			p, err := parseSaid(line)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
			}
			out = append(out, p)
		}
	}
	return out, nil
}

// parseSaid takes the brackets out of a line.
func parseSaid(line string) (p said, err error) {
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
		class := slices.Index(stance.Classes, news.Stance(name))
		if !closed || !named || class < 1 {
			return said{}, fmt.Errorf("%q does not begin a stance with its clause", "["+inner)
		}
		start := int32(b.Len())
		b.WriteString(words)
		p.stands = append(p.stands, stand{text.Span{Start: start, End: int32(b.Len())}, uint8(class)})
		line = behind
	}
}

// class is the stance that p takes by a clause with its predicate at s.
func (p *said) class(s text.Span) uint8 {
	for _, k := range p.stands {
		if k.span.Contains(s) {
			return k.class
		}
	}
	return 0
}

// document is p as a report of one paragraph.
func (p *said) document() *news.Document {
	all := text.Span{End: int32(len(p.text))}
	return &news.Document{Language: "en", Text: p.text, Blocks: []news.Block{{Span: all, Kind: news.Paragraph}}}
}

// clausePaths are the clauses of p, each a path of one thing.
func clausePaths(an *annotate.Annotator, p *said) (paths []learn.Path) {
	v := grammar.New(an.Annotate(p.document()))
	for _, c := range position.Clauses(v) {
		paths = append(paths, learn.Path{Features: [][]uint32{c.Features(nil)}, Allowed: []uint32{anyStance}, Gold: []uint8{p.class(v.Span(c.At))}})
	}
	return paths
}

// anyStance has the bits of all classes.
var anyStance = uint32(1)<<len(stance.Classes) - 1

// trainStances learns to read stances from paths.
func trainStances(paths []learn.Path, o stanceOptions) []learn.Section {
	free := slices.Repeat([]uint32{anyStance}, len(stance.Classes))
	rng := rand.New(rand.NewPCG(o.seed, 0))
	m := learn.NewChainCorpus(paths, free, o.rare).Train(o.chain, func(int) []int { return rng.Perm(len(paths)) })
	return stance.Sections(&m.Linear, m.Unit())
}

// stances trains what reads stances, behind all that it reads itself.
func (j *job) stances() error {
	an, err := annotate.New(j.files)
	if err != nil {
		return err
	}
	if j.said, err = saidSum(); err != nil {
		return err
	}
	learned, held, err := saidPaths(an, stanceDefaults)
	if err != nil {
		return err
	}
	fmt.Fprintf(j.log, "read %d clauses of paragraphs of our own\n", len(learned)+len(held))
	if j.files.Stance, err = j.write("stance.weights", trainStances(learned, stanceDefaults)); err != nil {
		return err
	}
	m, err := stance.New(j.files.Stance)
	if err != nil {
		return err
	}
	j.stanceScores = scoreStances(m, held)
	return nil
}

// saidPaths are the clauses to learn from, and those of the paragraphs set aside.
func saidPaths(an *annotate.Annotator, o stanceOptions) (learned, held []learn.Path, err error) {
	all, err := readSaid(saidFiles)
	if err != nil {
		return nil, nil, err
	}
	for i := range all {
		if i%o.dev == 0 {
			held = append(held, clausePaths(an, &all[i])...)
		} else {
			learned = append(learned, clausePaths(an, &all[i])...)
		}
	}
	return learned, held, nil
}

// saidSum is the SHA-256 of all paragraphs, in hexadecimal.
func saidSum() (string, error) {
	names, err := fs.Glob(saidFiles, saidPattern)
	h := sha256.New()
	lex.CopyFiles(h, saidFiles, names...)
	return hex.EncodeToString(h.Sum(nil)), err
}

// stanceSplit names what scoreStances scores.
const stanceSplit = "stances said"

// scoreStances says, in percent, how often m is right where it gives a stance at
// least even odds, and how many of the stances taken it finds so.
func scoreStances(m *stance.Model, held []learn.Path) splitScores {
	var right, given, taken float64
	for _, p := range held {
		s, odds := m.ReadFeatures(p.Features[0])
		if p.Gold[0] != 0 {
			taken++
		}
		if odds < 0.5 {
			continue
		}
		given++
		if stance.Classes[p.Gold[0]] == s {
			right++
		}
	}
	percent := func(of float64) float64 { return math.Round(10000*right/max(of, 1)) / 100 }
	return splitScores{stanceSplit, map[string]float64{"precision": percent(given), "recall": percent(taken)}}
}

// stancesAnew trains what reads stances on the other weights of folder out, and
// brings its manifest up to date.
func stancesAnew(out string, log io.Writer) error {
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
	if err := j.stances(); err != nil {
		return err
	}
	m.Trainer, m.Said, m.Options = Version, j.said, settings()
	m.Weights = append(slices.DeleteFunc(m.Weights, func(f fileSum) bool { return f.Name == "stance.weights" }), j.weights...)
	m.Scores = append(slices.DeleteFunc(m.Scores, func(s splitScores) bool { return s.Split == stanceSplit }), j.stanceScores)
	return m.write(out)
}
