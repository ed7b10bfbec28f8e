package site

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// panel is what a reviewer may do about one line, and what was done.
type panel struct {
	ID      record.ID
	Sort    string
	State   string // accepted, rejected, corrected, seen; "" for untouched
	May     map[string]bool
	History []entry
	Fields  []field
	Others  []statementLine // it may be one with
	Parts   []part          // that may leave it
}

// entry is one decision as a page tells it.
type entry struct {
	ID     record.ID `json:"id"`
	What   string    `json:"what"` // "rejected", "corrected speaker to Mari Kask"
	About  string    `json:"about"`
	Link   string    `json:"link"`
	By     string    `json:"by"`
	When   string    `json:"when"`
	Note   string    `json:"note"`
	Undone bool      `json:"undone"`
	Undo   bool      `json:"-"` // it takes another back
}

// field is a field that may be corrected, with what it holds now.
type field struct {
	record.Field
	Now string
}

// part is a passage, a name or a report of a line.
type part struct{ Value, Text string }

// maxOthers bounds the lines that are offered for a merge.
const maxOthers = 8

// panelOf is nil where nothing can be decided.
func (t *Site) panelOf(b *shelf.Book, l record.Line) *panel {
	if t.opt.Desk == nil || record.Allowed(l.Kind()) == nil {
		return nil
	}
	p := &panel{ID: l.LineID(), Sort: l.Kind(), State: stateOf(b, l), May: map[string]bool{}}
	for _, a := range record.Allowed(l.Kind()) {
		p.May[string(a)] = true
	}
	for _, e := range b.Ledger.Of(l) {
		p.History = append(p.History, told(b, e))
	}
	for _, f := range record.FieldsOf(l.Kind()) {
		p.Fields = append(p.Fields, field{f, contents(b, l, f.Name)})
	}
	if p.May["merge"] {
		p.Others = likely(b, l)
	}
	if p.May["split"] {
		p.Parts = partsOf(b, l)
	}
	return p
}

// stateOf is the word for what is decided of a line.
func stateOf(b *shelf.Book, l record.Line) string {
	if w := b.Ledger.Review(l); w != nil {
		return *w
	}
	if b.Ledger.Seen(l) {
		return "seen"
	}
	return ""
}

// done words what a decision did.
var done = map[record.Action]string{record.ToAccept: "accepted", record.ToReject: "rejected", record.ToCorrect: "corrected", record.ToSee: "seen",
	record.ToMerge: "merged", record.ToSplit: "split", record.ToUndo: "taken back"}

func told(b *shelf.Book, e shelf.Entry) entry {
	v := entry{ID: e.ID, What: done[e.Action], About: e.About.Says, By: e.By, When: moment(e.At), Note: e.Note, Undone: e.Undone != "", Undo: e.Action == record.ToUndo}
	switch {
	case e.Action == record.ToCorrect && e.Value == nil:
		v.What += " " + e.Field + " to unknown"
	case e.Action == record.ToCorrect:
		v.What += " " + e.Field + " to " + *e.Value
	case e.Action == record.ToMerge:
		for i, w := range e.With {
			v.What += cmp.Or(map[bool]string{true: " with ", false: ", "}[i == 0]) + w.Says
		}
	case e.Action == record.ToSplit && e.Part != nil:
		v.What += ": " + strings.Join(e.Part.Names, ", ")
	}
	if e.About.Type != record.KindDecision && b.Line(e.About.ID) != nil {
		v.Link = address(e.About.Type, string(e.About.ID))
	}
	return v
}

func moment(at string) string {
	when, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return ""
	}
	return when.Format("Mon 2 Jan 2006, 15:04 UTC")
}

