package name

import (
	_ "embed"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

//go:embed usage.txt
var usageText string

// usage are the lists of usage.txt, by the lower-case form of a word.
var usage = func() map[string]map[uint64]bool {
	lists, name := map[string]map[uint64]bool{}, ""
	for line := range strings.Lines(usageText) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "[") {
			name = strings.Trim(line, "[]")
			lists[name] = map[uint64]bool{}
			continue
		}
		for _, w := range strings.Fields(line) {
			lists[name][lex.FormOf(w).Lower] = true
		}
	}
	return lists
}()

var (
	settlements, schools, shared = usage["settlements"], usage["schools"], usage["shared"]
	visits, cuts, parts          = usage["visits"], usage["cuts"], usage["parts"]
	whence, employees, civic     = usage["whence"], usage["employees"], usage["civic"]
	firms, bodies, sites, near   = usage["firms"], usage["bodies"], usage["sites"], usage["near"]
	trades, hearing              = usage["trades"], usage["hearing"]
	media, outlets               = usage["media"], usage["outlets"]
	landforms, articled, saying  = usage["landforms"], usage["articled"], usage["saying"]
)

// mend brings the names of the report in line with how names are used:
//
//	"the South Korean" + "Foreign Ministry"   the people is part of the name of a body
//	"China's" + "Foreign Ministry"            so is the state, where each has one
//	"Orn" + "Metropolitan Police Office"      the town is part of the name of its body
//	"the village of" + "Orn Brenn"            is a place
//	"in Northern" + "Brennia"                 is one, for the capital
//	"according to" + "Orn Brenn"              is a person
//	"Institute of Law of Orn University"      is two
//	"Minister of" + "Defence Ada Brenn"       is Ada Brenn
//	"Jean" - "Paul Orn"                       is one
//	"Sable Pact Office" (SPO)                 SPO is one too, here and elsewhere
//	"Orn" & "Brenn"                           is one firm
//	"the security firm" + "Ornlux"            is one
//	"in Brenn Park"                           is a place
//	"told The" + "Harbourman"                 is a paper
func (w *Window) mend() {
	for _, s := range w.a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		w.partners(first, last)
		w.spelledOut(first, last)
		w.described(first, last)
		for i := first; i < last; i++ {
			if w.Labels[i] == Outside {
				w.unlabelled(i, first, last)
			}
			if w.Labels[i] == Outside {
				continue
			}
			end := i + 1
			for end < last && w.Labels[end-1].open() {
				end++
			}
			w.agree(i, end, first, last)
			end = w.cut(i, end)
			i, end = w.composed(i, end, first, last)
			switch w.Labels[i].class() {
			case ORG:
				end = w.grown(i, end, last)
				w.abbreviated(i, end, last)
				w.whose(w.apart(w.ofTown(i, end, first), end), end, first)
			case PER:
				if !w.employer(i, end, first) && !w.sited(i, end, first) {
					end = w.person(i, end, first, last)
				}
			case LOC:
				if w.bodily(i, end) {
					break
				}
				w.twinned(i, end, first)
				if i-1 > first && w.Labels[i-1] == Outside && w.forms[i-1].Marks&lex.Title != 0 && parts[w.forms[i-1].Lower] {
					w.name(i-1, end, LOC)
				}
				w.place(i, end, first, last)
				w.employs(i, end, first)
			}
			i = end - 1
		}
	}
	w.spread()
}

// employs makes an organization of what was taken for a place, is in no list, and
// has somebody working for it: "an analyst at [Orn Research]", "Analyst Ada Brenn
// of [Orn Research]".
func (w *Window) employs(i, end, first int) {
	k := i - 2
	if k < first || end < i+2 {
		return
	}
	for t := i; t < end; t++ {
		if f := &w.facts[t]; f.kinds&placeKinds != 0 || f.class != lex.None {
			return
		}
	}
	switch w.word(i - 1) {
	case "of", "at", "with", "for":
	default:
		return
	}
	for k > first && w.Labels[k] != Outside && w.Labels[k].class() == PER {
		k--
	}
	if w.Labels[k] == Outside && employees[w.forms[k].Lower] {
		w.name(i, end, ORG)
	}
}

