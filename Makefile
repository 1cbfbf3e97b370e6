# The targets that people use. `make demo` and `make test` need nothing but the Swift toolchain;
# missing system packages are installed, or named where that is not allowed.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SHARE = $(DESTDIR)$(PREFIX)/share
RELEASE = --configuration release --static-swift-stdlib
SCALE ?= small
DATA ?= output/benchmarks/data-$(SCALE)
EXPECTED ?=
PEERS ?=
PEERS_PYTHON ?= python3
BINARY ?= .build/release/backchannel

.PHONY: demo test conformance interop bench gallery build debug format lint install install-files
.PHONY: uninstall clean packages

## Installs what is missing, builds, and answers the seed case.
demo: build
	@echo
	$(BINARY) demo --format table
	@echo
	$(BINARY) who-met "Mike Pompeo" --demo --format table
	@echo
	$(BINARY) questions --demo --format table
	@echo
	$(BINARY) render --demo --force --output output/spy-chiefs-2018.svg
	$(BINARY) render --demo --force --output output/spy-chiefs-2018.png
	$(BINARY) export --demo --force --output output/spy-chiefs-2018.json

## Draws every kind of diagram, of the seed case and of a public register, into output/gallery/.
gallery: build
	.ci/gallery "$(BINARY)" output/gallery

## Builds the release binary.
build: packages
	$(SWIFT) build $(RELEASE) --product backchannel

## Builds everything for tests.
debug: packages
	$(SWIFT) build --build-tests

## Checks the format and runs every test.
test: packages lint debug
	$(SWIFT) test --skip-build

## Runs the openCypher conformance kit, where it lies beside this folder.
conformance: debug
	.ci/conformance

## Compares answers with those of other programs from PyPI.
interop: debug
	.ci/interop

## Measures all workloads: of made-up data of SCALE (small, S or M), or of the tables in DATA with the
## answers in EXPECTED; with PEERS=1 in turn with the other programs that PEERS_PYTHON has.
bench: packages
	$(SWIFT) build $(RELEASE) --product benchmarks
	[ -e "$(DATA)/params.json" ] \
	  || .build/release/benchmarks generate --scale $(SCALE) --out "$(DATA)"
	.build/release/benchmarks run --scale $(SCALE) --data "$(DATA)" \
	  --store "output/benchmarks/stores/$(SCALE).backchannel" \
	  $(if $(EXPECTED),--expected "$(EXPECTED)") $(if $(PEERS),--peers "$(PEERS_PYTHON)")

## Checks that every source is formatted as .swift-format says.
lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

## Formats every source.
format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

## Puts the binary, the schemas and the completion scripts in place.
install: build install-files

## Does so with the binary that $(BINARY) names.
install-files:
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/backchannel/schema"
	install -d "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions"
	install -d "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/backchannel"
	strip "$(DESTDIR)$(PREFIX)/bin/backchannel" 2>/dev/null || true
	install -m 644 data/schema/*.json "$(SHARE)/backchannel/schema/"
	$(BINARY) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/backchannel"
	$(BINARY) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_backchannel"
	$(BINARY) --generate-completion-script fish \
	  > "$(SHARE)/fish/vendor_completions.d/backchannel.fish"

## Removes what install put in place.
uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/backchannel"
	rm -rf "$(SHARE)/backchannel"
	rm -f "$(SHARE)/bash-completion/completions/backchannel"
	rm -f "$(SHARE)/zsh/site-functions/_backchannel"
	rm -f "$(SHARE)/fish/vendor_completions.d/backchannel.fish"

## Installs the system packages that are missing, or says which.
packages:
	@.ci/packages

clean:
	rm -rf .build
