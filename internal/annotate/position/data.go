package position

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

//go:embed data/*.txt
var files embed.FS

// entry is one act of acts.txt.
type entry struct {
	lemma   string
	adj     bool // stands as an adjective only
	stance  news.Stance
	issue   []string
	target  []string
	weak    bool        // says other things as well
	negated news.Stance // "" when a denial of the act is no position

	idiom *grammar.Idiom // of idioms.txt; nil of acts.txt
	match grammar.Match  // where it stands, of an act that was found
}

// lexicon is what the stage knows about words, read from the files of data/.
type lexicon struct {
	acts      map[string][]*entry    // by first lemma
	idioms    grammar.Idioms[*entry] // by first lemma
	synonyms  map[string]string
	refused   map[string]bool
	carrier   map[string]bool
	demanding map[string]bool
	refusing  map[string]bool
	idle      map[string]bool
	condition map[string]bool
	self      map[string]bool
	authored  map[string]bool
	menacing  map[string]bool
	judged    map[string]bool
	unlinked  map[string]bool
	granting  map[string]bool
	mum       map[string]bool
	undenied  map[string]bool
	untrue    map[string]bool
	branding  map[string]bool
	alleged   map[string]bool

	retaliating map[string]bool
	offending   map[string]bool
	voicing     map[string]bool
	lacking     map[string]bool
	martial     map[string]bool
	hostile     map[string]bool

	perpetrating map[string]bool
	affront      map[string]bool
	reckless     map[string]bool
	needful      map[string]bool
	futile       map[string]bool
	mild         map[string]bool
	official     map[string]bool
	leaving      map[string]bool
	holder       map[string]bool
	reprisal     map[string]bool
	calling      map[string]bool
	praised      map[string]bool
	declined     map[string]bool
	idleIssue    map[string]bool
	withheld     map[string]bool
	private      map[string]bool
	striking     map[string]bool
	signs        map[string]bool
	knowing      map[string]bool
	foreseeing   map[string]bool
	unsure       map[string]bool
	entire       map[string]bool
	offerable    map[string]bool
	proposing    map[string]bool
	afterthought map[string]bool
	gerund       map[string]bool
	swayed       map[string]bool
	assailable   map[string]bool
	hinging      map[string]bool
	kin          map[string]bool
	outcome      map[string]bool
	jesting      map[string]bool
	ambition     map[string]bool
	figurative   map[string]bool
	tentative    map[string]bool
	believing    map[string]bool
	fathoming    map[string]bool
	harming      map[string]bool
	disputed     map[string]bool
	wronging     map[string]bool
	regretted    map[string]bool
	mistaken     map[string]bool
	remiss       map[string]bool
	lapsing      map[string]bool
	measure      map[string]bool
	approving    map[string]bool
	goal         map[string]bool
	underWay     map[string]bool
	countering   map[string]bool
	drawing      map[string]bool
	causing      map[string]bool
	facing       map[string]bool
	toDo         map[string]bool
	meetingWith  map[string]bool
	prescribing  map[string]bool
	defended     map[string]bool
	notice       map[string]bool

	likening    map[string]bool
	deeming     map[string]bool
	politicised map[string]bool
	barred      map[string]bool
	liability   map[string]bool
	bearing     map[string]bool
	purpose     map[string]bool
	dropping    map[string]bool
	performing  map[string]bool
	reporting   map[string]bool
	denying     map[string]bool
	belying     map[string]bool
	gathering   map[string]bool
	reason      map[string]bool
	adding      map[string]bool
	expecting   map[string]bool
	truthful    map[string]bool
	account     map[string]bool
	deciding    map[string]bool
	ruled       map[string]bool
	ruling      map[string]bool
	insisting   map[string]bool
	bringing    map[string]bool
	failing     map[string]bool
	lasting     map[string]bool
	dead        map[string]bool
	manner      map[string]bool
	misdeed     map[string]bool
	roomFor     map[string]bool
	leavable    map[string]bool
	quitting    map[string]bool
	feeling     map[string]bool
	due         map[string]bool
	solution    map[string]bool
	owed        map[string]bool
	duty        map[string]bool
	benefiting  map[string]bool
	harm        map[string]bool
	thinking    map[string]bool
	backing     map[string]bool
	opposing    map[string]bool
	conduct     map[string]bool
	saying      map[string]bool
	faulted     map[string]bool
	guest       map[string]bool
	concluded   map[string]bool

	besieging  map[string]bool
	remaining  map[string]bool
	putForward map[string]bool
	angering   map[string]bool
	pleasing   map[string]bool
	light      map[string]bool
	particle   map[string]bool
	bestowing  map[string]bool
	counted    map[string]bool
	sharing    map[string]bool
	sharedView map[string]bool
	resolved   map[string]bool
	against    map[string]bool
	accord     map[string]bool
	menace     map[string]bool
	kept       map[string]bool

	nouns map[string]*entry // acts by their nouns: "demand", "refusal"
	worth appraisals
}

