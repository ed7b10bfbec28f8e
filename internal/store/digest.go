package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"rapporteur/internal/record"
)

// Digest tells the record that is kept from every other; "" before there is
// one. It is cheap to ask, so that a long-lived reader may ask often.
func (s *SQLite) Digest(ctx context.Context) (string, error) {
	sum, err := about(ctx, s.read, "digest")
	return sum, s.trouble(err)
}

// Digest tells the record that is kept from every other.
func (m *Memory) Digest(context.Context) (string, error) {
	h := sha256.New()
	if err := record.WriteLines(h, m.Record().Lines()); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
