package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// LangWord is one syntactic word of a treebank, as its CoNLL-U row has it.
type LangWord struct {
	Form, Lemma, UPOS, XPOS, Feats, Rel, Misc string

	Head  int  // 1-based in the sentence, 0 for the root
	Glued bool // a later word of a multiword token
	Space bool // white space follows
}

// LangSentence is one sentence of a treebank.
type LangSentence struct {
	ID, Text       string
	NewDoc, NewPar bool
	Doc            string // the id of its document
	Words          []LangWord
}

// ReadCoNLLU reads a treebank. Empty nodes ("8.1") are left out. It fails on
// rows that are no CoNLL-U, naming the line.
func ReadCoNLLU(r io.Reader) ([]LangSentence, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<22)
	rd := conlluReader{}
	for n := 1; sc.Scan(); n++ {
		if err := rd.line(sc.Text()); err != nil {
			return nil, fmt.Errorf("read CoNLL-U: line %d: %w", n, err)
		}
	}
	rd.flush()
	return rd.out, sc.Err()
}

type conlluReader struct {
	out                   []LangSentence
	cur                   LangSentence
	doc                   string
	groupFirst, groupLast int  // the multiword token being read
	groupSpace            bool // white space follows it
}

func (rd *conlluReader) line(l string) error {
	switch {
	case l == "":
		rd.flush()
		return nil
	case l[0] == '#':
		rd.comment(l)
		return nil
	}
	c := strings.Split(l, "\t")
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	if a, b, ok := strings.Cut(c[0], "-"); ok {
		return rd.group(a, b, c[9])
	}
	return rd.word(c)
}

func (rd *conlluReader) comment(l string) {
	switch {
	case strings.HasPrefix(l, "# newdoc"):
		rd.cur.NewDoc = true
		_, rd.doc, _ = strings.Cut(l, " = ")
	case strings.HasPrefix(l, "# newpar") && !strings.HasPrefix(l, "# newpar_block"):
		rd.cur.NewPar = true
	case strings.HasPrefix(l, "# text = "):
		rd.cur.Text = l[len("# text = "):]
	case strings.HasPrefix(l, "# sent_id = "):
		rd.cur.ID = l[len("# sent_id = "):]
	}
}

func (rd *conlluReader) group(a, b, misc string) (err error) {
	if rd.groupFirst, err = strconv.Atoi(a); err != nil {
		return err
	}
	rd.groupLast, err = strconv.Atoi(b)
	rd.groupSpace = !strings.Contains(misc, "SpaceAfter=No")
	return err
}

func (rd *conlluReader) word(c []string) error {
	id, err := strconv.Atoi(c[0])
	if err != nil {
		return err
	}
	w := LangWord{Form: c[1], Lemma: c[2], UPOS: c[3], XPOS: c[4], Feats: c[5], Rel: c[7], Misc: c[9]}
	if w.Head, err = strconv.Atoi(c[6]); err != nil && c[6] != "_" {
		return err
	}
	w.Space = !strings.Contains(c[9], "SpaceAfter=No")
	if id >= rd.groupFirst && id <= rd.groupLast {
		w.Glued = id > rd.groupFirst
		w.Space = id == rd.groupLast && rd.groupSpace
	}
	rd.cur.Words = append(rd.cur.Words, w)
	return nil
}

func (rd *conlluReader) flush() {
	if len(rd.cur.Words) > 0 {
		rd.cur.Doc = rd.doc
		rd.out = append(rd.out, rd.cur)
	}
	rd.cur, rd.groupFirst, rd.groupLast = LangSentence{}, 0, 0
}

// WriteCoNLLU writes the analysis of one report: "# text" over each sentence,
// names in MISC as Name=B-PER. Layers that did not run are "_".
func WriteCoNLLU(w io.Writer, a *news.Analysis) error {
	out := bufio.NewWriter(w)
	names := nameColumn(a)
	block := int32(-1)
	for i, s := range a.Sentences {
		if i == 0 {
			fmt.Fprintf(out, "# newdoc id = %s\n", strings.ReplaceAll(a.Doc.Source, "\n", " "))
		}
		if s.Block != block {
			fmt.Fprintf(out, "# newpar\n")
			block = s.Block
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(s.Span.Of(a.Doc.Text)))
		writeRows(out, a, s, names)
		out.WriteByte('\n')
	}
	return out.Flush()
}

