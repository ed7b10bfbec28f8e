package main

import (
	"strings"

	"github.com/alecthomas/kong"

	"rapporteur/internal/publish/export"
	"rapporteur/internal/record"
)

// cli is the command line: one field a subcommand, one file each.
type cli struct {
	Brief       briefCmd       `cmd:"" help:"Say what reports say: who met, said and wants what, and where they differ."`
	Read        readCmd        `cmd:"" help:"Read reports into the store and bring its record up to date."`
	Serve       serveCmd       `cmd:"" help:"Open the record in a browser: pages and an API, on this machine."`
	Changes     changesCmd     `cmd:"" help:"Say what is new since a day, or since an earlier export."`
	MCP         mcpCmd         `cmd:"" name:"mcp" help:"Answer assistants that ask what reports say (Model Context Protocol)."`
	Export      exportCmd      `cmd:"" help:"Write the record as JSON Lines, CSV, Parquet, iCalendar, Atom and more."`
	Stories     storiesCmd     `cmd:"" group:"list" help:"List stories: the reports about one happening."`
	Reports     reportsCmd     `cmd:"" group:"list" help:"List reports."`
	Entities    entitiesCmd    `cmd:"" group:"list" help:"List people, organizations, states, places and groups."`
	Quotes      quotesCmd      `cmd:"" group:"list" help:"List who said what."`
	Positions   positionsCmd   `cmd:"" group:"list" help:"List who demands, rejects or offers what."`
	Events      eventsCmd      `cmd:"" group:"list" help:"List what happened and what is planned."`
	Figures     figuresCmd     `cmd:"" group:"list" help:"List numbers, with who says so."`
	Times       timesCmd       `cmd:"" group:"list" help:"List time expressions and what they mean."`
	Differences differencesCmd `cmd:"" group:"list" help:"List where reports of one thing do not say the same."`
	Origins     originsCmd     `cmd:"" group:"list" help:"List acts of reporting and their copies."`
	Report      reportCmd      `cmd:"" group:"one" help:"Print one report: what is known of it, and its text."`
	Entity      entityCmd      `cmd:"" group:"one" help:"Print one entity: its names, offices and what it says and wants."`
	Show        showCmd        `cmd:"" group:"one" help:"Print the analysis of a report, with rulers under its sentences."`
	Explain     explainCmd     `cmd:"" group:"one" help:"Say why a statement stands: its rule, and the words behind it."`
	Review      reviewCmd      `cmd:"" group:"house" help:"Decide what is right and what is wrong in the record."`
	Verify      verifyCmd      `cmd:"" group:"house" help:"Check every statement of the record against the words of the reports."`
	Doctor      doctorCmd      `cmd:"" group:"house" help:"Say how the store and the machine are."`
	Eval        evalCmd        `cmd:"" group:"house" help:"Count how much of what a careful reader finds in reports is found."`
	Train       trainCmd       `cmd:"" hidden:"" passthrough:"" help:"Make the weights of the language layer anew (docs/training.md)."`
	Version     versionCmd     `cmd:"" group:"house" help:"Print which program this is."`
}

// groups name the groups of subcommands in the help.
var groups = kong.ExplicitGroups([]kong.Group{
	{Key: "list", Title: "Lists (with --json, and filters that combine)"},
	{Key: "one", Title: "One thing"},
	{Key: "house", Title: "The house"},
})

// The exit codes (docs/cli.md).
const (
	exitOK          = 0
	exitLeftOut     = 1 // done, but something was left out or does not hold
	exitUsage       = 2
	exitStore       = 3
	exitInterrupted = 130
)

// leave carries an exit code through kong, which ends --help by a call.
type leave int

// run is the whole command: arguments and streams in, exit code out.
func run(args []string, std streams) (code int) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case leave:
			code = int(v)
		default:
			panic(v)
		}
	}()
	parser, err := newParser(std)
	if err != nil {
		panic(err) // the struct above is wrong: a mistake of ours, seen by every test
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		return std.fail(withHint(exitUsage, err, "try: rapporteur --help"))
	}
	d := newDesk(std)
	defer d.close()
	return std.fail(ctx.Run(d))
}

func newParser(std streams) (*kong.Kong, error) {
	return kong.New(&cli{},
		kong.Name("rapporteur"),
		kong.Description("Reads news reports and says who met, said and wants what, and which sentence says so."),
		kong.Vars{"formats": strings.Join(export.Names(), ", "), "kinds": strings.Join(record.Kinds, ", ")},
		kong.Writers(std.out, std.err),
		kong.Exit(func(code int) { panic(leave(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 80, NoExpandSubcommands: true}),
		groups,
	)
}
