package mcp

import (
	"strings"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

type entityArgs struct {
	Name string `json:"name" jsonschema:"its name in any spelling seen, its id, or the beginning of that"`
	window
}

// Entity is one person, organization, state, place or group.
type Entity struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Name     string   `json:"name"`
	Variants []string `json:"variants"` // other spellings seen
	Wikidata string   `json:"wikidata,omitempty"`
	Mentions int      `json:"mentions"`
	Reports  int      `json:"reports"`
	Offices  []Office `json:"offices"`
	Told     Page     `json:"told"` // what is told of it, the latest first
}

// Office is a post with the sentences that name it.
type Office struct {
	Title     string     `json:"title"`
	Of        string     `json:"of"`
	Tense     string     `json:"tense,omitempty"` // former, acting or designate
	Sentences []Sentence `json:"sentences"`
}

// maxVariants is how many spellings and offices of an entity are told.
const maxVariants = 20

func (t *server) entity(in entityArgs) (Entity, error) {
	if err := short("name", in.Name); err != nil {
		return Entity{}, err
	}
	if strings.TrimSpace(in.Name) == "" {
		return Entity{}, &shelf.Wrong{Param: "name", Why: "it is missing"}
	}
	b := t.shelf.Current()
	f, err := b.Filter(shelf.Ask{Entity: in.Name})
	if err != nil {
		return Entity{}, err
	}
	e := b.Line(f.Entity).(*record.Entity)
	out := Entity{ID: string(e.ID), Kind: string(e.EntKind), Name: plain(e.Name), Variants: []string{}, Wikidata: str(e.Wikidata),
		Mentions: e.Mentions, Reports: len(e.Reports), Offices: []Office{}}
	for _, v := range e.Variants[:min(len(e.Variants), maxVariants)] {
		out.Variants = append(out.Variants, plain(v.Text))
	}
	for _, o := range e.Offices[:min(len(e.Offices), maxVariants)] {
		s, _ := sentencesOf(b, o.Evidence, 1)
		out.Offices = append(out.Offices, Office{plain(o.Title), plain(b.Name(o.Of)), o.Tense, s})
	}
	f.Types = []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure}
	out.Told, err = page(b, kept(b, f), in.window)
	return out, err
}
