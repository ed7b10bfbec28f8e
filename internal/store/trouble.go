package store

import (
	"fmt"
)

// Kind says what is the matter with a store.
type Kind string

// Kinds of trouble; each asks for something else from the user.
const (
	Missing Kind = "missing" // there is no such store
	Foreign Kind = "foreign" // the file is something else
	Newer   Kind = "newer"   // written by a later version of the program
	Damaged Kind = "damaged" // cannot be read back
	Locked  Kind = "locked"  // another program holds it
	Full    Kind = "full"    // no room left on the disk
	Denied  Kind = "denied"  // may not be opened or written
	Broken  Kind = "broken"  // anything else
)

// Trouble is what is the matter with the file behind a store.
type Trouble struct {
	Path string
	Kind Kind
	Err  error // the cause; may be nil
}

// Error is one line that names the file and what is the matter with it.
func (t *Trouble) Error() string {
	s := fmt.Sprintf("%s: %s", t.Path, troubles[t.Kind].what)
	if t.Err != nil && (t.Kind == Broken || t.Kind == Denied || t.Kind == Damaged) {
		s += fmt.Sprintf(" (%v)", t.Err)
	}
	return s
}

// Hint is what to do about it.
func (t *Trouble) Hint() string { return troubles[t.Kind].hint }

// Unwrap is the cause.
func (t *Trouble) Unwrap() error { return t.Err }

var troubles = map[Kind]struct{ what, hint string }{
	Missing: {"there is no store here yet", "read reports into it first: rapporteur read PATH..."},
	Foreign: {"this file is not a store of Rapporteur; it is left as it is", "name another file with --db"},
	Newer:   {"this store was written by a later version of Rapporteur", "use that version, or name another file with --db"},
	Damaged: {"the store is damaged", "move the file away and read the reports again, or restore a copy of it"},
	Locked:  {"the store is in use by another program", "wait until it is done, or end it, and try again"},
	Full:    {"there is no room left on the disk; what was kept before stays whole", "free some room and run the same command again: it goes on where it stopped"},
	Denied:  {"the store cannot be opened or written", "check who may write the file and its folder, or name another file with --db"},
	Broken:  {"the store failed", "run: rapporteur doctor"},
}
