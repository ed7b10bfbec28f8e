package eval

import (
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/internal/annotate"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// TimesOfWikiWars scores the annotator on a folder of histories with inline
// TIMEX2 tags and prints a row a document and their sum.
func TimesOfWikiWars(w io.Writer, an *annotate.Annotator, dir string, tell func(name string, txt string, g *MarkedTime, f *news.Time)) (TimesScore, error) {
	var sum TimesScore
	files, err := filepath.Glob(filepath.Join(dir, "*.key.xml"))
	if err != nil || len(files) == 0 {
		return sum, fmt.Errorf("no *.key.xml in %s", dir)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return sum, err
		}
		txt, gold := ParseTimex2(string(raw))
		a := an.Annotate(paragraphs(txt))
		name := strings.TrimSuffix(filepath.Base(file), ".key.xml")
		s := ScoreTimes(gold, a.Times, func(g *MarkedTime, f *news.Time) {
			if tell != nil {
				tell(name, txt, g, f)
			}
		})
		sum.Add(s)
		if err := s.Print(w, name); err != nil {
			return sum, err
		}
	}
	return sum, sum.Print(w, "all")
}

// ParseTimex2 takes inline TIMEX2 tags out of the TEXT of a document and gives
// the text and the outermost expressions with their values as TIMEX3 has them.
func ParseTimex2(raw string) (txt string, gold []MarkedTime) {
	if _, body, ok := strings.Cut(raw, "<TEXT>"); ok {
		raw, _, _ = strings.Cut(body, "</TEXT>")
	}
	var b strings.Builder
	depth, start, value := 0, 0, ""
	for raw != "" {
		lt := strings.IndexByte(raw, '<')
		gt := strings.IndexByte(raw[max(lt, 0):], '>')
		if lt < 0 || gt < 0 {
			b.WriteString(html.UnescapeString(raw))
			break
		}
		b.WriteString(html.UnescapeString(raw[:lt]))
		tag := raw[lt : lt+gt+1]
		raw = raw[lt+gt+1:]
		switch {
		case strings.HasPrefix(tag, "<TIMEX2"):
			if depth++; depth == 1 {
				start, value = b.Len(), timex3(tag)
			}
		case strings.HasPrefix(tag, "</TIMEX2") && depth > 0:
			if depth--; depth == 0 {
				gold = append(gold, MarkedTime{Span: text.At(start, b.Len()), Value: value})
			}
		}
	}
	txt = b.String()
	for i := range gold {
		gold[i].Span = gold[i].Span.Trim(txt)
	}
	return txt, gold
}

// timex3 is the value of a TIMEX2 tag as TIMEX3 writes it: what repeats is
// told by its period.
func timex3(tag string) string {
	v := attribute(tag, "val")
	if attribute(tag, "set") != "YES" {
		return v
	}
	switch v {
	case "XXXX-XX-XX":
		return "P1D"
	case "XXXX-WXX":
		return "P1W"
	case "XXXX-XX":
		return "P1M"
	case "XXXX":
		return "P1Y"
	}
	return v
}

func attribute(tag, name string) string {
	low := strings.ToLower(tag)
	_, rest, ok := strings.Cut(low, " "+name+"=\"")
	if !ok {
		return ""
	}
	at := len(tag) - len(rest)
	v, _, _ := strings.Cut(tag[at:], "\"")
	return v
}

// paragraphs is a Document without a day whose blocks are the lines of txt.
func paragraphs(txt string) *news.Document {
	doc := &news.Document{Source: "-", Language: "en", Text: txt, Published: news.Stamp{Basis: news.Unknown}}
	at := 0
	for _, line := range strings.SplitAfter(txt, "\n") {
		if sp := text.At(at, at+len(line)).Trim(txt); sp.Len() > 0 {
			doc.Blocks = append(doc.Blocks, news.Block{Span: sp})
		}
		at += len(line)
	}
	return doc
}
