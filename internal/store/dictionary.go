package store

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"

	"github.com/klauspost/compress/zstd"

	"rapporteur/internal/record"
)

// A line is compressed by itself, so that each can be changed and found alone.
// Most of a short line is the names of its fields: these stand in a dictionary,
// which is kept in the file, since another version of the program may have
// other fields.

// dictionaryID marks what was compressed with the dictionary.
const dictionaryID = 1

// openLines makes ready what compresses lines, with the dictionary of the file;
// a new file gets one.
func (s *SQLite) openLines(ctx context.Context) error {
	words, err := s.dictionary(ctx)
	if err != nil {
		return err
	}
	s.zipLine, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true), zstd.WithEncoderLevel(zstd.SpeedFastest),
		zstd.WithEncoderCRC(false), zstd.WithEncoderDictRaw(dictionaryID, words))
	if err != nil {
		return err
	}
	s.unzip, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28), zstd.WithDecoderDictRaw(dictionaryID, words))
	return err
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