// unlabelled makes a name of token i, which is in none: a station by its call
// sign, a firm behind a noun that says so, a place that is visited.
func (w *Window) unlabelled(i, first, last int) {
	switch {
	case w.station(i):
	case w.forms[i].Marks&lex.Title != 0 && w.capital(i) && w.employer(i, max(i+1, w.runTo(i, last)), first):
	default:
		w.visited(i, first)
	}
}

// visited makes a place of a proper noun in no name that is visited.
func (w *Window) visited(i, first int) {
	if i > first && w.forms[i].Marks&lex.Title != 0 && w.a.Tags[i].UPOS == news.PROPN && visits[w.forms[i-1].Lower] && !w.known(i, i+1) {
		w.Labels[i] = LabelOf(LOC, Whole)
	}
}

// cut ends the name of an organization at tokens i up to end before a word that
// no such name goes over, "Orn Line" + "off Brennia", and returns its end; what
// is behind is a place.
func (w *Window) cut(i, end int) int {
	for k := i + 1; k < end-1; k++ {
		if w.Labels[i].class() == ORG && cuts[w.forms[k].Lower] && w.forms[k].Marks&lex.Small != 0 {
			w.name(i, k, ORG)
			w.Labels[k] = Outside
			w.name(k+1, end, LOC)
			return k
		}
	}
	return end
}

// agree makes the name at tokens i up to end, for which nothing but its label
// speaks, what the names on both sides of it in a list are, and a place of what
// opens a sentence in capitals with a place behind a comma: "ORN, Brennia", and
// of what goes on with a list of places: "from Brennia, Orn and Tolt".
func (w *Window) agree(i, end, first, last int) {
	if end+1 >= last || w.known(i, end) {
		return
	}
	behind := w.Labels[end+1]
	switch {
	case behind == Outside:
	case i == first && w.forms[i].Marks&lex.Upper != 0 && w.word(end) == "," && behind.class() == LOC:
		w.name(i, end, LOC)
	case i-2 >= first && w.word(i-1) == "," && w.Labels[i-2] != Outside && w.Labels[i-2].class() == behind.class() && w.listed(end):
		w.name(i, end, behind.class())
	case w.fromPlaces(i, first) && end == i+1 && w.a.Tags[end].UPOS == news.CCONJ && behind.place() == Whole && !w.known(end+1, end+2):
		w.name(i, end, LOC)
		w.name(end+1, end+2, LOC)
	}
}

// fromPlaces reports whether token i goes on with a list that begins with a
// place, of one word, which something is from or in.
func (w *Window) fromPlaces(i, first int) bool {
	return i-3 >= first && w.word(i-1) == "," && w.Labels[i-2] == LabelOf(LOC, Whole) && whence[w.forms[i-3].Lower]
}

// listed reports whether token i goes on with a list.
func (w *Window) listed(i int) bool {
	return w.word(i) == "," || w.a.Tags[i].UPOS == news.CCONJ
}

// known reports whether anything but their labels speaks for what tokens i up
// to end name.
func (w *Window) known(i, end int) bool {
	for k := i; k < end; k++ {
		if f := &w.facts[k]; f.kinds != 0 || f.class != lex.None || f.given || f.hint&^(smallHint|hintCommon) != 0 {
			return true
		}
	}
	return false
}

// person mends the name of a person at tokens i up to end of the sentence of
// tokens first up to last, and returns its end.
func (w *Window) person(i, end, first, last int) int {
	switch {
	case i-2 >= first && settlements[w.forms[i-2].Lower] && w.a.Tags[i-1].UPOS == news.ADP && w.word(i-1) == "of":
		w.name(i, end, LOC)
	case i-2 >= first && end-i > 2 && w.facts[i-2].office && w.word(i-1) == "of" && !w.facts[i].given && w.facts[i].hint&(hintGiven|hintFamily) == 0:
		w.Labels[i] = Outside
		w.name(i+1, end, PER)
	default:
		if more := w.doubled(end, last); more > end {
			end = more
			w.name(i, end, PER)
		}
	}
	return end
}

