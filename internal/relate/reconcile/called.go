package reconcile

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed kindred.txt
var kindredLines string

// kindredLabels gives the sets of labels by which reports may call one deed, by
// class and the stem of a label's first word.
var kindredLabels = readKindred(kindredLines)

type classLabel struct {
	class string
	word  uint32
}

func readKindred(lines string) map[classLabel][]uint8 {
	m := map[classLabel][]uint8{}
	n := uint8(0)
	for l := range strings.Lines(lines) {
		f := strings.Fields(l)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		n++
		for _, w := range f[1:] {
			k := classLabel{f[0], hash(stem(w))}
			m[k] = append(m[k], n)
		}
	}
	return m
}

// setsOf are the numbers of the sets that a label of a class is in.
func setsOf(class, label string) []uint8 {
	w, _, _ := strings.Cut(fold(label), " ")
	return kindredLabels[classLabel{class, hash(stem(w))}]
}

// kindredCalled reports whether both are called by labels that may be told of
// one deed: "condemn" in one report, "denounce" in the other.
func kindredCalled(a, b *happening) bool {
	return a.class == b.class && slices.ContainsFunc(a.kindred, func(n uint8) bool { return slices.Contains(b.kindred, n) })
}
