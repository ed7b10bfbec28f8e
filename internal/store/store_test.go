package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"rapporteur/internal/store"
	"rapporteur/internal/store/storetest"
)

func open(t *testing.T, path string, opt store.Options) *store.SQLite {
	t.Helper()
	opt.Create = true
	s, err := store.Open(context.Background(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() })
}

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		return open(t, filepath.Join(t.TempDir(), "a ?%23#é.db"), store.Options{Edition: "1"})
	})
}
