package train

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
)

// checkFolder proves that the weights in dir are those of its manifest, that
// they were made from the files of data as these are now, and that this
// trainer would make them with the same settings. The error lists what is not so.
func checkFolder(w io.Writer, data, dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return fmt.Errorf("check weights: %w", err)
	}
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return fmt.Errorf("check weights: %s: %w", manifestName, err)
	}
	bad := []error{checkSettings(m)}
	for _, f := range m.Data {
		bad = append(bad, checkFile(data, f))
	}
	for _, f := range m.Weights {
		bad = append(bad, checkFile(dir, f))
	}
	if err := errors.Join(bad...); err != nil {
		return err
	}
	if m.Lexicon == "" {
		fmt.Fprintln(w, "the manifest does not say with which lexicon the names were learned: trained again, name.weights may be others")
	}
	_, err = fmt.Fprintf(w, "trainer %d, %d files of data and %d of weights are as the manifest says\n", m.Trainer, len(m.Data), len(m.Weights))
	return err
}

// checkSettings compares the trainer and the settings of m with those of this
// program.
func checkSettings(m manifest) error {
	if m.Trainer != Version {
		return fmt.Errorf("the manifest is of trainer %d, this is trainer %d", m.Trainer, Version)
	}
	if sum := lex.Sum(); m.Lexicon != "" && m.Lexicon != sum {
		return fmt.Errorf("the manifest is of the lexicon %s, this is %s: train again for the same bytes", m.Lexicon, sum)
	}
	if sum := name.Sum(); m.Lists != sum {
		return fmt.Errorf("the manifest is of the lists of names %q, these are %s: train again for the same bytes", m.Lists, sum)
	}
	switch sum, err := paragraphSum(); {
	case err != nil:
		return err
	case m.Paragraphs != sum:
		return fmt.Errorf("the manifest is of the paragraphs %q, these are %s: train again for the same bytes", m.Paragraphs, sum)
	}
	was, err := json.Marshal(m.Options)
	if err != nil {
		return err
	}
	is, err := json.Marshal(settings())
	if err != nil {
		return err
	}
	if string(was) != string(is) {
		return fmt.Errorf("the manifest has the settings %s, the trainers have %s", was, is)
	}
	return nil
}

func checkFile(dir string, f fileSum) error {
	b, err := os.ReadFile(filepath.Join(dir, f.Name))
	if err != nil {
		return fmt.Errorf("check weights: %w", err)
	}
	if got := sumOf(b); got != f.SHA256 {
		return fmt.Errorf("%s has the SHA-256 %s, the manifest says %s", f.Name, got, f.SHA256)
	}
	return nil
}