// contents is what a field of a line holds, as it would be typed.
func contents(b *shelf.Book, l record.Line, name string) string {
	party := func(p *record.Party) string { return b.Name(p) }
	at := func(t *record.Time) string {
		if t == nil {
			return ""
		}
		return str(t.Value)
	}
	switch v := l.(type) {
	case *record.Quote:
		return map[string]string{"speaker": party(v.Speaker), "addressee": party(v.Addressee), "time": at(v.Time), "form": string(v.Form)}[name]
	case *record.Position:
		return map[string]string{"holder": party(v.Holder), "stance": string(v.Stance), "target": party(v.Target), "said": at(v.Said)}[name]
	case *record.Event:
		return map[string]string{"status": str(v.Status), "time": at(v.Time), "place": party(v.Place), "label": v.Label, "class": v.Class, "mode": str(v.Mode)}[name]
	case *record.Figure:
		number := ""
		if v.Value != nil {
			number = strconv.FormatFloat(*v.Value, 'f', -1, 64)
		}
		return map[string]string{"value": number, "unit": str(v.Unit), "of": str(v.Of), "said_by": party(v.SaidBy), "time": at(v.Time), "bound": str(v.Bound)}[name]
	case *record.Difference:
		return v.DiffKind
	case *record.Entity:
		return map[string]string{"kind": string(v.EntKind), "name": v.Name, "wikidata": str(v.Wikidata)}[name]
	case *record.Story:
		return v.Label
	}
	return ""
}

// likely offers lines of the same kind that may be one with l: of the same
// reports' story and about the same; entities that share a word of their name.
func likely(b *shelf.Book, l record.Line) (out []statementLine) {
	f := store.Filter{Types: []string{l.Kind()}}
	ev := shelf.Evidence(l)
	if record.BaseOf(l) != nil && len(ev) > 0 {
		if r, ok := b.Line(ev[0].Report).(*record.Report); ok && r.Story != nil {
			f.Story = *r.Story
		}
	}
	for o := range b.Select(f).Lines(0) {
		if o.LineID() != l.LineID() && !record.IsRejected(o) && alike(b, l, o) {
			out = append(out, lineOfStatement(b, o))
			if len(out) == maxOthers {
				break
			}
		}
	}
	return out
}

// alike says whether two lines of a kind may be one thing.
func alike(b *shelf.Book, l, o record.Line) bool {
	switch v := l.(type) {
	case *record.Quote:
		return sameName(b.Name(v.Speaker), b.Name(o.(*record.Quote).Speaker))
	case *record.Position:
		return sameName(b.Name(v.Holder), b.Name(o.(*record.Position).Holder))
	case *record.Event:
		return v.Class == o.(*record.Event).Class
	case *record.Figure:
		return sameName(str(v.Of), str(o.(*record.Figure).Of))
	case *record.Entity:
		x := o.(*record.Entity)
		return v.EntKind == x.EntKind && sameName(v.Name, x.Name)
	case *record.Story:
		return true
	}
	return false
}

// sameName says whether two names share a word of some length.
func sameName(a, b string) bool {
	words := strings.Fields(strings.ToLower(b))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(a)), func(w string) bool { return len(w) > 3 && slices.Contains(words, w) })
}

// maxParts bounds what is offered for a split.
const maxParts = 40

