package publish

import (
	"strings"

	"rapporteur/internal/news"
)

// Notes are the lines at the foot of a brief: how to read it and what it leaves
// out.
func (b *Brief) Notes() []string {
	out := []string{"A number such as 1.3 names a sentence: report 1, passage 3. Counts are reports, outlets and origins; " +
		"an origin is one act of reporting with its copies, so only different origins stand for one another. " +
		"A report that names no outlet is counted as unknown, never as an outlet. " +
		"This brief says who reports what; it does not say what is true."}
	if n := b.Omitted.words(); n != "" {
		out = append(out, "Not shown: "+n+".")
	}
	return out
}

func (o Omitted) words() string {
	var parts []string
	if o.Rejected > 0 {
		parts = append(parts, number(o.Rejected, "statement that a reviewer rejected", "statements that a reviewer rejected"))
	}
	if o.Unfounded > 0 {
		parts = append(parts, number(o.Unfounded, "statement whose evidence does not hold", "statements whose evidence does not hold"))
	}
	if o.Doubtful > 0 {
		parts = append(parts, number(o.Doubtful, "difference found with little confidence", "differences found with little confidence"))
	}
	if o.Elsewhere > 0 {
		parts = append(parts, number(o.Elsewhere, "statement of smaller stories", "statements of smaller stories"))
	}
	return strings.Join(parts, "; ")
}

// RemovedWords is "2 appeal, 1 image".
func (r *Report) RemovedWords() string {
	var out []string
	for _, t := range r.Removed {
		out = append(out, number(t.Count, t.Name, t.Name))
	}
	return strings.Join(out, ", ")
}

// Estimated says whether the report's date was inferred from other reports.
func (r *Report) Estimated() bool { return r.Basis == basisWords[news.Estimated] }
