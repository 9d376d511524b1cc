# `make` lists the targets. Each reads the data of CATALOGUE_DATA where that is set, else of data/.

PORT ?= 8000
FORMAT ?= text
BASE ?= main
PDF ?= pdf
PYTHON ?= python3
VENV ?= .venv
python := $(VENV)/bin/python

# A stamp bears the fingerprint of what was installed and where: .venv is touched when a lock changes or the folder was moved, else never.
fingerprint = $(shell { echo "$(abspath $(VENV))"; cat requirements.txt $(1); } | cksum | tr -s ' \t' '--')
run := $(VENV)/.run-$(call fingerprint,)
dev := $(VENV)/.dev-$(call fingerprint,requirements-dev.txt)

# Stamps of a .venv whose Python is gone or was replaced by another version say nothing.
ifneq ($(wildcard $(VENV)/.run-* $(VENV)/.dev-*),)
ifneq ($(shell $(python) -c 'import importlib.util, pip; print(importlib.util.find_spec("catalogue") is not None)' 2>&1),True)
$(shell rm -f $(VENV)/.run-* $(VENV)/.dev-*)
endif
endif

# The search engines that search is measured beside; npm writes this file when all of them are there.
engines := benchmarks/peers/search/node_modules/.package-lock.json

# TypeScript, which checks the scripts; npm writes this file when all of it is there.
typescript := node_modules/.package-lock.json

# Python compiles what is used when it is first used, and keeps it whatever the environment says: to compile all that is
# installed takes as long as to install it, and to compile the catalogue in each of the tests' processes longer than a test.
pip := $(python) -m pip --quiet --quiet --no-input --disable-pip-version-check install --no-compile
export PYTHONDONTWRITEBYTECODE :=

# What is installed: the lock, and the package that lies here itself.
locked = --require-hashes --requirement $(lock)
itself := --no-deps --no-build-isolation --editable .
by_pip = { $(pip) $(locked) && $(pip) $(itself); }

# uv installs in a sixth of the time. It knows nothing of pip's settings: where it gets nothing, pip installs all.
uv := $(python) -m uv pip install --quiet --python $(python)
by_uv = { sed -n '/^uv==/,/[^\\]$$/p' $(lock) > $(VENV)/uv.txt && $(pip) --require-hashes --requirement $(VENV)/uv.txt \
	&& $(uv) $(locked) && $(uv) $(itself); }

.PHONY: help serve site pdf check diff test prove lint types style schema bench bench-findings bench-history bench-outputs bench-pages bench-search search-quality lock clean

help:
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z-]*\):.*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 18

serve: $(run) ## show the site on 127.0.0.1:8000 and follow what is edited (PORT=8080 for another port)
	@NO_MKDOCS_2_WARNING=1 $(python) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: $(run) ## build the site into site/, the old one whole until the new one is (SITE=--in-place keeps the folder)
	@$(python) hooks/build_site.py $(SITE)

pdf: $(dev) ## write plans and years as tagged PDF into pdf/ (PDF=DIR for another folder)
	@$(python) -m catalogue pdf "$(PDF)"

check: $(run) ## check the data alone (FORMAT=text, github, gitlab or json)
	@$(python) -m catalogue check --format $(FORMAT)

# A branch's name goes by the environment: as a part of the line the shell would run what stands in it.
export BASE
diff: $(run) ## tell what the data here changes since it parted from main (BASE=… for another revision; FORMAT=text, markdown or json; DIFF="--whole FILE")
	@$(python) -m catalogue diff --merge-base "$$BASE" --format $(FORMAT) $(DIFF)

test: lint ## run every check and test, the browser's included
	@CHROMIUM="$$($(python) tests/browser/chromium.py)" && export CHROMIUM && $(python) -m pytest --quiet --numprocesses auto --dist loadfile --no-loadscope-reorder

prove: $(dev) ## prove what takes too long for `make test`; installs LibreOffice where it is not there
	@CHROMIUM="$$($(python) tests/browser/chromium.py)" && export CHROMIUM \
		&& SOFFICE="$$($(python) -m tests.browser.libreoffice)" && export SOFFICE \
		&& HYPOTHESIS_PROFILE=prove $(python) -m pytest --quiet --numprocesses auto --dist loadfile --no-loadscope-reorder -m "proof or proved or hypothesis"

