# frise: `make demo` shows the main job, `make test` runs everything.
.PHONY: scale browser-peers demo test bench build web lint wasm install-tools clean

GO ?= go
DEMO := build/demo

# The main job on the sample articles: build, run, say where the page is.
demo: build
	@mkdir -p $(DEMO)
	./frise build testdata/articles --title "Diplomaties, 1945–2024" -o $(DEMO)/timeline.html -o $(DEMO)/timeline.yaml -o $(DEMO)/timeline.csv
	@echo
	@echo "The page:      $(CURDIR)/$(DEMO)/timeline.html"
	@echo "The timeline:  $(CURDIR)/$(DEMO)/timeline.yaml"

build: web
	$(GO) build -trimpath -o frise ./cmd/frise

# The page's script comes from npm and is bundled here; without npm the page is
# a list and a drawing, and frise says so.
web: render/html/dist/frise.js

render/html/dist/frise.js: $(wildcard render/html/web/src/*) render/html/web/package-lock.json render/html/web/build.mjs
	@if command -v npm >/dev/null; then cd render/html/web && npm ci --no-audit --no-fund && npm run --silent build; \
	else echo "npm is missing: the page will have no interactive timeline (install Node.js and npm, then run make again)"; fi

# Everything, browser tests included. What is missing is installed, or named.
test: install-tools web browser-peers
	$(GO) vet ./...
	$(GO) test ./...

# TimelineJS, mermaid and Eleventy, which read our output back in the browser tests.
browser-peers:
	@if command -v npm >/dev/null; then for d in render/testdata/browser render/html/testdata/sites/eleventy; do \
		(cd $$d && npm ci --silent --no-audit --no-fund) || exit 1; done; fi

install-tools:
	@sh .ci/tools

lint:
	@test -z "$$(gofmt -l cmd render timeline)" || { gofmt -l cmd render timeline; echo "run gofmt -w on these"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

# The library has to run in a browser as well, and the command on what teachers have.
wasm:
	GOOS=js GOARCH=wasm $(GO) build ./timeline/... ./render/...
	GOOS=windows $(GO) build -o /dev/null ./cmd/frise
	GOOS=darwin GOARCH=arm64 $(GO) build -o /dev/null ./cmd/frise

# Every stage, reader and renderer, the start of the binary, and beside them
# references: a bare byte scan, an ordinary regular expression, and when. The
# packages run one after the other, so that none takes another's time.
bench:
	@$(GO) test -p 1 -run '^$$' -bench . -benchmem -benchtime 0.5s ./cmd/... ./timeline/... ./render/... 2>&1 | awk ' \
	  BEGIN {printf "%-10s %-36s %12s %10s %12s %16s\n", "package", "what", "ms", "MB/s", "allocations", "per article"} \
	  /^(FAIL|panic|--- FAIL)/ {print; failed=1} END {exit failed} \
	  /^pkg:/ {n=split($$2,p,"/"); pkg=p[n]} \
	  /^Benchmark/ {name=$$1; sub(/^Benchmark/,"",name); sub(/-[0-9]+$$/,"",name); mb="-"; al="-"; ar="-"; \
	    for(i=3;i<NF;i++){ if($$(i+1)=="MB/s") mb=$$i; if($$(i+1)=="allocs/op") al=$$i; if($$(i+1)=="allocs/article") ar=$$i } \
	    printf "%-10s %-36s %12.3f %10s %12s %16s\n", pkg, name, $$3/1e6, mb, al, ar; fflush()}'

# The table of scale in the README: synthetic corpora of growing size, as a
# stream. A million articles take a few minutes and four gigabytes of temporary disk.
SIZES := 1000 10000 100000 1000000
scale: build
	@echo "|  articles |       wall |        CPU |     peak |  events |"
	@echo "|----------:|-----------:|-----------:|---------:|--------:|"
	@for n in $(SIZES); do ./frise synthetic $$n | ./frise build - -f json -o /dev/null --usage || exit 1; done

clean:
	rm -rf frise build render/html/dist/*.js render/html/dist/*.css render/html/web/node_modules
