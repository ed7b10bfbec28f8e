package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// re3dFolders are the parts of re3d, below ner/re3d.
var re3dFolders = []string{"centcom", "uk-government", "us-state-department", "wikipedia"}

// readRe3d reads the releases of re3d with the names among their entities,
// cut and tagged anew.
func readRe3d(data string, d *digest, t *tag.Tagger) (out []named, err error) {
	for _, folder := range re3dFolders {
		dir := filepath.Join("ner/re3d", folder)
		texts, order := map[string]string{}, []string(nil)
		err = eachJSON(data, d, filepath.Join(dir, "documents.json"), func(doc struct{ ID, Text string }) {
			texts[doc.ID] = doc.Text
			order = append(order, doc.ID)
		})
		if err != nil {
			return nil, err
		}
		names := map[string][]found{}
		err = eachJSON(data, d, filepath.Join(dir, "entities.json"), func(e re3dEntity) {
			if f, ok := e.name(texts[e.DocumentID]); ok {
				names[e.DocumentID] = append(names[e.DocumentID], f)
			}
		})
		if err != nil {
			return nil, err
		}
		for _, id := range order {
			out = append(out, re3dReport(texts[id], names[id], t))
		}
	}
	return out, nil
}

// eachJSON calls use with every line of a file of JSON lines.
func eachJSON[T any](data string, d *digest, file string, use func(T)) error {
	f, err := os.Open(filepath.Join(data, file))
	if err != nil {
		return fmt.Errorf("open names: %w", err)
	}
	defer f.Close()
	sc := bufio.NewScanner(d.tee(file, f))
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	for n := 1; sc.Scan(); n++ {
		var v T
		if err := json.Unmarshal([]byte(strings.ReplaceAll(sc.Text(), `"_id"`, `"id"`)), &v); err != nil {
			return fmt.Errorf("%s: line %d: %w", file, n, err)
		}
		use(v)
	}
	return sc.Err()
}

// re3dEntity is one entity; begin and end count characters.
type re3dEntity struct {
	Begin, End int
	Type       string
	Value      string
	DocumentID string
}

// name is the entity as a name: without its article, and only if its words
// begin with capitals. What the lexicon knows as a state is a place.
func (e re3dEntity) name(txt string) (found, bool) {
	classes := map[string]name.Class{"Person": name.PER, "Organisation": name.ORG, "Location": name.LOC}
	c, ok := classes[e.Type]
	start, end := byteAt(txt, e.Begin), byteAt(txt, e.End)
	if !ok || start < 0 || end < 0 || txt[start:end] != e.Value {
		return found{}, false
	}
	for _, article := range []string{"the ", "The "} {
		if strings.HasPrefix(txt[start:end], article) {
			start += len(article)
		}
	}
	words := strings.Fields(txt[start:end])
	if len(words) == 0 || !capital(words[0]) || !capital(words[len(words)-1]) {
		return found{}, false
	}
	if known := lex.Default().Lookup(txt[start:end]); known != nil && known.Class == lex.State {
		c = name.LOC
	}
	return found{text.At(start, end), c}, true
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// byteAt is the byte offset of character n of s, -1 past its end.
func byteAt(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	if n == 0 {
		return len(s)
	}
	return -1
}

// re3dReport makes a report of paragraphs; of overlapping names the longest.
func re3dReport(txt string, names []found, t *tag.Tagger) named {
	slices.SortFunc(names, func(a, b found) int {
		if a.span.Start != b.span.Start {
			return int(a.span.Start - b.span.Start)
		}
		return b.span.Len() - a.span.Len()
	})
	var apart []found
	for _, n := range names {
		if len(apart) == 0 || n.span.Start >= apart[len(apart)-1].span.End {
			apart = append(apart, n)
		}
	}
	doc := &news.Document{Text: txt, Language: "en"}
	start := 0
	for start < len(txt) {
		n := strings.IndexByte(txt[start:], '\n')
		if n < 0 {
			n = len(txt) - start
		}
		if n > 0 {
			doc.Blocks = append(doc.Blocks, news.Block{Span: text.At(start, start+n)})
		}
		start += n + 1
	}
	return readNamed(doc, apart, t)
}
