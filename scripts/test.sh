#!/usr/bin/env bash
# Builds everything and runs all tests, with cargo-nextest where it is installed and with cargo test elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."

# The programs under test are linked with the runtime, which no test binary builds as a library of its own.
cargo build --workspace

if cargo nextest --version >/dev/null 2>&1; then
  exec cargo nextest run --workspace --no-fail-fast "$@"
fi
exec cargo test --workspace --no-fail-fast --lib --bins --tests "$@"
