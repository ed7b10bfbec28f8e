package pipeline

import (
	"errors"

	"rapporteur/internal/intake"
)

// asProblem reports whether err is about one file only, so that the run goes on.
func asProblem(err error, p **intake.Problem) bool { return errors.As(err, p) }