lint: $(dev) ## check the style, types and imports of the code and the scripts
	@$(MAKE) --no-print-directory --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) types style

types: $(dev)
	@$(python) -m mypy --no-error-summary

style: $(dev) $(typescript)
	@$(python) -m ruff check --quiet
	@$(python) -m ruff format --quiet --diff
	@$(VENV)/bin/lint-imports --no-logo
	@$(VENV)/bin/oxlint --format unix docs/assets/javascripts
	@$(VENV)/bin/node node_modules/typescript/bin/tsc

$(typescript): package-lock.json | $(dev)
	@echo 'Installing TypeScript into node_modules …' >&2
	@$(VENV)/bin/npm ci --silent --no-audit --no-fund
	@touch $@

schema: $(run) ## write schema/ from the model
	@$(python) -m catalogue schema

bench: $(run) ## measure builds beside Hugo, Eleventy and MkDocs Material; takes long (BENCH="--sizes 1000 --runs 3")
	@$(pip) --require-hashes --requirement benchmarks/requirements.txt
	@if command -v npm >/dev/null; then cd benchmarks/peers/eleventy && npm ci --silent --no-audit --no-fund; fi
	@$(python) -m benchmarks.builds $(BENCH)

bench-outputs: $(dev) ## measure files and pages, sort by sort, beside Hugo (OUTPUTS="--programs 1000")
	@$(pip) --require-hashes --requirement benchmarks/requirements.txt
	@$(python) -m benchmarks.outputs $(OUTPUTS)

bench-findings: $(dev) ## measure reconciliation, overlaps and other findings as a catalogue grows (FINDINGS="--sizes 1000")
	@$(python) -m benchmarks.findings $(FINDINGS)

bench-history: $(dev) ## measure what a long history costs a build and what `diff` takes, beside git (HISTORY="--programs 1000")
	@$(python) -m benchmarks.history $(HISTORY)

bench-pages: $(dev) ## look at the heaviest pages of a large catalogue with a phone, in Chromium
	@CHROMIUM="$$($(python) tests/browser/chromium.py)" && export CHROMIUM && $(python) -m benchmarks.pages

bench-search: $(dev) $(engines) ## measure search beside Pagefind and Material's own, in Chromium
	@CHROMIUM="$$($(python) tests/browser/chromium.py)" && export CHROMIUM && $(python) -m benchmarks.searching

search-quality: $(dev) $(engines) ## ask many queries of search and of its peers, in Chromium (QUALITY=--failures)
	@CHROMIUM="$$($(python) tests/browser/chromium.py)" && export CHROMIUM && $(python) -m benchmarks.quality $(QUALITY)

$(engines): benchmarks/peers/search/package-lock.json | $(dev)
	@cd $(<D) && $(abspath $(VENV))/bin/npm ci --silent --no-audit --no-fund
	@touch $@

lock: $(dev) ## renew the locks after a change of pyproject.toml (UPGRADE=1 takes newer releases of everything)
	@$(compile) pyproject.toml --group install --output-file requirements.txt
	@$(compile) pyproject.toml --group install --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(compile) --group bench --output-file benchmarks/requirements.txt

compile = UV_CUSTOM_COMPILE_COMMAND='make lock' $(python) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	$(if $(UPGRADE),--upgrade)

clean: ## remove everything that was made here, .venv included
	@rm -rf site pdf .venv node_modules benchmarks/peers/*/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache hooks/catalogue.egg-info
	@find benchmarks hooks tests -name __pycache__ -prune -exec rm -rf {} +

$(run): lock := requirements.txt
$(dev): lock := requirements-dev.txt
$(run) $(dev):
	@.ci/venv "$(PYTHON)" "$(VENV)" >&2
	@echo "Installing $(lock) into $(VENV), which takes a minute …" >&2
	@$(if $(findstring dev,$(lock)),$(by_uv) ||) $(by_pip)
	@rm -f $(VENV)/.run-* $(VENV)/.dev-*
	@touch $(run) $(if $(findstring dev,$(lock)),$(dev))
