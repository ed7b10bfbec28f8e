package store

import "fmt"

// LimitPages makes a disk of n pages of s, for tests.
func LimitPages(s *SQLite, n int) error {
	_, err := s.write.Exec(fmt.Sprintf("PRAGMA max_page_count=%d", n))
	return err
}
