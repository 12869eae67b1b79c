# Short forms of `python -m scripts …`. Every target sets up what it needs.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: help serve build check fix test bench lock clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; call: make PYTHON=python3.12 …"; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV) || \
	  { echo "No venv module; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Installing the locked packages into $(VENV) (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

serve: $(READY) ## show the site on http://127.0.0.1:8000/ and rebuild on every change
	$(PY) -m scripts serve

build: $(READY) ## build the site into site/ (strict)
	$(PY) -m scripts build

check: $(READY) ## look for every mistake we know of
	$(PY) -m scripts check

fix: $(READY) ## mend what can be mended safely
	$(PY) -m scripts check --fix

test: $(READY) ## lint, types, unit tests, then the browser tests on one built site
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pytest -n auto tests --ignore=tests/browser
	$(PY) -m scripts check --fail-on error
	$(PY) -m pytest tests/browser

bench: $(READY) ## measure sizes and speed (prints, never fails)
	for bench in tests/bench/bench_*.py; do $(PY) $$bench; done

lock: $(READY) ## resolve requirements.in anew
	$(PY) -m uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock requirements.in

clean: ## remove everything that is generated
	rm -rf $(VENV) .cache site
