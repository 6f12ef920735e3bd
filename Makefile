# Every command one needs. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

target := $(or $(CARGO_TARGET_DIR),target)
binary := $(target)/release/zhidu
modules := frontend/node_modules/.stamp
dist := frontend/dist/index.html

# Sources, so that a second `make run` finds nothing to do.
rust_sources := $(shell find api migrations -type f -not -name '*.md') Cargo.toml Cargo.lock
frontend_sources := $(shell find frontend/src frontend/public -type f -not -name '*.test.*' 2>/dev/null) \
	$(wildcard frontend/index.html frontend/*.json frontend/*.config.ts frontend/tools/*.mjs)

.PHONY: help run dev test e2e check check-fast generate bench install frontend

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: $(binary) ## build what is out of date and serve the demo company on http://127.0.0.1:8080
	@exec $(binary) serve --demo

dev: $(modules) ## serve the demo company, rebuild and reload at every change
	@scripts/dev.sh

test: $(dist) ## Rust on SQLite and PostgreSQL, frontend units, contract (Schemathesis), the browser
	@scripts/install.sh test
	@scripts/test.sh

e2e: $(dist) ## the browser tests alone
	@scripts/install.sh test
	@scripts/e2e.sh

check: ## formatters, lints, types, dependency rules, unused code, licences, advisories
	@scripts/install.sh check
	@scripts/check.sh

check-fast: ## the part of `check` that needs no further tools and no second build
	@scripts/check.sh --fast

generate: $(modules) ## OpenAPI document, TypeScript types, handbook coverage
	@scripts/generate.sh

bench: $(binary) ## measure against references of the same run; SCALE=1000000 for the full size
	@scripts/install.sh test
	@scripts/bench.sh

install: ## what is missing to build, test and check
	@scripts/install.sh check

frontend: $(dist)

# Not `npm ci`: a registry that mirrors one platform leaves the other platforms' optional packages out of
# the lock file, and `npm ci` then refuses it everywhere. This installs the locked versions all the same,
# leaves the lock file alone, and is told beforehand when the two files disagree.
$(modules): frontend/package.json frontend/package-lock.json frontend/.npmrc
	@node scripts/npm-checks.mjs lock-current
	cd frontend && npm install --no-save --no-audit --no-fund --prefer-offline
	@mkdir -p $(@D) && touch $@

$(dist): $(modules) $(frontend_sources)
	npm --prefix frontend run build
	@mkdir -p $(@D) && touch $@

$(binary): $(dist) $(rust_sources)
	@scripts/install.sh build
	cargo build --release --locked --package zhidu
	@mkdir -p $(@D) && touch $@
