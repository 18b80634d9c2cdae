# Needs Python 3.11 or newer with venv, make, and a package index that pip can reach. `make help` lists the targets.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
UPGRADE ?=
PYTEST_ARGS ?= -n 2 --dist loadfile
RISKFLAG_HOME ?= var
export RISKFLAG_HOME

VENV := .venv
BIN := $(VENV)/bin
RESOLVER := build/resolver
PEERS := build/peers
LIBPOSTAL := build/libpostal
SERVICE := $(VENV)/service.stamp
DEVELOPMENT := $(VENV)/development.stamp
STYLES := build/styles
SOAKED := tests/benchmarks/probing tests/canaries tests/durability tests/hostile tests/importers/test_any_damage.py \
	tests/persistence/test_codec.py tests/persistence/test_meddling.py tests/persistence/test_tampering.py \
	tests/probing tests/properties tests/records
CASELOAD := $(wildcard examples/*.json examples/caseload/*.json)

# The project goes in as an editable install, built by the pinned backend, so a build downloads nothing unpinned.
INSTALL_LOCKED = $(BIN)/python -m pip install --quiet --require-hashes --requirement
INSTALL_PROJECT = $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .

RESOLVE_FOR = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header $(UPGRADE)
RESOLVE = $(RESOLVER)/bin/uv pip compile pyproject.toml $(RESOLVE_FOR)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install serve test soak lint docs assets lock sbom peers libpostal benchmark clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: $(SERVICE) ## Install, load the example caseload and serve on HOST:PORT (127.0.0.1:8000), for development
	RISKFLAG_ENVIRONMENT=development $(BIN)/riskflag database upgrade
	RISKFLAG_ENVIRONMENT=development $(BIN)/riskflag import --as-if-asked-now --ask $(CASELOAD)
	RISKFLAG_ENVIRONMENT=development RISKFLAG_HOST=$(HOST) RISKFLAG_PORT=$(PORT) exec $(BIN)/python -m api

install: $(DEVELOPMENT) ## Install everything that developing and training need

test: $(DEVELOPMENT) ## Run the tests (PYTEST_ARGS="tests/rules -k breach" for some of them)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

soak: export RISKFLAG_CANARIES ?= 200
soak: export RISKFLAG_DAMAGED_PAYLOADS ?= 20000
soak: export RISKFLAG_EXAMPLES ?= 1000
soak: export RISKFLAG_FAULTS ?= 100000
soak: export RISKFLAG_FUZZ ?= 100000
soak: export RISKFLAG_KILLS ?= 1000
soak: export RISKFLAG_POWER_CUTS ?= 1000
soak: export RISKFLAG_PROBES ?= 1000
soak: export RISKFLAG_TAMPERINGS ?= 10000
soak: export RISKFLAG_WORLDS ?= 10000
soak: $(DEVELOPMENT) ## Run the long loops of the tests at their large sizes, for hours (RISKFLAG_FAULTS=5000 for another)
	$(BIN)/python -m pytest $(PYTEST_ARGS) $(SOAKED)

lint: $(DEVELOPMENT) ## Check style, types, import contracts, declared dependencies and known weaknesses
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry .
	$(BIN)/bandit --quiet --recursive api riskflag training

docs: $(DEVELOPMENT) ## Write the generated pages of docs/ anew from the code, and pin the rulebook
	$(BIN)/python -m riskflag.documentation docs
	$(BIN)/python -m training.transparency models docs/algorithmic-transparency.md
	$(BIN)/python -m riskflag.pinned_rulebook

assets: ## Build the pages' style sheet and script anew (needs Node.js; what comes of it is kept here)
	mkdir -p $(STYLES)
	cp api/pages/styles/*.json api/pages/styles/*.scss api/pages/styles/.npmrc $(STYLES)
	cd $(STYLES) && npm ci --silent
	cd $(STYLES) && npx sass --style=compressed --no-source-map --quiet --load-path=node_modules --load-path=. \
		riskflag.scss $(CURDIR)/api/pages/static/riskflag.css
	sed 's#//\# sourceMappingURL=.*##' $(STYLES)/node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js \
		> api/pages/static/govuk-frontend.js
	cp $(STYLES)/node_modules/axe-core/axe.min.js tests/pages/axe.min.js

lock: $(RESOLVER)/ready.stamp ## Resolve the lock files anew (UPGRADE=--upgrade for the newest releases)
	$(RESOLVE) --extra build --extra scale-out --extra sign-in --extra training --extra dev --output-file requirements/development.lock
	$(RESOLVE) --extra build --extra sign-in --constraint requirements/development.lock --output-file requirements/service.lock
	$(RESOLVE) --extra training --extra peers --constraint requirements/development.lock --output-file requirements/peers.lock
	$(RESOLVER)/bin/uv pip compile requirements/libpostal.in $(RESOLVE_FOR) --output-file requirements/libpostal.lock

sbom: $(DEVELOPMENT) ## Write build/sbom.json: every package that the service runs on, with its hashes (CycloneDX)
	mkdir -p build
	$(BIN)/python -W ignore -m cyclonedx_py requirements requirements/service.lock --pyproject pyproject.toml \
		--output-reproducible --output-format JSON --output-file build/sbom.json

peers: $(PEERS)/ready.stamp ## Install what our scores and our finding of addresses are compared with, in build/peers

libpostal: $(LIBPOSTAL)/ready.stamp ## Put the model of libpostal, one of these, into build/libpostal (600 MB, and 2 GB there)

benchmark: $(DEVELOPMENT) ## Time assessments and the service on this machine
	mkdir -p $(RISKFLAG_HOME)
	$(BIN)/python -m benchmarks

clean: ## Remove what make installed and cached; the database under var/ stays
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "riskflag needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(SERVICE): requirements/service.lock pyproject.toml | $(BIN)/python
	$(INSTALL_LOCKED) requirements/service.lock
	$(INSTALL_PROJECT)
	@touch $@

$(DEVELOPMENT): requirements/development.lock pyproject.toml | $(BIN)/python
	$(INSTALL_LOCKED) requirements/development.lock
	$(INSTALL_PROJECT)
	@touch $@

$(PEERS)/ready.stamp: requirements/peers.lock
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --require-hashes --requirement requirements/peers.lock
	@touch $@

$(LIBPOSTAL)/ready.stamp: requirements/libpostal.lock | $(PEERS)/ready.stamp
	$(PEERS)/bin/python -m pip install --quiet --require-hashes --no-compile --target $(LIBPOSTAL)-packages \
		--requirement requirements/libpostal.lock
	$(PEERS)/bin/python -m benchmarks.address_peers.libpostal_model $(LIBPOSTAL)-packages $(LIBPOSTAL)
	rm -rf $(LIBPOSTAL)-packages
	@touch $@

$(RESOLVER)/ready.stamp: requirements/resolver.lock
	$(PYTHON) -m venv $(RESOLVER)
	$(RESOLVER)/bin/python -m pip install --quiet --require-hashes --requirement requirements/resolver.lock
	@touch $@
