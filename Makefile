# What there is to do here. `make run` and `make test` need nothing but Python 3.11 to 3.13 and make.

PYTHON ?= python3
BIN := .venv/bin
DB := $(or $(CLAIMS_DB),db/claims.db)

.DEFAULT_GOAL := run
.PHONY: run test ingest lint check bench score
.DELETE_ON_ERROR:

# Open the dashboard, on the bundled sample if there is no database yet.
run: .venv/run $(DB)
	CLAIMS_DB=$(DB) exec $(BIN)/streamlit run dashboard.py

# Run all tests: those that start processes by themselves, from a process that has no threads; then all others in two,
# in the order of tests/conftest.py.
ALONE := tests/test_parallel.py tests/test_processes.py tests/test_cluster.py
test: .venv/dev
	$(BIN)/python -m pytest $(ALONE); alone=$$?; \
	$(BIN)/python -m pytest $(ALONE:%=--ignore=%) -n 2 --dist loadfile --no-loadscope-reorder && exit $$alone

# Read sources into the database: make ingest SOURCES="https://… reports/"; without SOURCES the bundled sample.
ingest: .venv/run
	$(BIN)/python -m pipeline ingest $(or $(SOURCES),--sample) --db $(DB)

# Look for mistakes in form and in types; changes nothing.
lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# All that has to hold before a change is kept.
check: lint test

# Measure all that benchmarks/README.md lists, in some hours, and write benchmarks/RESULTS.md. SMALL=1: a trial in some
# minutes. POLNEAR=folder: with that corpus.
bench: .venv/dev
	POLNEAR="$(POLNEAR)" $(BIN)/python benchmarks/results.py $(if $(SMALL),--small)

# Measure the quality on the sample; writes the table in README.md and benchmarks/quality.json.
score: .venv/run
	$(BIN)/python benchmarks/quality.py

# The sample is read into a file of its own, which gets its name when it is whole; a reading cut short goes on.
$(DB): | .venv/run
	$(BIN)/python -m pipeline ingest --sample --db $@.part
	mv $@.part $@

# The environments: what running needs, and on top of that what developing needs. Each is made once.
.venv/run: requirements.txt
.venv/dev: requirements-dev.txt
.venv/run .venv/dev:
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else \
		"Python 3.11, 3.12 or 3.13 is needed: name one, as in make run PYTHON=python3.12")'
	@echo "Installing the packages in .venv/: the first time this takes some minutes, and 900 MB."
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
