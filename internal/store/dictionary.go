package store

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"

	"github.com/klauspost/compress/s2"

	"rapporteur/internal/record"
)

// A line is compressed by itself, so that each can be changed and found alone.
// Most of a short line is the names of its fields: these stand in a dictionary,
// which is kept in the file, since another version of the program may have
// other fields.

// longestLine bounds what a line is unpacked to.
const longestLine = 1 << 28

// openLines makes ready what compresses lines, with the dictionary of the file;
// a new file gets one.
func (s *SQLite) openLines(ctx context.Context) error {
	words, err := s.dictionary(ctx)
	if err != nil {
		return err
	}
	if s.words = s2.MakeDict(words, nil); s.words == nil {
		return s.damaged("its dictionary", errors.New("it is of no use"))
	}
	return nil
}

// packer compresses lines one after the other. S2 takes a fourth of the time that
// zstd does, on what is so short, and a fifth more room.
type packer struct {
	words *s2.Dict
	room  []byte // as long as what the longest line so far may be packed to
}

// pack compresses a line. What it gives is no longer than it needs to be: many wait
// to be written.
func (p *packer) pack(body []byte) []byte {
	if most := s2.MaxEncodedLen(len(body)); most > len(p.room) {
		p.room = make([]byte, most)
	}
	return bytes.Clone(p.words.Encode(p.room, body))
}

func (s *SQLite) unpackLine(packed []byte) ([]byte, error) {
	if n, err := s2.DecodedLen(packed); err != nil || n > longestLine {
		return nil, errors.Join(s2.ErrCorrupt, err)
	}
	return s.words.Decode(nil, packed)
}

func (s *SQLite) dictionary(ctx context.Context) ([]byte, error) {
	kept, err := about(ctx, s.write, "dictionary")
	if err != nil {
		return nil, err
	}
	if kept == "" {
		fresh := base64.StdEncoding.EncodeToString(fields())
		if _, err := s.write.ExecContext(ctx, "INSERT INTO about (key, value) VALUES ('dictionary', ?) ON CONFLICT DO NOTHING", fresh); err != nil {
			return nil, err
		}
		if kept, err = about(ctx, s.write, "dictionary"); err != nil { // another process may have been faster
			return nil, err
		}
	}
	words, err := base64.StdEncoding.DecodeString(kept)
	if err != nil {
		return nil, s.damaged("its dictionary", err)
	}
	return words, nil
}

// fields is the JSON of lines that say nothing, and of what they hold.
func fields() []byte {
	var b bytes.Buffer
	all := []any{record.Published{}, record.Credit{}, record.Copy{}, record.Variant{}, record.Office{}, record.Merge{}, record.Basis{}}
	for _, kind := range record.Kinds {
		all = append(all, record.New(kind))
	}
	id := record.ID("e")
	all = append(all, record.Support{OriginIDs: []record.ID{}}, record.Base{}, record.Claim{}, record.Time{Precision: "day"}, record.Version{},
		record.Participant{}, record.Party{Entity: &id}, record.Evidence{})
	enc := json.NewEncoder(&b)
	for _, v := range all {
		if err := enc.Encode(v); err != nil {
			panic(err) // plain structs are always JSON
		}
	}
	return b.Bytes()
}
