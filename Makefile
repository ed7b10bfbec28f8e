# What a developer does more than once. `make help` lists it.
# Everything runs offline once the modules are there, but for `make tools`.

GO         ?= go
BIN        := $(CURDIR)/bin
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME   ?= 10s
SHARED     ?= ../shared
export PATH := $(BIN):$(PATH):/usr/local/go/bin

.PHONY: help demo build test lint race floors acceptance bench crash fuzz quality transcript tools clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: build ## build, and print the brief of the example; as a page it is out/brief.html
	./rapporteur brief examples/reports
	@mkdir -p out && ./rapporteur brief --out out/brief.html examples/reports
	@echo; echo "The same as a page: out/brief.html"

build: ## build the program, ./rapporteur
	CGO_ENABLED=0 $(GO) build -trimpath -o rapporteur ./cmd/rapporteur

test: ## every test; installs a browser, checkers of the page and readers of the exports where it may
	./.ci/browser
	./.ci/pagetools
	./.ci/readers
	@mkdir -p out/screens
	$(GO) vet ./...
	SCREENSHOTS=$(CURDIR)/out/screens $(GO) test ./...

lint: ## gofmt, go vet, staticcheck
	@out=$$(gofmt -l cmd internal); if [ -n "$$out" ]; then echo "not gofmt'd:"; echo "$$out"; exit 1; fi
	$(GO) vet ./...
	@[ -x $(BIN)/staticcheck ] || GOBIN=$(BIN) $(GO) install $(STATICCHECK)
	$(BIN)/staticcheck ./...

# Left out of the race detector, which makes them ten times as slow: tests that
# start the program many times, that measure time, or that only score.
SLOW = TestScripts|TestKilled|TestInterrupted|TakesLinearTime|Gold|TestPlover|TestInABrowser|TestAHugeLine|TestExampleFloors|TestSanctionNames

race: ## every package under the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race -short -skip '$(SLOW)' ./...

floors: ## the example against its gold, section by section
	$(GO) test -count=1 -run 'TestExampleFloors' ./internal/eval

acceptance: build ## the reports of $(SHARED) against their gold, where it exists
	./.ci/acceptance $(SHARED)

bench: ## every benchmark once: reports a second, memory, store size
	$(GO) test -run '^$$' -bench . -benchtime 1x ./...

crash: ## kill a reading program a hundred times, at random moments
	KILLS=100 $(GO) test -count=1 -v -timeout 60m -run 'TestKilled' ./cmd/rapporteur

fuzz: ## every fuzz target for $(FUZZTIME)
	./.ci/fuzz $(FUZZTIME)

quality: build ## measure on every set of gold that is here, into docs/quality.md
	@mkdir -p out && sed 's#DATA/#$(SHARED)/#g' .ci/quality.txt >out/quality.txt
	./rapporteur eval --sets out/quality.txt >docs/quality.md

transcript: build ## write what the program prints into README.md and docs/mcp.md
	UPDATE_TRANSCRIPT=1 $(GO) test -count=1 -run TestTranscript ./cmd/rapporteur

tools: ## install the lint tool into ./bin
	GOBIN=$(BIN) $(GO) install $(STATICCHECK)

clean: ## remove what was built
	rm -rf rapporteur $(BIN) out
