package main

import (
	"context"

	"rapporteur/internal/publish/mcp"
	"rapporteur/internal/publish/shelf"
)

type mcpCmd struct {
	storeFlag
}

func (c *mcpCmd) Run(d *desk) error {
	s, _, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	sh, err := shelf.Open(d.ctx, s)
	if err != nil {
		return err
	}
	ctx, end := context.WithCancel(d.ctx)
	defer end()
	go sh.Watch(ctx, watchPace, func(err error) { d.note("%v", err) })
	ended := make(chan error, 1)
	go func() { ended <- mcp.Serve(ctx, mcp.New(sh, version), d.in, d.out) }()
	select {
	case err = <-ended:
	case <-d.stop: // standard input may never end
	}
	return err
}
