// Package arch holds the house to its plan: it reads the import order that
// ARCHITECTURE.md states and the imports that the source has, and says where
// the two part. The statement
//
//	text < diag < news;
//
// lets diag import text, and news import diag and all that diag may import.
// Packages with a comma between them stand side by side and may not import
// each other. A package that no statement names is an error too: a new room
// is drawn before it is built. Tests may import what they like.
package arch

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Order says for each package which others it may import.
type Order map[string]map[string]bool

// ParseOrder reads the statements of an order block. Each ends with ";".
func ParseOrder(block string) (Order, error) {
	o := Order{}
	for _, stmt := range strings.Split(block, ";") {
		if stmt = strings.TrimSpace(stmt); stmt == "" {
			continue
		}
		if err := o.state(stmt); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// state takes in one statement: "a, b < c < d".
func (o Order) state(stmt string) error {
	groups := strings.Split(stmt, "<")
	if len(groups) < 2 {
		return fmt.Errorf("order: %q says nothing: no <", stmt)
	}
	below := map[string]bool{}
	for i, g := range groups {
		names := strings.Split(g, ",")
		for _, name := range names {
			if err := o.rise(strings.TrimSpace(name), i > 0, below); err != nil {
				return fmt.Errorf("order: %q: %w", stmt, err)
			}
		}
		for _, name := range names {
			name = strings.TrimSpace(name)
			below[name] = true
			maps.Copy(below, o[name])
		}
	}
	delete(below, "NONE")
	return nil
}

// rise lets name import everything below; the first group of a statement must
// have been placed by an earlier one.
func (o Order) rise(name string, placed bool, below map[string]bool) error {
	if name == "" {
		return fmt.Errorf("an empty name")
	}
	if !placed {
		if _, ok := o[name]; !ok && name != "NONE" {
			return fmt.Errorf("%s is used before it is placed", name)
		}
		return nil
	}
	if o[name] == nil {
		o[name] = map[string]bool{}
	}
	for b := range below {
		if o[b][name] || b == name {
			return fmt.Errorf("%s and %s would import each other", name, b)
		}
		o[name][b] = true
	}
	delete(o[name], "NONE")
	return nil
}

// Imports reads which packages of the module each package imports that lies in
// root or below root/internal or root/cmd, tests left out. Names are without
// "internal/": "annotate/quote", "cmd/rapporteur"; the root's is the module's.
func Imports(root, module string) (map[string][]string, error) {
	found := map[string][]string{}
	files, err := filepath.Glob(filepath.Join(root, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if err := addFile(found, root, file, module); err != nil {
			return nil, err
		}
	}
	for _, top := range []string{"internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && d.Name() == "testdata" {
				return fs.SkipDir
			}
			if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
				return nil
			}
			return addFile(found, root, p, module)
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func addFile(found map[string][]string, root, file, module string) error {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return err
	}
	dir, err := filepath.Rel(root, filepath.Dir(file))
	if err != nil {
		return err
	}
	pkg := short(filepath.ToSlash(dir))
	if pkg == "." {
		pkg = module
	}
	if found[pkg] == nil {
		found[pkg] = []string{}
	}
	for _, imp := range f.Imports {
		name, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			return err
		}
		if in, ok := strings.CutPrefix(name, module+"/"); ok {
			found[pkg] = append(found[pkg], short(in))
		} else if name == module {
			found[pkg] = append(found[pkg], module)
		}
	}
	return nil
}

func short(dir string) string { return strings.TrimPrefix(path.Clean(dir), "internal/") }

// Breaches lists, sorted, where imports break o.
func (o Order) Breaches(imports map[string][]string) []string {
	var out []string
	for pkg, deps := range imports {
		allowed, placed := o[pkg]
		if !placed {
			out = append(out, pkg+" has no place in the import order")
			continue
		}
		for _, dep := range deps {
			if !allowed[dep] {
				out = append(out, pkg+" imports "+dep)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
