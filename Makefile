# The targets that people use. `make demo` and `make test` need nothing but the Swift toolchain;
# missing system packages are installed, or named where that is not allowed.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE = --configuration release --static-swift-stdlib
BINARY = .build/release/backchannel

.PHONY: demo test build debug format lint install uninstall clean packages

## Installs what is missing, builds, and answers the seed case.
demo: build
	@echo
	$(BINARY) demo --output table
	@echo
	$(BINARY) who-met "Mike Pompeo" --demo --output table
	@echo
	$(BINARY) questions --demo --output table
	@echo
	$(BINARY) render --demo --force --output-file output/spy-chiefs-2018.svg
	$(BINARY) render --demo --force --output-file output/spy-chiefs-2018.png
	$(BINARY) export --demo --force --output-file output/spy-chiefs-2018.json

## Builds the release binary.
build: packages
	$(SWIFT) build $(RELEASE) --product backchannel

## Builds everything for tests.
debug: packages
	$(SWIFT) build --build-tests

## Checks the format and runs every test.
test: packages lint debug
	$(SWIFT) test --skip-build

## Checks that every source is formatted as .swift-format says.
lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

## Formats every source.
format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

## Puts the binary, the schemas and the completion scripts in place.
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/backchannel/schema"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	install -d "$(DESTDIR)$(PREFIX)/share/zsh/site-functions"
	install -d "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/backchannel"
	install -m 644 data/schema/*.json "$(DESTDIR)$(PREFIX)/share/backchannel/schema/"
	$(BINARY) --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/backchannel"
	$(BINARY) --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_backchannel"
	$(BINARY) --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/backchannel.fish"

## Removes what install put in place.
uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/backchannel"
	rm -rf "$(DESTDIR)$(PREFIX)/share/backchannel"
	rm -f "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/backchannel"
	rm -f "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_backchannel"
	rm -f "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/backchannel.fish"

## Installs the system packages that are missing, or says which.
packages:
	@.ci/packages

clean:
	rm -rf .build