// place mends the name of a place at tokens i up to end that nothing but its
// label speaks for: what something is according to is a person, and what stands
// before "town of" with the ending of a people is one.
func (w *Window) place(i, end, first, last int) {
	for k := i; k < end; k++ {
		if f := &w.facts[k]; f.kinds != 0 || f.class != lex.None || f.hint&(hintSite|hintPlace) != 0 {
			return
		}
	}
	switch {
	case i-2 >= first && end-i == 2 && w.word(i-1) == "to" && w.forms[i-2].Lower == according:
		w.name(i, end, PER)
	case end+1 < last && end-i == 1 && settlements[w.forms[end].Lower] && w.word(end+1) == "of" && peopleEnding(w.word(i)):
		w.Labels[i] = Outside
	}
}

// peopleEnding reports whether word ends as names of peoples do.
func peopleEnding(word string) bool {
	for _, e := range [...]string{"i", "an", "ese", "ish"} {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

var according = lex.FormOf("according").Lower

// doubled is where the name of a person that ends before token end goes on to
// over a hyphen that ties it to a proper noun in no name, or to another person.
func (w *Window) doubled(end, last int) int {
	if end+1 >= last || w.word(end) != "-" || w.Labels[end] != Outside || !w.glued(end) || !w.glued(end+1) {
		return end
	}
	k := end + 1
	switch l := w.Labels[k]; {
	case l == Outside && w.forms[k].Marks&lex.Title != 0 && w.a.Tags[k].UPOS == news.PROPN:
		return k + 1
	case l == Outside || l.class() != PER:
		return end
	}
	for w.Labels[k].open() {
		k++
	}
	return k + 1
}

// glued reports whether token i stands on the one before it.
func (w *Window) glued(i int) bool { return w.a.Tokens[i-1].Span.End == w.a.Tokens[i].Span.Start }

// ofTown makes the town right before the body at tokens i up to end part of its
// name, where that begins with a word that only says of what it is, and returns
// where the whole begins: "Orn" + "Metropolitan Police Office".
func (w *Window) ofTown(i, end, first int) int {
	if end-i < 2 || i == first || !civic[w.forms[i].Lower] || w.Labels[i-1] == Outside || w.Labels[i-1].class() != LOC || w.facts[i-1].class == lex.State {
		return i
	}
	k := i - 1
	for k > first && (w.Labels[k].place() == Inside || w.Labels[k].place() == Last) {
		k--
	}
	w.name(k, end, ORG)
	return k
}

// whose makes the people or the state before a body part of its name; a body
// such as every state has, of which nothing says whose it is, is no name: two
// reports that tell of "the Foreign Ministry" may mean two.
func (w *Window) whose(i, end, first int) {
	if end-i < 2 || w.facts[i].kinds&bodyList == 0 || w.facts[i].place != Begin || w.facts[end-1].place != Last {
		return
	}
	k := i
	for k > first && w.facts[k-1].class == lex.Demonym && w.Labels[k-1] == Outside {
		k--
	}
	switch {
	case k < i && w.facts[k].begins:
		w.name(k, end, ORG)
	case !shared[w.forms[end-1].Lower]:
	case i-2 >= first && w.a.Tags[i-1].XPOS == news.POS && w.facts[i-2].class == lex.State:
		for k = i - 2; k > first && !w.facts[k].begins; {
			k--
		}
		w.name(k, end, ORG)
	default:
		clear(w.Labels[i:end])
	}
}

// apart cuts the name of a school off the name of an organization that is part
// of it, and returns where what stands at its end begins.
func (w *Window) apart(i, end int) int {
	if !schools[w.forms[end-1].Lower] {
		return i
	}
	for k := end - 3; k >= i+3; k-- {
		if w.word(k) == "of" {
			w.name(i, k, ORG)
			w.Labels[k] = Outside
			w.name(k+1, end, ORG)
			return k + 1
		}
	}
	return i
}
