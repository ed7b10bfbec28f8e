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
	return annotate.New(annotate.Weights(set))
})
