# make report [SEEDS=PATH]   check a folder of articles, print the findings, say where the report lies
# make office                what saved web pages, PDF and Word files need besides
# make test                  all tests that take seconds
# make check                 ruff and mypy
# make nightly               what takes long
# make docs                  the documentation site, with its pictures
SEEDS ?= seeds/pakistan-iran-2024
REPORT ?= reports/$(notdir $(patsubst %/,%,$(SEEDS)))
PYTHON ?= python3
BIN = .venv/bin
# On two to four cores tests run side by side, those of a file in one process; PYTEST_ARGS="-x tests/ingest" runs some, in one.
PYTEST_ARGS ?= --numprocesses auto --maxprocesses 4 --dist loadfile

.PHONY: report office test check nightly docs browser database constraints clean
.DELETE_ON_ERROR:

report: .venv/installed
	$(BIN)/discrepancy check "$(SEEDS)" -o "$(REPORT)" --fail-on never

office: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[office]"

test: .venv/developing browser database
	$(BIN)/python -m pytest -m "not nightly" $(PYTEST_ARGS)

check: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

nightly: .venv/developing browser database
	$(BIN)/python -m pytest $(PYTEST_ARGS)

docs: .venv/developing browser
	DISCREPANCY_PICTURES=docs/images $(BIN)/python -m pytest -q tests/browser/test_pictures_of_docs.py
	$(BIN)/python -m sphinx -q -W --keep-going docs docs/_build
	@echo docs/_build/index.html

# The tests of the page and the desk look at them in Debian's Chromium; where it cannot be had they are skipped aloud, and fail in CI.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
	  echo "No Chromium here, so the browser tests will be skipped. On Debian: apt-get install chromium" >&2

# The desk's decisions are tested in PostgreSQL too, on a server that the tests start for themselves.
database:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; } || \
	  echo "No PostgreSQL server here, so its tests will be skipped. On Debian: apt-get install postgresql" >&2

# One stamp a set of packages: readers of news need not wait for the developers' tools.
.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q discrepancy # an editable install is not compiled, and some machines forbid Python to do it later
	@touch $@

.venv/developing: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@$(BIN)/python -m compileall -q discrepancy
	@touch $@ .venv/installed

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; '$(PYTHON)' is not. On Debian: apt-get install python3. Another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "Python cannot make a virtual environment here. On Debian: apt-get install python3-venv, then run make again." >&2; exit 1; }

# Exact versions of everything, taken from an environment made for the purpose.
constraints:
	rm -rf .venv-constraints
	$(PYTHON) -m venv .venv-constraints
	.venv-constraints/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[all,dev]"
	{ echo "# Exact versions, made by 'make constraints'."; .venv-constraints/bin/python -m pip freeze --exclude-editable; } > constraints.txt
	rm -rf .venv-constraints

clean:
	rm -rf .venv .venv-constraints build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis
