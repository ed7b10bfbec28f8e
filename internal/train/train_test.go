package train

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/parse"
	"rapporteur/internal/eval"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// treebank is a made-up corpus: the same three sentences, in several documents.
var treebank = func() string {
	const sentences = `# sent_id = %-1
# text = Ada Brenn met the envoys in Mirenia.
1	Ada	Ada	PROPN	NNP	Number=Sing	3	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2-sgl
2	Brenn	Brenn	PROPN	NNP	Number=Sing	1	flat	_	Entity=1)
3	met	meet	VERB	VBD	Tense=Past	0	root	_	_
4	the	the	DET	DT	Definite=Def	5	det	_	Entity=(2-person-new-nnnnn-cf1-2-sgl
5	envoys	envoy	NOUN	NNS	Number=Plur	3	obj	_	Entity=2)
6	in	in	ADP	IN	_	7	case	_	_
7	Mirenia	Mirenia	PROPN	NNP	Number=Sing	3	obl	_	Entity=(3-place-new-nnnnn-cf1-1-sgl-Mirenia)|SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = %-2
# text = The envoys left.
1	The	the	DET	DT	Definite=Def	2	det	_	_
2	envoys	envoy	NOUN	NNS	Number=Plur	3	nsubj	_	_
3	left	leave	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

`
	var b strings.Builder
	for _, d := range []string{"a", "b", "c", "d", "e", "f"} {
		b.WriteString("# newdoc id = " + d + "\n" + strings.ReplaceAll(sentences, "%", d))
	}
	return b.String()
}()

// folder is a folder of data with the made-up corpus in every place.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	iob := "# sent_id = a-1\n1\tAda\tB-PER\n2\tBrenn\tI-PER\n3\tmet\tO\n4\tthe\tO\n5\tenvoys\tO\n6\tin\tO\n7\tMirenia\tB-LOC\n8\t.\tO\n"
	files := map[string]string{
		"ud-ewt/train.conllu": treebank, "ud-ewt/dev.conllu": treebank,
		"gum/train.conllu": treebank, "gum/dev.conllu": treebank,
		"ner/uner-ewt/train.iob2": iob, "ner/uner-ewt/dev.iob2": iob,
		"ner/wikigold/wikigold.conll": "Ada I-PER\nBrenn I-PER\nleft O\n. O\n\n",
		"names/ofac_sdn.csv":          "1,\"BRENN, Ada\",\"individual\"\n2,\"BRENN TRADING\",-0- \n",
	}
	for file, text := range files {
		path := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTrainingGivesTheSameBytes(t *testing.T) {
	data, one, two := folder(t), t.TempDir(), t.TempDir()
	for _, out := range []string{one, two} {
		if code := Main([]string{"-data", data, "-out", out}, io.Discard, os.Stderr); code != 0 {
			t.Fatalf("exit status %d", code)
		}
	}
	for _, f := range []string{"sentence.weights", "tag.weights", "parse.weights", "revise.weights", "name.weights", "stance.weights", "nugget.weights", "manifest.json"} {
		a, err := os.ReadFile(filepath.Join(one, f))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(two, f))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from run to run", f)
		}
	}
	if code := Main([]string{"-data", data, "-out", one, "-check"}, io.Discard, os.Stderr); code != 0 {
		t.Error("fresh weights do not fit their manifest")
	}
	if err := os.WriteFile(filepath.Join(two, "tag.weights"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	if code := Main([]string{"-data", data, "-out", two, "-check"}, io.Discard, &words); code != 1 || !strings.Contains(words.String(), "tag.weights") {
		t.Errorf("changed weights: exit status %d, %s", code, &words)
	}
	var table strings.Builder
	if code := Main([]string{"-data", data, "-out", one, "-score"}, &table, os.Stderr); code != 0 {
		t.Fatalf("exit status %d", code)
	}
	if !strings.Contains(table.String(), "| EWT dev | 100.00 |") {
		t.Errorf("a corpus learned by heart scores\n%s", &table)
	}
}

func TestMainRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, args := range [][]string{nil, {"-data", "x", "more"}, {"-nonsense"}} {
		if code := Main(args, io.Discard, io.Discard); code != 2 {
			t.Errorf("%q: exit status %d, want 2", args, code)
		}
	}
	if code := Main([]string{"-data", t.TempDir()}, io.Discard, io.Discard); code != 1 {
		t.Error("an empty folder of data is no failure")
	}
}

