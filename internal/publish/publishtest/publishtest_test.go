package publishtest

import (
	"testing"

	"rapporteur/internal/record"
)

func TestFixturesAreSound(t *testing.T) {
	for name, r := range map[string]*record.Record{"rich": Rich(), "hostile": Hostile(), "large": Large(50)} {
		for _, err := range r.Check() {
			t.Errorf("%s: %v", name, err)
		}
	}
}
