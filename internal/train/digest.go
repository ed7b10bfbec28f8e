package train

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// digest keeps the SHA-256 of every file that was learned from.
type digest struct {
	names  []string
	hashes []hash.Hash
}

// tee is r, adding what is read to the digest under name.
func (d *digest) tee(name string, r io.Reader) io.Reader {
	h := sha256.New()
	d.names, d.hashes = append(d.names, name), append(d.hashes, h)
	return io.TeeReader(r, h)
}

// sums lists the files read and their digests, in the order of reading.
func (d *digest) sums() (out []fileSum) {
	for i, n := range d.names {
		out = append(out, fileSum{n, hex.EncodeToString(d.hashes[i].Sum(nil))})
	}
	return out
}
