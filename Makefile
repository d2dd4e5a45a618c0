# tieup: `make demo` shows what it does, `make test` proves it; both set up all they need.
.PHONY: demo test check setup setup-test browser postgresql docs lock clean

PYTHON ?= python3
BIN := .venv/bin

demo: .venv/.runtime
	@$(BIN)/tieup demo

test: setup-test check
	@$(BIN)/pytest

check: setup-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m cogapp --check README.md docs/*.md docs/methods/*.md

setup: .venv/.runtime
setup-test: .venv/.test browser postgresql

.venv/bin/python:
	@echo "tieup: making a virtual environment in .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "tieup: Python 3.11 or newer is needed; name one with: make PYTHON=python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.lock pyproject.toml | .venv/bin/python
	@echo "tieup: installing locked packages (about a minute the first time)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: requirements-test.lock .venv/.runtime
	@echo "tieup: installing locked packages for the tests"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-test.lock
	@touch $@

# Chromium draws the pages that the tests look at. Without it, and without root to install it, those
# tests are skipped with a line.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || tools/install_chromium

# The ledger's tests start a server of their own. Without PostgreSQL, and without root to install it,
# those tests are skipped with a line.
postgresql:
	@command -v postgres >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || tools/install_postgresql

# Renews what the README and docs show of the commands' output.
docs: .venv/.test
	@$(BIN)/python -m cogapp -r README.md docs/*.md docs/methods/*.md
	@cd "$$(mktemp -d)" && $(CURDIR)/$(BIN)/python $(CURDIR)/tests/docs/notebook.py $(CURDIR)/docs/tutorial.md

lock:
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group build -o requirements.lock pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group build --group test --group tools -o requirements-test.lock pyproject.toml

clean:
	rm -rf .venv build dist
