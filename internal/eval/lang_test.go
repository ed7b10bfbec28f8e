package eval

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// annotator is the shipped one.
var annotator = sync.OnceValues(func() (*annotate.Annotator, error) {
	set, err := models.Load()
	if err != nil {
		return nil, err
	}
	return annotate.New(annotate.Weights(set))
})

func shipped(t testing.TB) *annotate.Annotator {
	t.Helper()
	an, err := annotator()
	if err != nil {
		t.Fatal(err)
	}
	return an
}

const treebank = `# newdoc id = one
# sent_id = one-1
# text = Envoys didn't fly.
1	Envoys	envoy	NOUN	NNS	Number=Plur	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Tense=Past|VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	fly	fly	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = one-2
# text = Brenn left.
1	Brenn	Brenn	PROPN	NNP	Number=Sing	2	nsubj	_	Name=B-PER
2	left	leave	VERB	VBD	Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func readTestTreebank(t *testing.T, s string) []LangSentence {
	t.Helper()
	sents, err := ReadCoNLLU(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return sents
}

func TestCoNLLUSurvivesReadingAndWriting(t *testing.T) {
	sents := readTestTreebank(t, treebank)
	doc := LangDocument(sents)
	if want := "Envoys didn't fly. Brenn left."; doc.Text != want {
		t.Fatalf("text %q, want %q", doc.Text, want)
	}
	gold, err := LangGold(doc, sents)
	if err != nil {
		t.Fatal(err)
	}
	gold.Mentions = []news.Mention{{Span: gold.Tokens[5].Span, First: 6, Last: 6, Sentence: 2, Kind: news.Person}}
	gold.Done |= news.Mentions
	var out bytes.Buffer
	if err := WriteCoNLLU(&out, gold); err != nil {
		t.Fatal(err)
	}
	again := readTestTreebank(t, out.String())
	back, err := LangGold(doc, again)
	if err != nil {
		t.Fatal(err)
	}
	s := ScoreLanguage(gold, back)
	for name, c := range map[string]LangCount{"tokens": s.Tokens, "sentences": s.Sentences, "UPOS": s.UPOS, "lemmas": s.Lemmas, "LAS": s.LAS} {
		if c.F1() != 100 {
			t.Errorf("%s %.1f after a round trip", name, c.F1())
		}
	}
	if !strings.Contains(out.String(), "Name=B-PER") || !strings.Contains(out.String(), "2-3\tdidn't\t") {
		t.Errorf("names or multiword tokens are not written:\n%s", &out)
	}
}

func TestScoreCountsWhatDiffers(t *testing.T) {
	sents := readTestTreebank(t, treebank)
	doc := LangDocument(sents)
	gold, _ := LangGold(doc, sents)
	wrong := *gold
	wrong.Tags = append([]news.Tag(nil), gold.Tags...)
	wrong.Arcs = append([]news.Arc(nil), gold.Arcs...)
	wrong.Tags[0].UPOS = news.VERB
	wrong.Arcs[0].Rel = news.Obj
	wrong.Sentences = gold.Sentences[:1]
	s := ScoreLanguage(gold, &wrong)
	if s.UPOS.Hit != 7 || s.UAS.Hit != 8 || s.LAS.Hit != 7 || s.Sentences.Hit != 1 {
		t.Errorf("UPOS %v UAS %v LAS %v sentences %v", s.UPOS, s.UAS, s.LAS, s.Sentences)
	}
}

func TestReadCoNLLUNamesTheLine(t *testing.T) {
	_, err := ReadCoNLLU(strings.NewReader("# text = a\n1\ta\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(treebank)
	f.Add("2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\tb\t_\t_\t_\t_\t9\t_\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		sents, err := ReadCoNLLU(strings.NewReader(s))
		if err != nil || len(sents) == 0 {
			return
		}
		LangGold(LangDocument(sents), sents)
	})
}

// checkGrammar fails unless tags and arcs are parallel to the tokens, every
// sentence is a tree with one root, and names lie in order inside sentences.
func checkGrammar(t *testing.T, a *news.Analysis) {
	t.Helper()
	if len(a.Tags) != len(a.Tokens) || len(a.Arcs) != len(a.Tokens) {
		t.Fatalf("%d tokens, %d tags, %d arcs", len(a.Tokens), len(a.Tags), len(a.Arcs))
	}
	for i, s := range a.Sentences {
		roots := 0
		for id := s.First; id <= s.Last; id++ {
			arc := a.Arcs[id-1]
			if arc.Head == 0 {
				roots++
			}
			if arc.Head != 0 && (arc.Head < s.First || arc.Head > s.Last) || (arc.Head == 0) != (arc.Rel == news.Root) {
				t.Fatalf("sentence %d: token %d has %+v", i, id, arc)
			}
		}
		if roots != 1 || !rooted(a, s) {
			t.Fatalf("sentence %d is no tree: %d roots", i, roots)
		}
	}
	last := news.TokenID(0)
	for _, m := range a.Mentions {
		s := a.Sentence(m.Sentence)
		if s == nil || m.First <= last || m.Last < m.First || m.First < s.First || m.Last > s.Last {
			t.Fatalf("name %+v after token %d", m, last)
		}
		last = m.Last
	}
}

// rooted reports whether every token of s leads to the root.
func rooted(a *news.Analysis, s news.Sentence) bool {
	good := make([]bool, s.Last-s.First+1)
	for id := s.First; id <= s.Last; id++ {
		at := id
		for n := 0; at != 0 && !good[at-s.First]; n++ {
			if n > len(good) {
				return false
			}
			at = a.Arcs[at-1].Head
		}
		for at := id; at != 0 && !good[at-s.First]; at = a.Arcs[at-1].Head {
			good[at-s.First] = true
		}
	}
	return true
}

// grammarOf runs the language layers, and those alone, over a text.
func grammarOf(an *annotate.Annotator, txt string) *news.Analysis {
	doc := &news.Document{Text: txt, Language: "en", Blocks: []news.Block{{Span: text.At(0, len(txt))}}}
	return an.Grammar(an.Cut(doc))
}

func FuzzGrammar(f *testing.F) {
	f.Add("Envoys didn't fly. BRENN LEFT THE SABLE PACT!")
	f.Add("\"\"\"((( . 's n't ’ Ada Brenn Ada Brenn, of of of")
	an := shipped(f)
	f.Fuzz(func(t *testing.T, s string) { checkGrammar(t, grammarOf(an, strings.ToValidUTF8(s, "?"))) })
}

func TestHostileTextTakesLinearTime(t *testing.T) {
	an := shipped(t)
	for _, unit := range []string{"a", "\" ", "Ada ", "( ", "said that ", ". ", "Ada Brenn, "} {
		start := time.Now()
		checkGrammar(t, grammarOf(an, strings.Repeat(unit, 200_000/len(unit))))
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("%q over and over took %v", unit, d)
		}
	}
}

// sampleReport is a made-up report of some 740 words.
var sampleReport = strings.Repeat("The foreign minister of Mirenia, Ada Brenn, said on Tuesday that her country would not sign the pact unless its neighbours withdrew their troops from the border. "+
	"\"We have waited for four years,\" she told reporters in Lower Mirenia, where envoys of the Sable Council met for talks. "+
	"At least 35 people were killed when a shell hit a market in the port of Tova, according to police, and hundreds more have fled.\n\n", 10)

// reportOf makes a report of the paragraphs of txt.
func reportOf(txt string) *news.Document {
	doc := &news.Document{Text: txt, Language: "en"}
	for at := 0; at < len(txt); {
		end := at + strings.Index(txt[at:]+"\n\n", "\n\n")
		doc.Blocks = append(doc.Blocks, news.Block{Span: text.At(at, end)})
		at = end + 2
	}
	return doc
}

func BenchmarkLanguage(b *testing.B) {
	an := shipped(b)
	doc := reportOf(sampleReport)
	words := len(strings.Fields(sampleReport))
	b.ReportAllocs()
	for b.Loop() {
		an.Grammar(an.Cut(doc))
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		set, err := models.Load()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := annotate.New(annotate.Weights(set)); err != nil {
			b.Fatal(err)
		}
	}
}

// langFloors are scores that the shipped weights reach, rounded down: a change
// that falls below one has lost something. sum is the beginning of the digest
// of the treebank that they were measured on.
var langFloors = []struct {
	split LangSplit
	sum   string
	least map[string]float64
}{
	{LangSplits[0], "531a54ff90d6ab12", map[string]float64{"LAS": 80.5, "LAS, tokens given": 82.5, "UAS": 84.0, "UPOS": 95.0, "lemmas": 96.0, "names": 73.0, "sentences": 88.5, "tokens": 99.5}},
	{LangSplits[2], "362dd415a1583397", map[string]float64{"LAS": 82.0, "LAS, tokens given": 82.5, "UAS": 85.0, "UPOS": 96.5, "lemmas": 98.0, "sentences": 96.0, "tokens": 99.5}},
	{LangSplits[3], "362dd415a1583397", map[string]float64{"LAS": 81.5, "LAS, tokens given": 81.5, "UAS": 85.0, "UPOS": 96.0, "lemmas": 98.0, "sentences": 100.0, "tokens": 100.0}},
}

func TestScoresHoldTheirFloors(t *testing.T) {
	data, an := dataFolder(t), shipped(t)
	for _, f := range langFloors {
		if got := sumFile(t, filepath.Join(data, f.split.Treebank)); got != f.sum {
			t.Skipf("%s is another edition (%s) than the floors were measured on (%s)", f.split.Treebank, got, f.sum)
		}
		r, err := ScoreSplit(an, data, f.split)
		if err != nil {
			t.Fatal(err)
		}
		scores := r.Scores()
		for name, least := range f.least {
			if scores[name] < least {
				t.Errorf("%s: %s %.2f, the floor is %.2f", f.split.Name, name, scores[name], least)
			}
		}
	}
}

// sumFile is the digest of a file.
func sumFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:8])
}

func dataFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(filepath.Join(dir, "ud-ewt")); err != nil {
		t.Skip("the folder of treebanks is not here; docs/training.md says what it holds")
	}
	return dir
}
