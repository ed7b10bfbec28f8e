package figure

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// data is what the stage knows about words, read from the files of data/.
type data struct {
	units      map[string]string // "kilometres" -> "km"
	bounds     map[string]string // "no fewer than" -> "at least"
	names      map[string]bool   // "resolution"
	idle       map[string]bool   // "thing"
	known      map[string]bool   // "side"
	punishment map[string]bool   // "prison"
}

var load = sync.OnceValue(func() *data {
	d, err := read()
	if err != nil {
		panic(err) // a fault of the build; TestDataLoads finds it
	}
	return d
})

func read() (*data, error) {
	d := &data{units: map[string]string{}, bounds: map[string]string{}, names: map[string]bool{},
		idle: map[string]bool{}, known: map[string]bool{}, punishment: map[string]bool{}}
	for _, f := range []struct {
		name string
		add  func(key, rest string) error
	}{
		{"units.txt", several(d.units)},
		{"bounds.txt", several(d.bounds)},
		{"names.txt", single(d.names)},
		{"punishment.txt", single(d.punishment)},
		{"uncounted.txt", d.uncounted},
	} {
		if err := lines(f.name, f.add); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func lines(name string, add func(key, rest string) error) error {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(line, "|")
		if err := add(strings.TrimSpace(key), strings.TrimSpace(rest)); err != nil {
			return fmt.Errorf("figure data %s line %d: %w", name, n+1, err)
		}
	}
	return nil
}

func several(into map[string]string) func(key, rest string) error {
	return func(key, rest string) error {
		for _, w := range strings.Split(rest, ";") {
			if w = strings.ToLower(strings.TrimSpace(w)); w == "" {
				return fmt.Errorf("%q has an empty word", key)
			}
			into[w] = key
		}
		return nil
	}
}

func single(into map[string]bool) func(key, rest string) error {
	return func(key, rest string) error {
		into[strings.ToLower(key)] = true
		return nil
	}
}

func (d *data) uncounted(key, rest string) error {
	switch key {
	case "any":
		d.idle[rest] = true
	case "the":
		d.known[rest] = true
	default:
		return fmt.Errorf("want \"any\" or \"the\", not %q", key)
	}
	return nil
}
