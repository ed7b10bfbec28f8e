package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"rapporteur/internal/pipeline"
)

// progress tells how far a run has come: a moving line on a terminal, a line
// every few seconds in a log, nothing when all is done at once.
type progress struct {
	std   streams
	bar   *progressbar.ProgressBar // nil when nobody watches
	start time.Time
	next  time.Time // when the next line of a log is due
}

// logEvery is the pace of lines in a log.
const logEvery = 5 * time.Second

func newProgress(std streams) *progress {
	p := &progress{std: std, start: time.Now()}
	p.next = p.start.Add(logEvery)
	if std.watched() {
		p.bar = progressbar.NewOptions(-1,
			progressbar.OptionSetWriter(std.err),
			progressbar.OptionSetDescription("reading"),
			progressbar.OptionSpinnerType(14),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionSetElapsedTime(false),
			progressbar.OptionClearOnFinish(),
		)
	}
	return p
}

func (p *progress) show(at pipeline.Progress) {
	if p.bar != nil {
		p.bar.Describe(words(at))
		p.bar.Add(1)
		return
	}
	if now := time.Now(); now.After(p.next) && at.Step != pipeline.Finished {
		fmt.Fprintf(p.std.err, "rapporteur: %s\n", words(at))
		p.next = now.Add(logEvery)
	}
}

func (p *progress) end() {
	if p.bar != nil {
		p.bar.Finish()
	}
}

// words is one line about where a run is.
func words(at pipeline.Progress) string {
	s := count(at.Read, "report") + " read"
	if at.Known > 0 {
		s += ", " + thousands(at.Known) + " known"
	}
	if at.LeftOut > 0 {
		s += ", " + thousands(at.LeftOut) + " left out"
	}
	switch at.Step {
	case pipeline.Relating:
		return s + "; putting them side by side"
	case pipeline.Keeping:
		return s + "; writing the record"
	}
	return s
}
