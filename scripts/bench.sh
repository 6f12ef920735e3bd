#!/usr/bin/env bash
# Measures the release binary on SQLite and on a PostgreSQL that really syncs, against references of
# the same run. SCALE is the number of clients; the result goes to artefacts/bench.json as well.
#
#   bench.sh [further arguments of the benchmark]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
export ZHIDU_BIN="${CARGO_TARGET_DIR:-$root/target}/release/zhidu"
[[ -x $ZHIDU_BIN ]] || fail "no release binary; call it as: make bench"
mkdir -p artefacts
# pgbench is the reference for PostgreSQL.
PATH="${ZHIDU_PG_BIN:-/usr/lib/postgresql/15/bin}:$PATH"
export PATH
exec "$root/scripts/pg.sh" run --durable -- \
  cargo bench --locked --package tests --bench bench -- \
  --scale "${SCALE:-10000}" --json "$root/artefacts/bench.json" "$@"
