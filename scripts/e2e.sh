#!/usr/bin/env bash
# The browser tests against a service of their own: a fresh demo database on a free port.
#
#   e2e.sh [arguments of vitest]
#
# The tests find the service in ZHIDU_SERVICE; screenshots go to ZHIDU_ARTEFACTS (artefacts/).
# ZHIDU_BIN names the binary, by default the debug build, which is brought up to date first.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
if [[ -z ${ZHIDU_BIN:-} || ! -x ${ZHIDU_BIN:-} ]]; then
  # The debug build reads this folder as it goes, if it was there when it was compiled.
  mkdir -p frontend/dist
  cargo build --workspace --bin zhidu
  ZHIDU_BIN="${CARGO_TARGET_DIR:-$root/target}/debug/zhidu"
fi

work="$(scratch_base 512)/zhidu-e2e-$$"
mkdir -m 700 "$work"
service=
# shellcheck disable=SC2317 # the trap calls it
stop() {
  trap '' INT TERM HUP
  if [[ -n $service ]]; then
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

port=$(free_port)
ZHIDU_SERVICE="http://127.0.0.1:$port"
ZHIDU_ARTEFACTS="${ZHIDU_ARTEFACTS:-$root/artefacts}"
export ZHIDU_SERVICE ZHIDU_ARTEFACTS
mkdir -p "$ZHIDU_ARTEFACTS"

# In its own directory: demo mode keeps everything in data/demo below the working directory. Without a
# metrics page, whose fixed port another service on this machine may hold.
(
  cd "$work"
  exec env ZHIDU__SERVER__ADDRESS="127.0.0.1:$port" ZHIDU__METRICS__ADDRESS= \
    ZHIDU__SERVER__RATE_LIMIT_PER_MINUTE=1000000 "$ZHIDU_BIN" serve --demo
) >"$work/service.log" 2>&1 </dev/null &
service=$!

ready() {
  node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$ZHIDU_SERVICE/readyz"
}

# A debug build fills the demo company in well under two minutes.
deadline=$((SECONDS + 120))
until ready; do
  if ((SECONDS > deadline)) || ! kill -0 "$service" 2>/dev/null; then
    cat "$work/service.log" >&2
    fail "the service did not become ready at $ZHIDU_SERVICE"
  fi
  sleep 0.2
done

node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1))' "$ZHIDU_SERVICE/" ||
  fail "$ZHIDU_BIN serves no application: it was compiled before frontend/dist was there (touch api/src/spa.rs, build again)"

code=0
npm --prefix frontend run e2e -- "$@" || code=$?
if ((code != 0)); then
  cp "$work/service.log" "$ZHIDU_ARTEFACTS/service.log"
  say "The service's log: artefacts/service.log"
fi
exit "$code"
