package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/publish/site"
)

type serveCmd struct {
	Listen   string `default:"127.0.0.1:8080" placeholder:"ADDRESS" help:"Where to answer; without it 127.0.0.1:8080, for this machine alone."`
	Token    string `env:"RAPPORTEUR_TOKEN" placeholder:"WORD" help:"What readers have to bring. Needed when others than this machine are answered."`
	ReadOnly bool   `help:"Take no decisions of reviewers."`
	Reviewer string `placeholder:"NAME" help:"Who decides where no name is given; without it the user of this machine."`
	storeFlag
}

const (
	minToken  = 16              // bytes of a token
	watchPace = 2 * time.Second // how often the store is asked for a new record
	farewell  = 10 * time.Second
	farRate   = 20 // answers a second and address, beyond this machine
)

func (c *serveCmd) Run(d *desk) error {
	if err := c.admits(); err != nil {
		return err
	}
	s, _, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	sh, err := shelf.Open(d.ctx, s)
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return withHint(exitUsage, err, "name another address with --listen, or :0 on 127.0.0.1 for a free one")
	}
	ctx, stop := signal.NotifyContext(d.ctx, syscall.SIGTERM)
	defer stop()
	go sh.Watch(ctx, watchPace, func(err error) { d.note("%v", err) })
	d.note("serving http://%s", ln.Addr())
	if c.Token != "" {
		d.note("readers bring the token: as a bearer token, or as a password")
	}
	var desk *shelf.Desk
	if !c.ReadOnly {
		dec := newDeciding(s, sh)
		go dec.run(ctx, func(err error) { d.note("what was decided is kept, and not in the record yet: %v", err) })
		desk = dec.desktop(cmp.Or(c.Reviewer, whoami()))
	}
	return d.serve(ctx, ln, c.handler(sh, desk))
}

func (c *serveCmd) handler(sh *shelf.Shelf, desk *shelf.Desk) http.Handler {
	opt := site.Options{Token: c.Token, Desk: desk, Edition: version + " " + pipeline.Edition()}
	if !ownAddress(c.Listen) {
		opt.Rate = farRate
	}
	return site.New(sh, opt)
}

// admits refuses to answer strangers without a token.
func (c *serveCmd) admits() error {
	if _, _, err := net.SplitHostPort(c.Listen); err != nil {
		return usage("write it as 127.0.0.1:8080", "--listen %s is no address: %w", c.Listen, err)
	}
	switch {
	case c.Token == "" && !ownAddress(c.Listen):
		return usage("set one with --token or RAPPORTEUR_TOKEN, or listen on 127.0.0.1",
			"--listen %s answers others than this machine, and that needs a token", c.Listen)
	case c.Token != "" && len(c.Token) < minToken:
		return usage(fmt.Sprintf("make one of %d letters or more: openssl rand -hex 16", minToken), "the token is too short to keep anybody out")
	}
	return nil
}

// ownAddress says whether only this machine can reach an address.
func ownAddress(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// server lets go of clients that are slow to ask, to send or to take.
func server(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10}
}

// serve answers until it is told to end; then the answers under way are
// finished. A second interrupt ends them, too.
func (d *desk) serve(ctx context.Context, ln net.Listener, h http.Handler) error {
	srv := server(h)
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(ln) }()
	select {
	case err := <-ended:
		return err
	case <-d.stop:
	case <-ctx.Done():
	}
	d.note("finishing what is asked")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	go func() { // a second interrupt
		select {
		case <-d.ctx.Done():
			cancel()
		case <-last.Done():
		}
	}()
	if err := srv.Shutdown(last); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}
