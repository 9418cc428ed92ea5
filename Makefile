# Phylanx: the ways in. `make demo` shows it, `make test` checks it.

CARGO ?= cargo
PYTHON := .venv/bin/python

.PHONY: setup build demo test bench fmt lint clean

setup:
	@bash scripts/setup.sh

# The compiler, and the runtime that programs are linked with.
build: setup
	$(CARGO) build --workspace

demo: setup
	$(CARGO) build --release --workspace
	$(PYTHON) scripts/demo.py

test: setup
	@bash scripts/test.sh

bench: setup
	$(CARGO) build --release --workspace
	$(PYTHON) tests/bench/bench.py

fmt:
	$(CARGO) fmt --all

lint: setup
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings

clean:
	$(CARGO) clean
	rm -rf .venv out
