#!/usr/bin/env bash
# Installs what is missing on Debian, or says what to install.
#
#   install.sh build    a C compiler (SQLite is compiled in), Rust and Node are checked
#   install.sh test     also PostgreSQL 15, Chromium, Chinese fonts, Schemathesis in a Python of its own
#   install.sh check    also shellcheck and cargo-deny
#
# Packages are installed only as root; Rust and Node never, they belong to the machine's owner.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

deny_version=0.20.2

# $1 is at least version $2.
at_least() { [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$2" ]]; }

require() {
  local program=$1 wanted=$2 found=$3
  if [[ -z $found ]]; then fail "$program is missing; $program $wanted or newer is needed"; fi
  at_least "$found" "$wanted" || fail "$program $found is too old; $wanted or newer is needed"
}

toolchains() {
  require cargo 1.95 "$(cargo --version 2>/dev/null | cut -d ' ' -f 2)"
  require node 20.19 "$(node --version 2>/dev/null | tr -d v)"
  require npm 10 "$(npm --version 2>/dev/null)"
}

has_chinese_font() { compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null || { have fc-list && [[ -n $(fc-list ':lang=zh-cn' family) ]]; }; }

missing_packages() {
  have cc || printf 'build-essential\n'
  [[ $1 == build ]] && return 0
  [[ -x ${ZHIDU_PG_BIN:-/usr/lib/postgresql/15/bin}/initdb ]] || printf 'postgresql-15\n'
  have chromium || printf 'chromium\n'
  has_chinese_font || printf 'fonts-noto-cjk\n'
  # Debian keeps apart what a Python of one's own is made with.
  python3 -c 'import ensurepip, venv' 2>/dev/null || printf 'python3-venv\n'
  [[ $1 == test ]] && return 0
  have shellcheck || printf 'shellcheck\n'
}

apt() { DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2; }

install_packages() {
  have apt-get || fail "no apt-get here; install these by the means of your system: $*"
  [[ $(id -u) == 0 ]] || fail "not root; please run: sudo apt-get install $*"
  say "Installing $*"
  apt update || say "warning: the package lists could not be renewed"
  # The package would create a cluster and start a server on this machine; the tests bring their own.
  if [[ " $* " == *" postgresql-15 "* && ! -e /etc/postgresql-common/createcluster.conf ]]; then
    apt install --no-install-recommends postgresql-common
    sed -i -E 's/^#? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  fi
  apt install --no-install-recommends "$@"
}

install_cargo_deny() {
  [[ $("$tools/bin/cargo-deny" --version 2>/dev/null) == "cargo-deny $deny_version" ]] && return 0
  say "Building cargo-deny $deny_version (once, some minutes)"
  CARGO_TARGET_DIR="$tools/build" cargo install --quiet --locked cargo-deny --version "$deny_version" --root "$tools" >&2 ||
    fail "cargo-deny could not be built"
  rm -rf "$tools/build"
}

# All versions are pinned in the list; a copy of it tells what stands here already.
install_schemathesis() {
  local wanted="$root/tests/schemathesis/requirements.txt" home="$tools/schemathesis"
  cmp -s "$wanted" "$home/requirements.txt" && return 0
  say "Installing Schemathesis"
  rm -rf "$home"
  python3 -m venv "$home" >&2 || fail "no Python of its own could be made for Schemathesis"
  "$home/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted" >&2 ||
    fail "Schemathesis could not be installed"
  cp "$wanted" "$home/requirements.txt"
}

what=${1:-test}
[[ $what =~ ^(build|test|check)$ ]] || fail "usage: install.sh build|test|check"
toolchains
mapfile -t packages < <(missing_packages "$what")
if ((${#packages[@]})); then install_packages "${packages[@]}"; fi
if [[ $what != build ]]; then install_schemathesis; fi
if [[ $what == check ]]; then install_cargo_deny; fi
