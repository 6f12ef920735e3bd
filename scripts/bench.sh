#!/usr/bin/env bash
# Measures the release binary on SQLite and on a PostgreSQL that really syncs, against references of
# the same run. SCALE is the larger number of clients (100 000 without it); the smaller is 10 000.
# The table is printed; the figures go to target/bench/*.json.
#
#   bench.sh [further arguments of the benchmark, such as --engine sqlite, --rounds 5, --seconds 10]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
target="${CARGO_TARGET_DIR:-$root/target}"
[[ -x $target/release/zhidu ]] || fail "no release binary; call it as: make bench"
[[ ${SCALE:=100000} =~ ^[0-9]+$ ]] || fail "SCALE is a number of clients"
# pgbench is the reference for PostgreSQL.
PATH="${ZHIDU_PG_BIN:-/usr/lib/postgresql/15/bin}:$PATH"
export PATH
# On a disk: in memory a sync would cost nothing.
scratch=$(mktemp -d "/var/tmp/zhidu-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

scales=(--scale 10000)
((SCALE == 10000)) || scales+=(--scale "$SCALE")
# shellcheck disable=SC2016 # the URL is known inside only
"$root/scripts/pg.sh" run --durable -- bash -c '
  set -euo pipefail
  cargo bench --locked --package tests --bench bench -- --postgres "$ZHIDU_TEST_POSTGRES_URL" "$@"
' bench --binary "$target/release/zhidu" --dist "$root/frontend/dist" --json "$target/bench" \
  --scratch "$scratch" "${scales[@]}" "$@"
