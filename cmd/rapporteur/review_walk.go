package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"rapporteur/internal/pipeline"
	terminal "rapporteur/internal/publish/term"
	"rapporteur/internal/record"
	"rapporteur/internal/review"
	"rapporteur/internal/store"
)

type reviewWalkCmd struct {
	Decided bool `help:"Go through what is decided, too."`
	Again   bool `help:"Go through what somebody has seen, too."`
	wantedFlags
	signFlags
	storeFlag
}

func (c *reviewWalkCmd) Help() string {
	return "Keys: a accept, r reject, c correct, s seen, n or space next, b back, u undo the last, m note for the next decision, ? help, q quit. Every decision is kept at once; the record is brought up to date at the end."
}

// keys is what the walk answers to; the last line of every card names them.
const keys = "a accept  r reject  c correct  s seen  n next  b back  u undo  m note  q quit"

func (c *reviewWalkCmd) Run(d *desk) error {
	s, a, err := d.reviewer(c.storeFlag, &c.signFlags)
	if err != nil {
		return err
	}
	w, err := c.wanted(d, s)
	if err != nil {
		return err
	}
	w.Decided, w.Seen = c.Decided, c.Again
	lines, err := review.Open(d.ctx, s, w)
	if err != nil {
		return err
	}
	if len(lines) == 0 {
		d.note("nothing is left to decide")
		return nil
	}
	in := newKeyboard(d.in)
	defer in.cook()
	walk := &walk{d: d, store: s, author: a, lines: lines, in: in, known: &names{ctx: d.ctx, store: s}}
	return errors.Join(walk.run(), walk.finish())
}

// walk is a reviewer's way through a list of lines.
type walk struct {
	d      *desk
	store  store.Store
	author *review.Author
	lines  []record.Line
	at     int
	made   []record.Decision // in this walk, without those undone in it
	in     *keyboard
	known  *names
}

// run goes on until the list, the input or the reviewer's patience ends.
func (w *walk) run() error {
	for w.at < len(w.lines) {
		if err := w.card(); err != nil {
			return err
		}
		for moved := false; !moved; {
			key, err := w.in.key()
			if err == io.EOF || key == 'q' || key == 3 || key == 4 { // ctrl-c, ctrl-d
				return nil
			}
			if err != nil {
				return err
			}
			if moved, err = w.press(key); err != nil {
				return err
			}
		}
	}
	w.d.note("that was the last")
	return nil
}

// press does what a key asks; moved tells whether another card is to be shown.
func (w *walk) press(key byte) (moved bool, err error) {
	switch key {
	case 'a':
		return true, w.decide(record.ToAccept)
	case 'r':
		return true, w.decide(record.ToReject)
	case 's':
		return true, w.decide(record.ToSee)
	case 'c':
		return w.correct()
	case 'n', ' ', 'j':
		w.at++
		return true, nil
	case 'b', 'k':
		w.at = max(0, w.at-1)
		return true, nil
	case 'u':
		return w.undo()
	case 'm':
		note, err := w.ask("note: ")
		w.author.Note = note
		return false, err
	case '?':
		fmt.Fprintln(w.d.out, keys)
	}
	return false, nil
}

func (w *walk) decide(action record.Action) error {
	x, err := w.author.Decide(w.d.ctx, action, w.lines[w.at])
	if err != nil {
		return err
	}
	w.at++
	return w.keep(x)
}

// keep keeps a decision at once, so that nothing is lost whatever happens.
func (w *walk) keep(x record.Decision) error {
	w.author.Note = ""
	if _, err := w.store.PutDecisions(w.d.ctx, []record.Decision{x}); err != nil {
		return err
	}
	w.made = append(w.made, x)
	fmt.Fprintln(w.d.out, sentence(&x))
	return nil
}

// correct asks for the field and what it is. What cannot stand there is said,
// and the card stays.
func (w *walk) correct() (moved bool, err error) {
	l := w.lines[w.at]
	var fields []string
	for _, f := range record.FieldsOf(l.Kind()) {
		fields = append(fields, f.Name)
	}
	field, err := w.ask("which (" + strings.Join(fields, ", ") + "): ")
	if err != nil || field == "" {
		return false, err
	}
	field = completed(field, fields)
	value, err := w.ask(field + " is (nothing: unknown): ")
	if err != nil {
		return false, err
	}
	x, err := w.d.correction(w.store, w.author, l, field, value)
	if f := faultOf(err); err != nil && f.code == exitUsage {
		w.d.note("%v", err)
		return false, nil
	} else if err != nil {
		return false, err
	}
	w.at++
	return true, w.keep(x)
}

// completed is the one field that begins with what was typed, else that.
func completed(typed string, fields []string) string {
	found := slices.DeleteFunc(slices.Clone(fields), func(f string) bool { return !strings.HasPrefix(f, typed) })
	if len(found) == 1 {
		return found[0]
	}
	return typed
}

