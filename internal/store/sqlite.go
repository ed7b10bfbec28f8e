package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
	"modernc.org/sqlite" // also registers the driver
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a file as ours: "Rapp" in the header of the database.
const applicationID = 0x52617070

//go:embed migrations/*.sql
var migrations embed.FS

// Options say how a SQLite store is opened.
type Options struct {
	Create  bool          // make the file and its folder when they are missing
	Edition string        // which program makes the analyses; another's are made anew
	Wait    time.Duration // how long to wait for another program; 0: ten seconds
}

func (o Options) wait() time.Duration {
	if o.Wait > 0 {
		return o.Wait
	}
	return 10 * time.Second
}

// SQLite is a Store in one file. Two pools stand before it: one connection
// that writes, so that writers queue here instead of failing there, and
// several that read what was last committed.
type SQLite struct {
	path    string
	edition string
	write   *sql.DB
	read    *sql.DB
	zip     *zstd.Encoder
	words   *s2.Dict // what lines are compressed with
	unzip   *zstd.Decoder
}

// Open opens the store in the file at path.
func Open(ctx context.Context, path string, opt Options) (*SQLite, error) {
	if err := ready(path, opt.Create); err != nil {
		return nil, err
	}
	s := &SQLite{path: path, edition: opt.Edition + "/" + shape}
	if err := s.connect(ctx, opt.wait()); err != nil {
		s.Close()
		return nil, s.trouble(err)
	}
	return s, nil
}

// ready looks at the file system before SQLite does, for clearer words.
func ready(path string, create bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &Trouble{path, Foreign, errors.New("a folder")}
	case err == nil && info.Size() == 0 && !create, errors.Is(err, fs.ErrNotExist) && !create:
		return &Trouble{path, Missing, nil}
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return &Trouble{path, Denied, err}
		}
	case err != nil:
		return &Trouble{path, Denied, err}
	}
	return nil
}

func (s *SQLite) connect(ctx context.Context, wait time.Duration) (err error) {
	if s.zip, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true)); err != nil {
		return err
	}
	if s.unzip, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28)); err != nil {
		return err
	}
	if s.write, err = sql.Open("sqlite", s.dsn(wait, "_txlock=immediate")); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if err := s.openLines(ctx); err != nil {
		return err
	}
	if s.read, err = sql.Open("sqlite", s.dsn(wait, "_pragma=query_only(1)")); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(4)
	return nil
}

// dsn names the file so that any path is one: "?" and "%" are escaped.
func (s *SQLite) dsn(wait time.Duration, more string) string {
	file := url.URL{Scheme: "file", Opaque: (&url.URL{Path: s.path}).EscapedPath()}
	return file.String() + "?_pragma=busy_timeout(" + strconv.FormatInt(wait.Milliseconds(), 10) +
		")&_pragma=synchronous(NORMAL)&_pragma=cache_size(-16000)&_pragma=wal_autocheckpoint(4000)&" + more
}

// migrate brings an empty or older file to the present layout. The version is
// SQLite's user_version: the number of the last migration that ran.
func (s *SQLite) migrate(ctx context.Context) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := s.version(ctx)
	if err != nil {
		return err
	}
	if version > len(steps) {
		return &Trouble{s.path, Newer, nil}
	}
	for n := version; n < len(steps); n++ {
		if err := s.migrateTo(ctx, n+1, steps[n]); err != nil {
			return err
		}
	}
	// Only a file that is known to be ours is switched to the log that lets
	// readers and a writer work at once.
	_, err = s.write.ExecContext(ctx, "PRAGMA journal_mode=WAL")
	return err
}

// version is 0 for an empty file; a file of another program is Foreign.
func (s *SQLite) version(ctx context.Context) (v int, err error) {
	var app, tables int
	for query, to := range map[string]*int{
		"PRAGMA application_id":              &app,
		"PRAGMA user_version":                &v,
		"SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := s.write.QueryRowContext(ctx, query).Scan(to); err != nil {
			return 0, err
		}
	}
	if app != applicationID && (app != 0 || v != 0 || tables != 0) {
		return 0, &Trouble{s.path, Foreign, nil}
	}
	return v, nil
}

func (s *SQLite) migrateTo(ctx context.Context, n int, file string) error {
	body, err := migrations.ReadFile(file)
	if err != nil {
		return err
	}
	return s.transact(ctx, func(tx *sql.Tx) error {
		var now int
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&now); err != nil || now >= n {
			return err // another process was faster
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("%s; PRAGMA application_id=%d; PRAGMA user_version=%d", body, applicationID, n))
		return err
	})
}

// transact runs f in one writing transaction: all of it is kept, or nothing.
func (s *SQLite) transact(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// Close implements Store.
func (s *SQLite) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.unzip != nil {
		s.unzip.Close()
	}
	return s.trouble(errors.Join(errs...))
}

// trouble says what an error of the database means for the user.
func (s *SQLite) trouble(err error) error {
	var known *Trouble
	var lite *sqlite.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, ErrNotFound), errors.Is(err, ErrOvertaken),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &lite):
		return &Trouble{s.path, kindOf(lite.Code()), err}
	}
	return &Trouble{s.path, Broken, err}
}

// kindOf sorts SQLite's result codes; the extended ones keep the primary code
// in their low byte.
func kindOf(code int) Kind {
	switch code & 0xff {
	case sqlite3.SQLITE_NOTADB:
		return Foreign
	case sqlite3.SQLITE_CORRUPT:
		return Damaged
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return Locked
	case sqlite3.SQLITE_FULL:
		return Full
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return Denied
	}
	return Broken
}

// damaged is an error about what stands in the file.
func (s *SQLite) damaged(what string, err error) error {
	return &Trouble{s.path, Damaged, fmt.Errorf("%s: %w", what, err)}
}
