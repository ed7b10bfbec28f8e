package pipeline

import (
	"sync"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
)

// annotator is the one Annotator of the process, with the embedded weights;
// they are unpacked at the first call.
var annotator = sync.OnceValues(func() (*annotate.Annotator, error) {
	set, err := models.Load()
	if err != nil {
		return nil, err
	}
	an, err := annotate.New(annotate.Weights(set))
	if err == nil {
		an.Remember(remembered)
	}
	return an, err
})

// remembered is how many tokens of sentences the annotator keeps the grammar of:
// those of some 600 reports, of 25 MB.
const remembered = 400_000