// undo takes back the last decision of this walk and shows its line again.
func (w *walk) undo() (moved bool, err error) {
	if len(w.made) == 0 {
		w.d.note("nothing was decided in this walk; others: rapporteur review undo")
		return false, nil
	}
	last := w.made[len(w.made)-1]
	x, err := w.author.Undo(w.d.ctx, last)
	if err != nil {
		return false, err
	}
	if err := w.keep(x); err != nil {
		return false, err
	}
	w.made = w.made[:len(w.made)-2]
	w.at = max(0, slices.IndexFunc(w.lines, func(l record.Line) bool { return l.LineID() == last.About.ID }))
	return true, nil
}

// finish brings the record up to date.
func (w *walk) finish() error {
	w.in.cook()
	bar := newProgress(w.d.streams)
	_, _, err := pipeline.Decide(context.WithoutCancel(w.d.ctx), w.store, nil, pipeline.Options{Progress: bar.show})
	bar.end()
	return err
}

// ask reads a line of words.
func (w *walk) ask(what string) (string, error) {
	fmt.Fprint(w.d.out, what)
	if !w.in.tty {
		defer fmt.Fprintln(w.d.out) // nobody typed the end of the line
	}
	return w.in.line()
}

// shownPassages is how many sentences a card has.
const shownPassages = 3

// card prints the line that the walk is at.
func (w *walk) card() error {
	l := w.lines[w.at]
	why := reasonsOf(l, w.known)
	if st, ok := l.(*record.Story); ok {
		why.says = st.Label
	}
	c := terminal.Card{Says: why.says, Head: fmt.Sprintf("%d of %d  %s %s", w.at+1, len(w.lines), l.Kind(), short(l.LineID()))}
	if b := record.BaseOf(l); b != nil {
		c.Head += fmt.Sprintf("  confidence %.2f  %s", b.Confidence, b.Rule)
	}
	if v := record.ReviewedOf(l); v != nil && v.Review != nil {
		c.Head += "  " + *v.Review
	}
	for _, e := range why.evidence[:min(shownPassages, len(why.evidence))] {
		p, err := w.passage(e)
		if err != nil {
			return err
		}
		c.Passages = append(c.Passages, p)
	}
	if n := len(why.evidence) - shownPassages; n > 0 {
		c.More = fmt.Sprintf("and %s; all of them: rapporteur explain %s", count(n, "further passage"), short(l.LineID()))
	}
	if err := errors.Join(w.known.err, c.Print(w.d.out, w.d.style())); err != nil {
		return err
	}
	if w.at == 0 && len(w.made) == 0 {
		fmt.Fprintln(w.d.out, keys)
	}
	return nil
}

// passage is a sentence with the words of the evidence apart.
func (w *walk) passage(e record.Evidence) (p terminal.Passage, err error) {
	l, err := w.store.Line(w.d.ctx, e.Report)
	if err != nil {
		return p, err
	}
	p.Words = e.Exact
	if r, ok := l.(*record.Report); ok {
		p.Where = join(", ", or(r.Outlet, dash), when(&r.Published.Time), or(r.Title, dash))
		before := r.Text[:min(len(r.Text), e.Start+len(e.Sentence))]
		if at := strings.LastIndex(before, e.Sentence); at >= 0 && at <= e.Start && e.End <= at+len(e.Sentence) {
			p.Before, p.After = e.Sentence[:e.Start-at], e.Sentence[e.End-at:]
		}
	}
	return p, nil
}

// keyboard reads single keys from a terminal, and bytes from anything else; a
// new line is no key.
type keyboard struct {
	in  *bufio.Reader
	fd  int
	raw *term.State // how the terminal was, while single keys are read
	tty bool
}

func newKeyboard(in io.Reader) *keyboard {
	k := &keyboard{in: bufio.NewReader(in)}
	if f, ok := in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		k.fd, k.tty = int(f.Fd()), true
	}
	return k
}

func (k *keyboard) key() (b byte, err error) {
	if k.tty && k.raw == nil {
		if k.raw, err = term.MakeRaw(k.fd); err != nil {
			return 0, err
		}
	}
	for b = '\n'; err == nil && (b == '\n' || b == '\r'); {
		b, err = k.in.ReadByte()
	}
	k.cook()
	return b, err
}

// line reads up to the end of a line, as the terminal edits it.
func (k *keyboard) line() (string, error) {
	k.cook()
	s, err := k.in.ReadString('\n')
	if err == io.EOF && s != "" {
		err = nil
	}
	return strings.TrimSpace(s), err
}

// cook gives the terminal back as it was.
func (k *keyboard) cook() {
	if k.raw != nil {
		term.Restore(k.fd, k.raw)
		k.raw = nil
	}
}
