package figure

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rapporteur/internal/annotate/lex"
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
	spans      map[string]bool   // "week"
	punishment map[string]bool   // "prison"
	counting   map[string]bool   // "rise": a verb that a bare number completes
	measuring  map[string]bool   // "fly": a verb that a measure completes
	counted    map[string]bool   // "person": counted even by "one"
	play       map[string]bool   // "tablespoon": marks a sentence of play or cooking
	scored     map[string]bool   // "lap": what is counted there
	plurals    map[string]bool   // "aircraft": counted without an "s"
	distances  map[string]bool   // "away": behind an "m" that stands for metres
	joining    map[string]bool   // "to": between the ends of a range
	currency   map[string]string // "€": before its number

	ones, scales, vagues map[string]float64 // "seven", "million", "dozens"
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
		idle: map[string]bool{}, spans: map[string]bool{}, known: map[string]bool{}, punishment: map[string]bool{}, counted: map[string]bool{}, counting: map[string]bool{}, measuring: map[string]bool{},
		play: map[string]bool{}, scored: map[string]bool{}, plurals: map[string]bool{}, distances: map[string]bool{}, joining: map[string]bool{}, currency: map[string]string{},
		ones: map[string]float64{}, scales: map[string]float64{}, vagues: map[string]float64{}}
	for _, f := range []struct {
		name string
		add  func(f []string) error
	}{
		{"units.txt", several(d.units)},
		{"bounds.txt", several(d.bounds)},
		{"names.txt", single(d.names)},
		{"punishment.txt", single(d.punishment)},
		{"counting.txt", single(d.counting)},
		{"measuring.txt", single(d.measuring)},
		{"counted.txt", single(d.counted)},
		{"play.txt", d.playing},
		{"plurals.txt", single(d.plurals)},
		{"uncounted.txt", d.uncounted},
		{"currency.txt", several(d.currency)},
		{"distances.txt", single(d.distances)},
		{"joining.txt", single(d.joining)},
		{"numbers.txt", d.number},
	} {
		if err := lex.EachLine(files, "data/"+f.name, 2, f.add); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func several(into map[string]string) func([]string) error {
	return func(f []string) error {
		for _, w := range lex.List(f[1]) {
			into[strings.ToLower(w)] = f[0]
		}
		return nil
	}
}

func single(into map[string]bool) func([]string) error {
	return func(f []string) error {
		into[strings.ToLower(f[0])] = true
		return nil
	}
}

func (d *data) uncounted(f []string) error {
	switch f[0] {
	case "any":
		d.idle[f[1]] = true
	case "the":
		d.known[f[1]] = true
	case "no":
		d.spans[f[1]] = true
	default:
		return fmt.Errorf("want \"any\", \"the\" or \"no\", not %q", f[0])
	}
	return nil
}

// number adds one line of numbers.txt: kind and value, the words for it.
func (d *data) number(f []string) error {
	kind, value, _ := strings.Cut(f[0], " ")
	into := map[string]map[string]float64{"one": d.ones, "scale": d.scales, "vague": d.vagues}[kind]
	v, err := strconv.ParseFloat(value, 64)
	if into == nil || err != nil {
		return fmt.Errorf("want \"one\", \"scale\" or \"vague\" and a number, not %q", f[0])
	}
	for _, w := range lex.List(f[1]) {
		into[w] = v
	}
	return nil
}

func (d *data) playing(f []string) error {
	switch f[0] {
	case "sentence":
		d.play[f[1]] = true
	case "counted":
		d.scored[f[1]] = true
	default:
		return fmt.Errorf("want \"sentence\" or \"counted\", not %q", f[0])
	}
	return nil
}
