package statements

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// PloverScore holds the event stage against the PLOVER gold standard records:
// sentences with one event each, its class, sources and targets. Many sentences
// tell of a second event, which a reader judges.
type PloverScore struct {
	Records int     // sentences asked
	Claimed int     // events that the stage claims in them
	Right   int     // claimed events of the class asked for, at most one a sentence
	Judged  int     // claims beside those that a reader found right
	Open    []Claim // claims beside those that nobody has judged: they count as wrong
	Found   int     // sentences whose class is among the claims
	Actors  int     // sources and targets asked for where the class was found
	Named   int     // of those, how many are among the participants
}

// Precision is the share of claims that the records ask for, Reading that of the claims
// which they ask for or a reader found right. They, Recall and ActorShare are shares of 1.
func (s PloverScore) Precision() float64  { return share(s.Right, s.Claimed) }
func (s PloverScore) Reading() float64    { return share(s.Right+s.Judged, s.Claimed) }
func (s PloverScore) Recall() float64     { return share(s.Found, s.Records) }
func (s PloverScore) ActorShare() float64 { return share(s.Named, s.Actors) }

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// older maps the class names of PLOVER 0.5, which the records use, to those of
// 2.0: FIGHT became part of ASSAULT, DEMAND was renamed REQUEST, DISAPPROVE
// and INVESTIGATE became modes of ACCUSE.
var older = map[string]string{"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}

// intent is the class under which PLOVER codes what is only planned: an
// intention to cooperate or to yield is an AGREE, one to harm a THREATEN. The
// program keeps the class of the act, with a status.
var intent = map[string]string{"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "AGREE", "CONCEDE": "AGREE",
	"ASSAULT": "THREATEN", "COERCE": "THREATEN", "SANCTION": "THREATEN", "PROTEST": "THREATEN"}

// coded is the class that PLOVER gives event e.
func coded(e *news.Event) string {
	switch c := intent[e.Class]; {
	case e.Class == "CONSULT" && e.Status == news.Cancelled:
		return "REJECT"
	case c != "" && (e.Status == news.Planned || e.Status == news.Possible):
		return c
	}
	return e.Class
}

type ploverRecord struct {
	ID     string          `json:"id"`
	Event  string          `json:"event"`
	Text   string          `json:"text"`
	Source json.RawMessage `json:"source"` // an array of actors, or ""
	Target json.RawMessage `json:"target"`
}

type ploverActor struct {
	Text string `json:"actorText"`
}

// Plover reads the records of file and scores what annotate makes of each
// sentence; judged says of the claims that the records do not ask for which are right.
func Plover(file string, judged Judgements, annotate func(*news.Document) *news.Analysis) (s PloverScore, err error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return s, fmt.Errorf("plover records: %w", err)
	}
	var records []ploverRecord
	if err := json.Unmarshal(b, &records); err != nil {
		return s, fmt.Errorf("plover records %s: %w", file, err)
	}
	for i := range records {
		if r := &records[i]; r.Event != "DOCUMENT" && r.Text != "" {
			s.add(r, annotate(oneParagraph(r.Text)), judged)
		}
	}
	return s, nil
}

// oneParagraph is a report of nothing but t.
func oneParagraph(t string) *news.Document {
	return &news.Document{Text: t, Language: "en", Blocks: []news.Block{{Span: text.At(0, len(t))}}}
}

func (s *PloverScore) add(r *ploverRecord, a *news.Analysis, judged Judgements) {
	want := r.Event
	if c, ok := older[want]; ok {
		want = c
	}
	s.Records++
	found := false
	for i := range a.Events {
		e := &a.Events[i]
		if e.Leaning() {
			continue // a doubtful reading, which claims nothing
		}
		s.Claimed++
		if coded(e) == want && !found {
			found = true
			s.Found++
			s.Right++
			s.actors(r, a, e)
			continue
		}
		c := asClaim(r, a, e)
		if cause, ok := judged[c.Key]; !ok {
			s.Open = append(s.Open, c)
		} else if cause == "" {
			s.Judged++
		}
	}
}

// actors counts which of the record's sources and targets are among the
// participants of e: by a word of the name that both have.
func (s *PloverScore) actors(r *ploverRecord, a *news.Analysis, e *news.Event) {
	var have []string
	for _, p := range e.Participants {
		have = append(have, p.Span.Of(a.Doc.Text))
		if c := a.Chain(p.Chain); c != nil {
			have = append(have, c.Name, c.Canon)
		}
	}
	all := " " + text.Fold(strings.Join(have, " ")) + " "
	for _, raw := range []json.RawMessage{r.Source, r.Target} {
		var actors []ploverActor
		if json.Unmarshal(raw, &actors) != nil {
			continue
		}
		for _, actor := range actors {
			s.Actors++
			if sharesWord(all, actor.Text) {
				s.Named++
			}
		}
	}
}

// sharesWord reports whether a capitalised word of name, or its last word,
// stands in the folded words of all.
func sharesWord(all, name string) bool {
	words := strings.Fields(name)
	for i, w := range words {
		w = strings.TrimSuffix(w, "'s") // "Haiti's" of the records is Haiti
		if w != "" && (w[0] >= 'A' && w[0] <= 'Z' || i == len(words)-1) && strings.Contains(all, " "+text.Fold(w)+" ") {
			return true
		}
	}
	return false
}
