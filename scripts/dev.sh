#!/usr/bin/env bash
# The demo company on http://127.0.0.1:5173: pages reload by Vite, the service is rebuilt and restarted
# when a Rust file changes. A change that does not compile leaves the running service alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
"$root/scripts/install.sh" build
binary="${CARGO_TARGET_DIR:-$root/target}/debug/zhidu"
watched=(api migrations Cargo.toml Cargo.lock)
# Debug builds read the pages from this directory at run time; Vite serves them here instead.
mkdir -p frontend/dist
service=
pages=
stamp=$(mktemp)

stop_service() {
  if [[ -n $service ]]; then
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
    service=
  fi
}

# shellcheck disable=SC2317 # the trap calls it
stop_all() {
  trap '' INT TERM HUP
  stop_service
  if [[ -n $pages ]]; then kill "$pages" 2>/dev/null || true; fi
  rm -f "$stamp"
}
trap stop_all EXIT
trap 'exit 130' INT TERM HUP

# Returns when a source is newer than the stamp; inotifywait, where it is installed, saves the polling.
wait_for_change() {
  while [[ -z $(find "${watched[@]}" -type f -newer "$stamp" -print -quit) ]]; do
    if have inotifywait; then
      inotifywait -qq -r -t 5 -e modify,create,delete,move "${watched[@]}" || true
    else
      sleep 1
    fi
  done
}

rebuild() {
  touch "$stamp"
  if cargo build --workspace --bin zhidu; then
    stop_service
    "$binary" serve --demo &
    service=$!
  else
    say "It does not compile; the service before it goes on."
  fi
}

npm --prefix frontend run dev -- --clearScreen false &
pages=$!
while true; do
  rebuild
  wait_for_change
done