func writeRows(out *bufio.Writer, a *news.Analysis, s news.Sentence, names []string) {
	for id := s.First; id <= s.Last; id++ {
		n := int(id - s.First + 1)
		end := id
		for end < s.Last && a.Tokens[end].Glued {
			end++
		}
		if end > id && !a.Tokens[id-1].Glued {
			whole := a.Tokens[id-1].Span.Cover(a.Tokens[end-1].Span)
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", n, n+int(end-id), oneWord(whole.Of(a.Doc.Text)), spaceAfter(a, end))
		}
		misc := "_"
		if end == id && !a.Tokens[id-1].Glued {
			misc = spaceAfter(a, id)
		}
		if names[id-1] != "" {
			misc = strings.TrimPrefix(misc+"|", "_|") + "Name=" + names[id-1]
		}
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\n", n, oneWord(a.Word(id)), rowTags(a, s, id), misc)
	}
}

// rowTags is columns three to nine of the row of token id.
func rowTags(a *news.Analysis, s news.Sentence, id news.TokenID) string {
	lemma, upos, xpos, feats, head, rel := "_", "_", "_", "_", "_", "_"
	if a.Done&news.Tags != 0 {
		t := a.Tags[id-1]
		lemma, upos, xpos, feats = oneWord(t.Lemma), t.UPOS.String(), t.XPOS.String(), featColumn(t.Feats)
	}
	if a.Done&news.Arcs != 0 {
		arc := a.Arcs[id-1]
		rel, head = arc.Rel.String(), "0"
		if arc.Head != 0 {
			head = strconv.Itoa(int(arc.Head - s.First + 1))
		}
	}
	return strings.Join([]string{lemma, upos, xpos, feats, head, rel, "_"}, "\t")
}

func spaceAfter(a *news.Analysis, id news.TokenID) string {
	if int(id) < len(a.Tokens) && a.Tokens[id-1].Span.End == a.Tokens[id].Span.Start {
		return "SpaceAfter=No"
	}
	return "_"
}

// featColumn lists the features of f by name, in the order of the alphabet.
func featColumn(f news.Feats) string {
	var names []string
	for i, n := range news.FeatNames {
		if f&(1<<i) != 0 {
			at := len(names)
			for at > 0 && strings.ToLower(names[at-1]) > strings.ToLower(n) {
				at--
			}
			names = append(names[:at], append([]string{n}, names[at:]...)...)
		}
	}
	if names == nil {
		return "_"
	}
	return strings.Join(names, "|")
}

// nameColumn gives each token its place in a name: "B-PER", "I-PER" or "".
func nameColumn(a *news.Analysis) []string {
	out := make([]string, len(a.Tokens))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		label := NameLabel(m)
		if label == "" {
			continue
		}
		for id := m.First; id <= m.Last; id++ {
			out[id-1] = "I-" + label
		}
		out[m.First-1] = "B-" + label
	}
	return out
}

// NameLabel is the class that the treebanks give to the name m: PER, ORG, LOC,
// or "" for what they do not count as a name.
func NameLabel(m *news.Mention) string {
	if m.Form != news.Name && m.Form != news.Headless {
		return ""
	}
	switch m.Kind {
	case news.Person:
		return "PER"
	case news.Organization, news.Group:
		return "ORG"
	case news.State, news.Place:
		return "LOC"
	}
	return ""
}

// oneLine and oneWord keep a text inside its CoNLL-U line and column.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func oneWord(s string) string {
	if s == "" {
		return "_"
	}
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
}

// LangDocument makes the raw report that sents are the reading of: paragraphs
// apart by an empty line, sentences by a space where the treebank has one.
func LangDocument(sents []LangSentence) *news.Document {
	var b strings.Builder
	doc := &news.Document{Source: sents[0].Doc, Language: "en"}
	start := 0
	closeBlock := func() {
		doc.Blocks = append(doc.Blocks, news.Block{Span: text.At(start, b.Len())})
	}
	for i, s := range sents {
		if i > 0 && (s.NewDoc || s.NewPar) {
			closeBlock()
			b.WriteString("\n\n")
			start = b.Len()
		} else if i > 0 && lastWord(sents[i-1]).Space {
			b.WriteByte(' ')
		}
		b.WriteString(s.Text)
	}
	closeBlock()
	doc.Text = b.String()
	return doc
}

func lastWord(s LangSentence) LangWord { return s.Words[len(s.Words)-1] }

// SplitDocs cuts a treebank into its documents.
func SplitDocs(sents []LangSentence) (docs [][]LangSentence) {
	first := 0
	for i := 1; i <= len(sents); i++ {
		if i == len(sents) || sents[i].NewDoc {
			docs = append(docs, sents[first:i])
			first = i
		}
	}
	return docs
}