var load = sync.OnceValue(func() *lexicon {
	l, err := read()
	if err != nil {
		panic(err) // a fault of the build; TestDataLoads finds it
	}
	return l
})

func read() (*lexicon, error) {
	l := &lexicon{acts: map[string][]*entry{}, idioms: map[string][]*entry{}, nouns: map[string]*entry{}, synonyms: map[string]string{}}
	for _, f := range []struct {
		name   string
		fields int
		add    func(f []string) error
	}{{"acts.txt", 6, l.addAct}, {"idioms.txt", 6, l.addIdiom}, {"nouns.txt", 3, l.addNoun}, {"stances.txt", 2, l.addGroup}, {"terms.txt", 2, l.addTerm}, {"appraisals.txt", 2, l.worth.add}} {
		if err := lex.EachLine(files, "data/"+f.name, f.fields, f.add); err != nil {
			return nil, err
		}
	}
	for _, acts := range l.acts { // "pledge allegiance" is tried before "pledge"
		slices.SortStableFunc(acts, func(a, b *entry) int {
			return cmp.Compare(strings.Count(b.lemma, " "), strings.Count(a.lemma, " "))
		})
	}
	return l, nil
}

// stances are the values that record.md allows.
var stances = map[string]news.Stance{"demand": news.Demand, "reject": news.Reject, "offer": news.Offer, "support": news.Support,
	"accept": news.Accept, "promise": news.Promise, "threaten": news.Threaten, "accuse": news.Accuse, "deny": news.Deny,
	"condition": news.Condition, "-": ""}

func (l *lexicon) addAct(f []string) error {
	for _, lemma := range spelledOut(f[0]) {
		lemma, adj := strings.CutPrefix(lemma, "adj ")
		e, err := newEntry(lemma, f)
		if err != nil {
			return err
		}
		e.adj = adj
		first, _, _ := strings.Cut(lemma, " ")
		l.acts[first] = append(l.acts[first], e)
	}
	return nil
}

// newEntry is the act of lemma by the further columns of its line f.
func newEntry(lemma string, f []string) (*entry, error) {
	stance, ok := stances[f[1]]
	negated, ok2 := stances[f[4]]
	if !ok || !ok2 || stance == "" && negated == "" || f[5] != "" && f[5] != "weak" {
		return nil, fmt.Errorf("unknown stance in %q", strings.Join(f, " | "))
	}
	e := &entry{lemma: lemma, weak: f[5] == "weak", stance: stance, issue: strings.Fields(f[2]), negated: negated}
	if f[3] != "-" {
		e.target = strings.Fields(strings.ReplaceAll(f[3], ";", " "))
	}
	return e, nil
}

// spelledOut is the lemmas of field, those with "/" once for each choice of words:
// "voice/show anger" is "voice anger" and "show anger".
func spelledOut(field string) (out []string) {
	for _, lemma := range lex.List(field) {
		all := []string{""}
		for _, word := range strings.Fields(lemma) {
			var longer []string
			for _, head := range all {
				for _, w := range strings.Split(word, "/") {
					longer = append(longer, strings.TrimSpace(head+" "+w))
				}
			}
			all = longer
		}
		out = append(out, all...)
	}
	return out
}

func (l *lexicon) addNoun(f []string) error {
	stance, ok := stances[f[1]]
	if !ok || stance == "" {
		return fmt.Errorf("unknown stance in %q", strings.Join(f, " | "))
	}
	for _, lemma := range lex.List(f[0]) {
		if l.nouns[lemma] != nil {
			return fmt.Errorf("noun %q stands twice", lemma)
		}
		l.nouns[lemma] = &entry{lemma: lemma, stance: stance, issue: strings.Fields(f[2])}
	}
	return nil
}

