# shellcheck shell=bash
# What the other scripts share; sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # those that source this use it
tools="$root/target/tools"

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Milliseconds, for the times that are printed.
now_ms() { printf '%s' "${EPOCHREALTIME//[.,]/}" | sed 's/...$//'; }

seconds_since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the range that the kernel hands out by itself, so that no outgoing
# connection takes the port between this look and its use.
free_port() {
  local port try
  for try in {1..50}; do
    port=$((20000 + (RANDOM * 7 + try) % 10000))
    if port_is_free "$port"; then
      printf '%d' "$port"
      return 0
    fi
  done
  fail "no free port found"
}

# A place for throw-away data: memory when it has at least $1 MiB left, else the disk.
scratch_base() {
  local left=0
  if [[ -d /dev/shm && -w /dev/shm ]]; then
    left=$(df --output=avail -m /dev/shm | tail -n 1)
  fi
  if ((left >= $1)); then printf '/dev/shm'; else printf '%s' "${TMPDIR:-/tmp}"; fi
}