// TestOracleDrawsTheTree follows moves that cost nothing and wants the tree of
// the treebank for each of several projective trees.
func TestOracleDrawsTheTree(t *testing.T) {
	for _, heads := range [][]int32{{1, 2, 5, 4, 2, 6}, {4, 0, 1, 2, 5}, {1, 3, 1, 4}, {1}, {2, 2, 3}} {
		tr := tree{heads: heads, rels: make([]news.Rel, len(heads))}
		r := wordsOnly(len(heads))
		var st parse.State
		st.Enter(r.forms, r.gold.Tags)
		got := make([]int32, len(heads))
		for !st.Done() {
			k := cheapest(t, &tr, &st)
			if k != parse.Shift {
				child, head := st.Arc(k)
				got[child] = head
			}
			st.Do(k, news.Dep)
		}
		for i := range heads {
			if got[i] != heads[i] {
				t.Errorf("heads %v, want %v", got, heads)
				break
			}
		}
	}
}

// cheapest is the first possible move that costs nothing.
func cheapest(t *testing.T, tr *tree, st *parse.State) parse.Kind {
	t.Helper()
	cost, can := moveCosts(tr, st), st.Allowed()
	for k, c := range cost {
		if can[k] && c == 0 {
			return parse.Kind(k)
		}
	}
	t.Fatalf("every move costs: %v of %v", cost, can)
	return 0
}

func wordsOnly(n int) report {
	txt := strings.TrimSpace(strings.Repeat("word ", n))
	var s eval.LangSentence
	for range n {
		s.Words = append(s.Words, eval.LangWord{Form: "word", UPOS: "NOUN", XPOS: "NN", Space: true})
	}
	s.Text = txt
	r, err := layGold([]eval.LangSentence{s})
	if err != nil {
		panic(err)
	}
	return r
}

func TestAReportIsToldAgainWithoutCapitals(t *testing.T) {
	c, err := readCorpus(folder(t), &digest{}, "gum/train.conllu")
	if err != nil {
		t.Fatal(err)
	}
	c[0].tags = make([]news.Tag, len(c[0].gold.Tokens))
	r := gumNames(c[:1])[0]
	told := (&copyist{r: r, new: map[string][]string{}, small: true}).copy()
	if got := told.a.Doc.Text; !strings.Contains(got, " ada brenn met the envoys in mirenia.") {
		t.Errorf("told again: %q", got)
	}
	if !slices.Equal(told.gold, r.gold) {
		t.Errorf("labels %v, were %v", told.gold, r.gold)
	}
}

func TestGUMNamesAreCutOutOfTheirPhrases(t *testing.T) {
	var d digest
	c, err := readCorpus(folder(t), &d, "gum/train.conllu")
	if err != nil {
		t.Fatal(err)
	}
	got := gumNames(c[:1])[0].gold
	want := map[int]name.Label{
		0: name.LabelOf(name.PER, name.Begin), 1: name.LabelOf(name.PER, name.Last), 6: name.LabelOf(name.LOC, name.Whole),
	}
	for i, l := range got {
		if l != want[i] {
			t.Errorf("token %d has label %d, want %d", i, l, want[i])
		}
	}
	if len(d.sums()) != 1 || len(d.sums()[0].SHA256) != 64 {
		t.Errorf("digest %v", d.sums())
	}
}

func TestMeanOfOneIsItself(t *testing.T) {
	tr := learn.NewTrainer(3, 0)
	tr.Step()
	tr.Update([]uint32{5}, 1, 2)
	tr.Step()
	if a, b := tr.Averaged(0).Append(nil), learn.Mean(tr).Averaged(0).Append(nil); !bytes.Equal(a, b) {
		t.Errorf("%v and %v", a, b)
	}
}

func TestMarksStandInBrackets(t *testing.T) {
	p, err := stances.parse("The union said [accuse the firm lied] and that [demand it should pay].")
	if err != nil || p.text != "The union said the firm lied and that it should pay." || len(p.marks) != 2 {
		t.Fatalf("%+v, %v", p, err)
	}
	for i, want := range []string{"the firm lied", "it should pay"} {
		m := p.around(p.marks[i].span)
		if got := m.span.Of(p.text); got != want || m.class == 0 {
			t.Errorf("mark %d is on %q, class %d", i, got, m.class)
		}
	}
	for _, line := range []string{"He said [accuse it was late.", "He said [late it was].", "He said [accuse].", "He said [ it was]."} {
		if _, err := stances.parse(line); err == nil {
			t.Errorf("%q is read", line)
		}
	}
}
