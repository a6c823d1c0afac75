# The commands people type. `make setup` builds .venv once; every other target leans on it.
# All that is assumed is make and one Python >= 3.11 (with venv); name it with PYTHON=... if it is not found.
PYTHON ?= $(shell for p in python3 python python3.14 python3.13 python3.12 python3.11; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
DEMO := .demo
# `make check TESTS=done` leaves pytest out, for whoever has just run `make test` (as .ci/run has).
TESTS :=

.PHONY: setup demo test check lint types layers docs quality wheel fix bench golden reference examples changelog clean
.DEFAULT_GOAL := setup

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "detente needs Python 3.11 or newer with the venv module; name it with: make PYTHON=/path/to/python3 setup" >&2; exit 2; }
	@echo "Setting up $(VENV) (once; about a minute)" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Exit code 1 means that some file was refused, and one file of the example is broken on purpose; 2 is a failure.
demo: setup
	@mkdir -p $(DEMO)
	@$(BIN)/detente build examples/vietnam-us --between Vietnam "United States" --record $(DEMO)/vietnam-us.detente || test $$? -eq 1
	@$(BIN)/detente chronology --record $(DEMO)/vietnam-us.detente --to html -o $(DEMO)/vietnam-us.html
	@$(BIN)/detente chronology --record $(DEMO)/vietnam-us.detente
	@echo "The same as a page, every line opening to the words that state it: $(DEMO)/vietnam-us.html"

test: setup
	@$(BIN)/python -W error -m pytest -n auto --dist loadfile

check: lint types layers $(if $(filter done,$(TESTS)),,test) quality docs wheel

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

layers: setup
	@$(BIN)/lint-imports

docs: setup
	@$(BIN)/mkdocs build --quiet --strict

quality: setup
	@$(BIN)/python -m quality.gate

# The wheel runs the example in an environment of its own, with no developer tool in it.
wheel: setup
	@$(BIN)/python tools/try_wheel.py

fix: setup
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup
	@$(BIN)/python -m quality.bench
	@$(BIN)/python -m quality.times.bench
	@$(BIN)/python -m quality.actors.bench
	@$(BIN)/python -m quality.figures.bench
	@$(BIN)/python -m quality.record.bench
	@$(BIN)/python -m quality.web.bench
	@$(BIN)/python -m quality.web.site_bench

# Write the whole-run outputs anew; review the difference before committing it.
golden: setup
	@$(BIN)/python tools/make_golden.py

# Write the reference pages of docs/ anew from the commands, the public API and the codebook; a test fails while they lag behind.
reference: setup
	@$(BIN)/python tools/make_commands.py
	@$(BIN)/python tools/make_api.py
	@$(BIN)/python tools/make_codebook.py

# Write the binary documents of examples/ anew from the text in tools/; the same bytes each time.
examples: setup
	@$(BIN)/python tools/make_examples.py

# `make changelog` shows what the next version would say; with VERSION=0.2.0 DATE=2026-12-01 it writes it.
changelog: setup
	@$(BIN)/python tools/make_changelog.py $(VERSION) $(DATE)

clean:
	@rm -rf $(DEMO) dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
