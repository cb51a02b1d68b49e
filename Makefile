# ClaimTrack's daily commands. A machine with Python 3.11 or newer and make is enough.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BENCH := .venv-bench
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))

.DEFAULT_GOAL := help
.PHONY: help install run run-external test bench lint format messages lock clean

help:
	@echo "make run    start ClaimTrack with its demo newsroom   (PORT=8000)"
	@echo "make test   lint, types and all tests"
	@echo "make lint   format check, lint, strict types"
	@echo "make bench  benchmarks, printed as ratios"
	@echo "make run-external   the same with your own DATABASE_URL and REDIS_URL"

install: $(INSTALLED) $(MESSAGES)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "ClaimTrack needs Python 3.11 or newer: set PYTHON=/path/to/it"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(INSTALLED): requirements.lock | $(BIN)/python
	@echo "Installing packages (once, until the lock changes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(INSTALLED_DEV): requirements-dev.lock $(INSTALLED)
	@echo "Installing development packages ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# What we are measured against is installed beside the project, never in it.
$(BENCH)/.installed: requirements-bench.lock
	@test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	@echo "Installing benchmark packages ..."
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

%.mo: %.po $(INSTALLED)
	@$(BIN)/python -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

run: install
	@exec $(BIN)/python manage.py up --port $(PORT)

run-external: install
	@test -n "$$DATABASE_URL" -a -n "$$REDIS_URL" || \
	  { echo "set DATABASE_URL and REDIS_URL, or use make run"; exit 1; }
	@exec $(BIN)/python manage.py up --port $(PORT)

lint: $(INSTALLED_DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy .

format: $(INSTALLED_DEV)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Each job has a PostgreSQL and a Valkey of its own; a file's tests stay together, as they share a server or a record.
JOBS ?= 2
test: lint install
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

bench: $(BENCH)/.installed
	@$(BENCH)/bin/python -m bench

# Needs gettext's tools; fill in the English of what is new, then run the tests.
messages: $(INSTALLED_DEV)
	@$(BIN)/python manage.py makemessages -l en --no-location -i $(VENV) -i $(BENCH) -i build -i tests

# Needs uv; a lock holds versions and hashes only, and names no index.
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	@$(LOCK) pyproject.toml -o requirements.lock
	@$(LOCK) --extra dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	@$(LOCK) --extra bench pyproject.toml -c requirements.lock -o requirements-bench.lock

clean:
	@rm -rf build staticfiles .mypy_cache .pytest_cache .ruff_cache
