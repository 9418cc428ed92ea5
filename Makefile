# Phylanx: the ways in. `make demo` shows it, `make test` checks it.

CARGO ?= cargo
PYTHON := .venv/bin/python

.PHONY: setup build demo test random bench wheel fmt lint clean

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

# Random programs against CPython: `make random COUNT=20000 SEED=0`; those that differ are kept in a folder.
random: setup
	$(CARGO) build --release --workspace
	$(PYTHON) tests/random/run.py target/release/phylanxc --count $(or $(COUNT),1000) --seed $(or $(SEED),0) --all

bench: setup
	$(CARGO) build --release --workspace
	$(PYTHON) tests/bench/bench.py

# The Python package as one file, for CPython 3.10 and newer.
wheel: setup
	@bash scripts/wheel.sh

fmt:
	$(CARGO) fmt --all

lint: setup
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings

clean:
	$(CARGO) clean
	rm -rf .venv out
