package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
)

// Edition tells one build of the program from another: the digest of its
// file. An analysis is kept with the edition that made it, so that a program
// with other rules makes it anew instead of mixing its own with old ones. It
// is "" where the file cannot be read; then all such programs count as one.
var Edition = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
})
