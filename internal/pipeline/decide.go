package pipeline

import (
	"context"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Decide keeps what reviewers decided, all of it or nothing, and brings the
// record up to date. added counts the decisions that were not kept already. No
// report is read again; Summary tells what became of the record.
func Decide(ctx context.Context, s store.Store, ds []record.Decision, opt Options) (added int, sum Summary, err error) {
	if added, err = s.PutDecisions(ctx, ds); err != nil {
		return 0, sum, err
	}
	sum, err = Read(ctx, s, nil, opt)
	return added, sum, err
}
