package main

import (
	"fmt"
	"runtime"
)

// version is the program's, as CHANGELOG.md counts it.
const version = "0.1.0"

type versionCmd struct{}

func (versionCmd) Run(d *desk) error {
	fmt.Fprintf(d.out, "rapporteur %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}
