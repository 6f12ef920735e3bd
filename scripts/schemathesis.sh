#!/usr/bin/env bash
# The contract attacked: Schemathesis reads openapi/openapi.json and calls services of its own, on SQLite
# and on PostgreSQL, as people with many rights and as one with few. All checks; a fixed seed.
# The last line is `N passed, N failed`, one for each run.
#
#   schemathesis.sh [sqlite|postgres ...]    both unless one is named
#
# What is excluded, and why, stands in tests/schemathesis/hooks.py. ZHIDU_TEST_POSTGRES_URL names the
# server; without it a throw-away one is started. ZHIDU_BIN names the binary.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
engines=("$@")
if ((${#engines[@]} == 0)); then engines=(sqlite postgres); fi
if [[ " ${engines[*]} " == *" postgres "* && -z ${ZHIDU_TEST_POSTGRES_URL:-} ]]; then
  exec "$root/scripts/pg.sh" run -- "${BASH_SOURCE[0]}" "${engines[@]}"
fi

st="$tools/schemathesis/bin/st"
[[ -x $st ]] || fail "Schemathesis is missing; run: scripts/install.sh test"
if [[ -z ${ZHIDU_BIN:-} || ! -x ${ZHIDU_BIN:-} ]]; then
  cargo build --workspace --bin zhidu
  ZHIDU_BIN="${CARGO_TARGET_DIR:-$root/target}/debug/zhidu"
fi
logs="${CARGO_TARGET_DIR:-$root/target}/test-logs"
mkdir -p "$logs"

work="$(scratch_base 512)/zhidu-contract-$$"
mkdir -m 700 "$work"
service=
database=
passed=0
failed=0

stop_service() {
  if [[ -n $service ]]; then
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
    service=
  fi
  if [[ -n $database ]]; then
    psql "DROP DATABASE IF EXISTS $database WITH (FORCE)" || true
    database=
  fi
}
# shellcheck disable=SC2317 # the trap calls it
leave() {
  trap '' INT TERM HUP
  stop_service
  rm -rf "$work"
}
trap leave EXIT
trap 'exit 130' INT TERM HUP

psql() { "${ZHIDU_PG_BIN:-/usr/lib/postgresql/15/bin}/psql" -q -d "$ZHIDU_TEST_POSTGRES_URL" -c "$1" >/dev/null 2>&1; }

zhidu() { (cd "$work/$1" && shift && exec env -u ZHIDU_CONFIG "$ZHIDU_BIN" "$@"); }

ready() { python3 -c 'import sys, urllib.request as r; r.urlopen(sys.argv[1], timeout=5)' "$1/readyz" 2>/dev/null; }

# A company of 60 clients on an engine. No limit of requests, and passwords that are cheap to hash: what
# is attacked is the contract, the limits have tests of their own.
start_service() {
  local engine=$1 url port
  mkdir "$work/$engine"
  url="sqlite://$work/$engine/zhidu.sqlite"
  if [[ $engine == postgres ]]; then
    database="contract_$$"
    psql "CREATE DATABASE $database" || fail "no database could be made"
    url="${ZHIDU_TEST_POSTGRES_URL%/*}/$database"
    printf '%064d' 7 >"$work/$engine/master.key"
  fi
  port=$(free_port)
  address="http://127.0.0.1:$port"
  local settings=(
    --set "database.url=$url" --set "storage.directory=$work/$engine/files"
    --set "security.master_key_file=$work/$engine/master.key" --set "server.address=127.0.0.1:$port"
    --set server.rate_limit_per_minute=100000000 --set security.argon2_memory_kib=64
    --set metrics.address= --set log.filter=warn
  )
  if [[ $engine == postgres ]]; then zhidu "$engine" migrate up "${settings[@]}" >"$work/$engine/migrate.log"; fi
  zhidu "$engine" seed --clients 60 --yes "${settings[@]}" >"$work/$engine/seed.log"
  # Not by the function above: of that the number would be its shell's, and the service would outlive it.
  (cd "$work/$engine" && exec env -u ZHIDU_CONFIG "$ZHIDU_BIN" serve "${settings[@]}") \
    >"$logs/contract-service-$engine.log" 2>&1 </dev/null &
  service=$!
  local deadline=$((SECONDS + 60))
  until ready "$address"; do
    if ((SECONDS > deadline)) || ! kill -0 "$service" 2>/dev/null; then
      cat "$logs/contract-service-$engine.log" >&2
      fail "the service did not become ready"
    fi
    sleep 0.2
  done
}

# attack ENGINE LOGIN REACHED PHASES: REACHED operations at least must have answered with a success.
attack() {
  local engine=$1 login=$2 log="$logs/contract-$1-$2.log" begun code=0
  begun=$(now_ms)
  (
    cd tests/schemathesis
    # What failed before would be tried first, and a run would hang on the runs before it.
    rm -rf .schemathesis
    export ZHIDU_LOGIN=$login ZHIDU_PASSWORD=chengdu-demo-2026 ZHIDU_REACHED=$3
    export SCHEMATHESIS_HOOKS=hooks PYTHONPATH=. PYTHONDONTWRITEBYTECODE=1
    # The live stream answers and goes on, so every call of it would last until the time limit; what it
    # tells, and when it ends, is tested in tests/it/records/stream.rs.
    # `--max-examples` bounds what is invented; examples and coverage are as many as the document asks for.
    timeout --kill-after=10 1200 "$st" --config-file schemathesis.toml run "$root/openapi/openapi.json" \
      --url "$address" --exclude-operation-id stream_events --checks all --phases "$4" --max-examples 3 --generation-database none --no-shrink \
      --no-color
  ) >"$log" 2>&1 </dev/null || code=$?
  if ((code == 0)); then
    passed=$((passed + 1))
    printf 'ok      %-9s %-11s %8s  %s\n' "$engine" "$login" "$(seconds_since "$begun")" "$(grep -m 1 ' generated, ' "$log" || true)"
  else
    failed=$((failed + 1))
    printf 'FAILED  %-9s %-11s %8s  %s\n' "$engine" "$login" "$(seconds_since "$begun")" "$log"
    sed -n '/= FAILURES =/,/= WARNINGS =/p;/= ERRORS =/,/= WARNINGS =/p;/= SUMMARY =/,$p' "$log" | head -n 400
  fi
}

all=examples,coverage,fuzzing,stateful
for engine in "${engines[@]}"; do
  start_service "$engine"
  case $engine in
    sqlite)
      attack sqlite wuhaoran 50 "$all"
      attack sqlite chengtao 20 examples,fuzzing,stateful
      ;;
    postgres) attack postgres shenhuimin 50 "$all" ;;
    *) fail "no engine is called $engine" ;;
  esac
  stop_service
done
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
