#!/usr/bin/env bash
# Installs what building and testing Phylanx needs. Safe to run again; quick when everything is there.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  build-essential pkg-config
  llvm-22-dev llvm-22-tools lld-22 libmlir-22-dev mlir-22-tools libclang-22-dev
  libzstd-dev zlib1g-dev libxml2-dev libz3-dev libedit-dev libffi-dev
  libopenmpi-dev openmpi-bin
  python3-venv
)
numpy_version=2.4.6
scipy_version=1.17.1
pytest_version=9.2.0
rust_version=1.95

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

is_debian_12() {
  [ -r /etc/os-release ] || return 1
  (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ])
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "not root and no sudo here; run as root: $*"
  fi
}

install_packages() {
  local missing=()
  for package in "${packages[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

check_other_system() {
  [ -e /usr/lib/llvm-22/bin/mlir-opt ] && [ -e /usr/lib/llvm-22/bin/llvm-config ] && command -v mpirun >/dev/null && return
  printf 'setup: this is not Debian 12, so nothing was installed. Phylanx needs:\n' >&2
  printf '  LLVM and MLIR 22 with headers in /usr/lib/llvm-22 (or change .cargo/config.toml)\n' >&2
  printf '  Open MPI with headers, a C compiler, and the headers of zstd, zlib, libxml2, z3, libedit, libffi\n' >&2
  printf '  as Debian packages: %s\n' "${packages[*]}" >&2
  exit 1
}

check_rust() {
  command -v cargo >/dev/null || fail "cargo is missing: install Rust $rust_version or newer"
  local found
  found=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n%s\n' "$rust_version" "$found" | sort -V | head -n1)" = "$rust_version" ] ||
    fail "Rust $found is too old: $rust_version or newer is needed (rustup update)"
}

find_python() {
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  fail "Python 3.11 or newer with its venv module is missing"
}

has_numpy() {
  [ -x .venv/bin/python ] &&
    .venv/bin/python -c "import importlib.metadata as m, sys; sys.exit((m.version('numpy'), m.version('scipy'), m.version('pytest')) != ('$numpy_version', '$scipy_version', '$pytest_version'))" 2>/dev/null
}

install_numpy() {
  has_numpy && return
  say "making .venv with numpy $numpy_version, scipy $scipy_version and pytest $pytest_version"
  "$(find_python)" -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check "numpy==$numpy_version" "scipy==$scipy_version" "pytest==$pytest_version"
}

if is_debian_12; then install_packages; else check_other_system; fi
check_rust
install_numpy
say "ready"
