package intake

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// deepest folder that is looked into, below one that was given.
const deepest = 64

// folder reads a folder's files by name and then its folders, hidden ones left
// out. Links are followed, but never into a folder that is already open above.
// It reports whether the consumer wants more.
func (s *source) folder(path string, above []fs.FileInfo) bool {
	info, err := os.Stat(path)
	if err != nil {
		return s.fail(ioProblem(path, err, len(above) > 0))
	}
	for _, a := range above {
		if os.SameFile(a, info) {
			return s.fail(problem(path, LinkLoop, "this link leads back to a folder above it and was not followed; remove the link", nil))
		}
	}
	if len(above) >= deepest {
		return s.fail(problem(path, LinkLoop, "folders are nested too deep here; name the inner folder itself", nil))
	}
	entries, err := os.ReadDir(path)
	if err != nil && !s.fail(ioProblem(path, err, len(above) > 0)) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~") {
			continue
		}
		if !s.entry(filepath.Join(path, e.Name()), append(above[:len(above):len(above)], info)) {
			return false
		}
	}
	return true
}

// entry reads one name of a folder's listing.
func (s *source) entry(path string, above []fs.FileInfo) bool {
	if s.stopped() {
		return false
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return s.fail(entryProblem(path, err))
	case info.IsDir():
		return s.folder(path, above)
	case !info.Mode().IsRegular():
		return s.fail(problem(path, NotAFile, "this is a pipe, socket or device, not a file, and was passed over; name it itself to read it", nil))
	}
	return s.file(path, true)
}

// entryProblem tells a link that points nowhere from a file that went away.
func entryProblem(path string, err error) *Problem {
	if _, lerr := os.Lstat(path); lerr == nil {
		return problem(path, LinkLoop, "this link leads nowhere, or to itself; mend or remove it", err)
	}
	return ioProblem(path, err, true)
}
