package site

import (
	"net/http"
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/api"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// statementView is one statement with every sentence behind it.
type statementView struct {
	Line      record.Line     `json:"line"`
	Sort      string          `json:"-"`
	Words     string          `json:"words"`
	Facts     []fact          `json:"facts"`
	Counts    publish.Counts  `json:"counts"`
	Evidence  []passage       `json:"evidence"`
	Differs   []statementLine `json:"differs"`
	Also      []statementLine `json:"also"` // that lean on the same words
	Twin      string          `json:"-"`
	Uncertain bool            `json:"-"`
	Why       *record.Base    `json:"-"`
	State     string          `json:"review"` // accepted, rejected, corrected, seen; "" for untouched
	Panel     *panel          `json:"-"`
}

// fact is one thing known of a statement; Link is "" when it leads nowhere.
type fact struct {
	Name string `json:"name"`
	Text string `json:"text"`
	Link string `json:"link"`
}

// passage is a sentence with the words of the statement marked.
type passage struct {
	Report reportLine `json:"report"`
	Before string     `json:"before"`
	Exact  string     `json:"exact"`
	After  string     `json:"after"`
	Link   string     `json:"link"`
}

func (t *Site) statement(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	l := b.Line(record.ID(idOf(r, "id")))
	if t.moved(w, r, l) {
		return
	}
	if l == nil || (record.BaseOf(l) == nil && l.Kind() != record.KindOrigin) {
		t.missing(w, r, "statement")
		return
	}
	v := &statementView{Line: l, Sort: l.Kind(), Words: b.Words(l), Evidence: passagesOf(b, l), Differs: differing(b, l), Also: also(b, l),
		Twin: api.Prefix + api.ListOf(l.Kind()) + "/" + string(l.LineID())}
	v.State, v.Panel = stateOf(b, l), t.panelOf(b, l)
	v.Facts = factsOf(b, l)
	v.Counts = b.Counts(l)
	if base := record.BaseOf(l); base != nil {
		v.Why = base
		v.Uncertain = base.Confidence < .5 && base.Review == nil
	}
	t.show(w, r, "statement", v.Words, v)
}

// maxPassages bounds the sentences on one page.
const maxPassages = 200

func passagesOf(b *shelf.Book, l record.Line) []passage {
	out := []passage{}
	seen := map[string]bool{}
	for _, e := range shelf.Evidence(l) {
		rep, ok := b.Line(e.Report).(*record.Report)
		if !ok || !holds(rep, e) || len(out) == maxPassages {
			continue
		}
		p := passage{Report: oneLine(rep), Exact: e.Exact, Link: "/reports/" + string(rep.ID)}
		if !record.IsRejected(l) { // what is rejected is not marked
			p.Link = wordsAt(rep.ID, e.Start, e.End)
		}
		if p.Before, p.After, ok = strings.Cut(e.Sentence, e.Exact); !ok {
			p.Before, p.After = "", ""
		}
		if key := publish.MarkAnchor(e.Start, e.End) + string(rep.ID); !seen[key] {
			seen[key] = true
			out = append(out, p)
		}
	}
	return out
}

// differing lists where reports do not say the same of l.
func differing(b *shelf.Book, l record.Line) []statementLine {
	out := []statementLine{}
	for _, d := range b.Differences(l.LineID()) {
		if !record.IsRejected(d) {
			out = append(out, lineOfStatement(b, d))
		}
	}
	return out
}

// maxAlso bounds the statements that lean on the same words.
const maxAlso = 12

// also lists the other statements in the sentence that l leans on first.
func also(b *shelf.Book, l record.Line) []statementLine {
	out := []statementLine{}
	ev := shelf.Evidence(l)
	if len(ev) == 0 {
		return out
	}
	for _, o := range b.Citing(ev[0].Report) {
		if o == l || record.BaseOf(o) == nil || record.IsRejected(o) || o.Kind() == record.KindDifference || len(out) == maxAlso {
			continue
		}
		for _, e := range shelf.Evidence(o) {
			if e.Report == ev[0].Report && e.Start < ev[0].End && ev[0].Start < e.End {
				out = append(out, lineOfStatement(b, o))
				break
			}
		}
	}
	return out
}

// together groups facts of one name, in the order of the first of each.
func together(all []fact) (out [][]fact) {
	at := map[string]int{}
	for _, f := range all {
		i, met := at[f.Name]
		if !met {
			i = len(out)
			at[f.Name] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

// facts gathers what is known of a statement, empty ones left away.
type facts struct {
	book *shelf.Book
	list []fact
}

func (f *facts) add(name, text string) {
	if text != "" {
		f.list = append(f.list, fact{Name: name, Text: publish.Shorten(publish.Plain(text), 400)})
	}
}

func (f *facts) party(name string, p *record.Party) {
	if text := f.book.Name(p); text != "" {
		f.add(name, text)
		if p.Entity != nil {
			f.list[len(f.list)-1].Link = address(record.KindEntity, string(*p.Entity))
		}
	}
}

func factsOf(b *shelf.Book, l record.Line) []fact {
	f := &facts{book: b, list: []fact{}}
	switch v := l.(type) {
	case *record.Quote:
		f.party("speaker", v.Speaker)
		f.add("form", string(v.Form))
		f.add("venue", str(v.Venue))
		f.add("via", strings.Join(v.Via, ", "))
		f.party("to", v.Addressee)
		f.add("when", publish.WhenWords(v.Time))
	case *record.Position:
		f.party("holder", v.Holder)
		f.party("speaks for", v.SpeaksFor)
		f.add("stance", string(v.Stance))
		f.add("issue", v.Issue.Label)
		f.party("towards", v.Target)
		f.add("when", publish.WhenWords(v.Said))
		f.changes(v.Changes)
	case *record.Event:
		f.event(v)
	case *record.Figure:
		f.party("according to", v.SaidBy)
		f.add("when", publish.WhenWords(v.Time))
	case *record.Difference:
		f.add("kind", publish.DiffMeaning(v.DiffKind))
		if about := b.Line(v.About.ID); about != nil {
			f.add("about", b.Words(about))
			if n := len(f.list); n > 0 && f.list[n-1].Name == "about" {
				f.list[n-1].Link = address(v.About.Type, string(v.About.ID))
			}
		}
	case *record.Origin:
		f.add("kind", v.OriKind)
	}
	return f.list
}

func (f *facts) event(v *record.Event) {
	f.add("status", str(v.Status))
	f.add("when", publish.WhenWords(v.Time))
	if v.Time != nil {
		f.add("in the report's words", str(v.Time.Phrase))
	}
	f.party("where", v.Place)
	for i := range v.Participants {
		role := string(v.Participants[i].Role)
		if role == "" {
			role = "takes part"
		}
		f.party(role, &v.Participants[i].Party)
	}
}

func (f *facts) changes(id *record.ID) {
	if id == nil {
		return
	}
	if l := f.book.Line(*id); l != nil {
		f.add("before", f.book.Words(l))
		f.list[len(f.list)-1].Link = address(l.Kind(), string(*id))
	}
}