// partsOf lists what may leave a line: passages of a statement, names of an
// entity, reports of a story.
func partsOf(b *shelf.Book, l record.Line) (out []part) {
	switch v := l.(type) {
	case *record.Entity:
		for _, x := range v.Variants {
			if publish.Plain(x.Text) == x.Text { // a form could not say the others
				out = append(out, part{"name:" + x.Text, x.Text})
			}
		}
		for _, id := range v.Reports {
			out = append(out, reportPart(b, id)...)
		}
	case *record.Story:
		for _, id := range v.Reports {
			out = append(out, reportPart(b, id)...)
		}
	default:
		for _, e := range shelf.Evidence(l) {
			name := ""
			if r, ok := b.Line(e.Report).(*record.Report); ok {
				name = publish.ReportName(r) + ": "
			}
			p := part{string(e.Report) + ":" + strconv.Itoa(e.Start) + "-" + strconv.Itoa(e.End), name + e.Exact}
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out[:min(len(out), maxParts)]
}

func reportPart(b *shelf.Book, id record.ID) []part {
	r, ok := b.Line(id).(*record.Report)
	if !ok {
		return nil
	}
	return []part{{"report:" + string(id), publish.ReportName(r) + ": " + b.Words(r)}}
}

// decide takes a form.
func (t *Site) decide(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		t.refuse(w, r, bodyProblem(err))
		return
	}
	if !t.ours(r.PostForm.Get("csrf")) {
		t.refuse(w, r, forged)
		return
	}
	wishes, err := t.wishes(r)
	var taken []record.Decision
	if err == nil {
		taken, err = t.opt.Desk.Take(r.Context(), t.shelf, wishes)
	}
	if err != nil {
		t.refuse(w, r, problemFor(err))
		return
	}
	http.Redirect(w, r, after(r.PostForm.Get("back"), taken), http.StatusSeeOther)
}

// wishes reads a form: one action about one line or many.
func (t *Site) wishes(r *http.Request) (out []shelf.Wish, err error) {
	q := r.PostForm
	action, what, _ := strings.Cut(q.Get("action"), ":")
	base := shelf.Wish{Action: action, By: cmp.Or(strings.TrimSpace(q.Get("by")), t.reviewer(r)), Note: strings.TrimSpace(q.Get("note"))}
	about := q["about"]
	switch action {
	case "undo":
		about = strings.Split(what, ",")
	case "correct":
		base.Field = what
		if v := strings.TrimSpace(q.Get("value." + what)); v != "" && q.Get("unknown."+what) == "" {
			base.Value = &v
		}
	case "merge":
		base.With = q["with"]
		if len(strings.Join(base.With, "")) == 0 {
			return nil, &shelf.Wrong{Param: "with", Why: "mark or name what is the same"}
		}
	case "split":
		if base.Part, err = anchor(q["part"]); err != nil {
			return nil, err
		}
	}
	if q.Get("scope") == "all" {
		about = q["all"]
	}
	if len(about) == 0 {
		return nil, &shelf.Wrong{Param: "about", Why: "nothing is marked"}
	}
	for _, id := range about {
		one := base
		one.About = id
		out = append(out, one)
	}
	return out, nil
}

// anchor reads the parts that were marked: name:X, report:ID, ID:start-end.
func anchor(parts []string) (*record.Anchor, error) {
	a := &record.Anchor{}
	for _, p := range parts {
		kind, rest, ok := strings.Cut(p, ":")
		from, to, isSpan := strings.Cut(rest, "-")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		switch {
		case ok && kind == "name":
			a.Names = append(a.Names, rest)
		case ok && kind == "report":
			a.Passages = append(a.Passages, record.Passage{Report: record.ID(rest)})
		case ok && isSpan && err1 == nil && err2 == nil:
			a.Passages = append(a.Passages, record.Passage{Report: record.ID(kind), Start: start, End: end})
		default:
			return nil, &shelf.Wrong{Param: "part", Why: "it is no part of a line"}
		}
	}
	if len(a.Names)+len(a.Passages) == 0 {
		return nil, &shelf.Wrong{Param: "part", Why: "mark what is another thing"}
	}
	return a, nil
}

// maxDone bounds the decisions that the next page tells of.
const maxDone = 50

// after is where a reviewer goes on: the page that the form was on, which tells
// what was done.
func after(back string, taken []record.Decision) string {
	u, err := url.Parse(back)
	if err != nil || u.Host != "" || u.Scheme != "" || u.User != nil || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.ContainsAny(back, "\\\r\n\t") {
		u = &url.URL{Path: "/decisions"}
	}
	var ids []string
	for _, d := range taken[:min(len(taken), maxDone)] {
		ids = append(ids, string(d.ID))
	}
	q := u.Query()
	q.Set("done", strings.Join(ids, "."))
	u.RawQuery = q.Encode()
	return u.String()
}