func (l *lexicon) addGroup(f []string) error {
	groups := map[string]*map[string]bool{"refused": &l.refused, "carrier": &l.carrier, "demanding": &l.demanding,
		"refusing": &l.refusing, "idle": &l.idle, "condition": &l.condition, "self": &l.self,
		"authored": &l.authored, "menacing": &l.menacing, "judged": &l.judged, "unlinked": &l.unlinked, "granting": &l.granting, "mum": &l.mum,
		"undenied": &l.undenied, "untrue": &l.untrue, "branding": &l.branding,
		"alleged": &l.alleged, "retaliating": &l.retaliating, "offending": &l.offending, "voicing": &l.voicing, "lacking": &l.lacking, "martial": &l.martial, "hostile": &l.hostile,
		"perpetrating": &l.perpetrating, "affront": &l.affront, "reckless": &l.reckless, "needful": &l.needful, "futile": &l.futile, "mild": &l.mild,
		"official": &l.official, "leaving": &l.leaving, "holder": &l.holder, "reprisal": &l.reprisal, "calling": &l.calling, "praised": &l.praised, "declined": &l.declined, "idle-issue": &l.idleIssue, "withheld": &l.withheld, "private": &l.private, "striking": &l.striking, "sign": &l.signs, "knowing": &l.knowing,
		"foreseeing": &l.foreseeing, "unsure": &l.unsure, "entire": &l.entire, "offerable": &l.offerable, "proposing": &l.proposing,
		"afterthought": &l.afterthought, "gerund": &l.gerund, "swayed": &l.swayed, "assailable": &l.assailable, "hinging": &l.hinging, "kin": &l.kin, "outcome": &l.outcome, "jesting": &l.jesting, "ambition": &l.ambition,
		"figurative": &l.figurative, "tentative": &l.tentative, "believing": &l.believing, "fathoming": &l.fathoming, "harming": &l.harming, "disputed": &l.disputed, "wronging": &l.wronging,
		"regretted": &l.regretted, "mistaken": &l.mistaken, "remiss": &l.remiss, "lapsing": &l.lapsing, "measure": &l.measure, "approving": &l.approving, "goal": &l.goal, "under-way": &l.underWay,
		"countering": &l.countering, "drawing": &l.drawing, "causing": &l.causing, "facing": &l.facing, "to-do": &l.toDo, "meeting-with": &l.meetingWith, "prescribing": &l.prescribing, "defended": &l.defended, "notice": &l.notice,
		"likening": &l.likening, "deeming": &l.deeming, "politicised": &l.politicised, "barred": &l.barred, "liability": &l.liability, "bearing": &l.bearing, "purpose": &l.purpose, "dropping": &l.dropping, "performing": &l.performing, "reporting": &l.reporting, "denying": &l.denying, "belying": &l.belying, "gathering": &l.gathering, "reason": &l.reason, "adding": &l.adding, "expecting": &l.expecting, "truthful": &l.truthful, "account": &l.account, "deciding": &l.deciding, "concluded": &l.concluded, "guest": &l.guest, "saying": &l.saying, "conduct": &l.conduct, "owed": &l.owed, "duty": &l.duty, "benefiting": &l.benefiting, "harm": &l.harm, "thinking": &l.thinking, "backing": &l.backing, "opposing": &l.opposing, "solution": &l.solution, "leavable": &l.leavable, "quitting": &l.quitting, "feeling": &l.feeling, "due": &l.due, "room-for": &l.roomFor, "faulted": &l.faulted,
		"ruled": &l.ruled, "ruling": &l.ruling, "insisting": &l.insisting, "bringing": &l.bringing, "failing": &l.failing, "lasting": &l.lasting, "dead": &l.dead, "manner": &l.manner, "besieging": &l.besieging, "put-forward": &l.putForward, "remaining": &l.remaining, "misdeed": &l.misdeed,
		"angering": &l.angering, "pleasing": &l.pleasing, "light": &l.light, "particle": &l.particle, "bestowing": &l.bestowing, "counted": &l.counted,
		"sharing": &l.sharing, "shared-view": &l.sharedView, "resolved": &l.resolved, "against": &l.against, "accord": &l.accord, "menace": &l.menace, "kept": &l.kept}
	g, ok := groups[f[0]]
	if !ok {
		return fmt.Errorf("unknown kind %q", f[0])
	}
	*g = map[string]bool{}
	for _, w := range lex.List(f[1]) {
		(*g)[w] = true
	}
	return nil
}

func (l *lexicon) addTerm(f []string) error {
	for _, w := range lex.List(f[1]) {
		l.synonyms[w] = f[0]
	}
	return nil
}

// term is the normal form of a lemma in an issue.
func (l *lexicon) term(lemma string) string {
	lemma = text.Fold(lemma)
	if t, ok := l.synonyms[lemma]; ok {
		return t
	}
	return lemma
}
