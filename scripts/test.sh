#!/usr/bin/env bash
# Every test there is: Rust on SQLite and on a throw-away PostgreSQL, the frontend's units, the contract
# attacked by Schemathesis, the browser.
# The last line is `N passed, N failed` over all parts; a part without tests counts as a failure.
#
#   test.sh [rust|unit|contract|e2e ...]    all parts unless some are named
#
# ZHIDU_TEST_POSTGRES_URL, when set, names the server to use instead of a throw-away one.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [[ -z ${ZHIDU_TEST_POSTGRES_URL:-} ]]; then
  code=0
  "$root/scripts/pg.sh" run -- "${BASH_SOURCE[0]}" "$@" || code=$?
  if ((code == 69)); then printf '0 passed, 1 failed\n'; fi
  exit "$code"
fi

cd "$root"
target=${CARGO_TARGET_DIR:-$root/target}
logs="$target/test-logs"
scratch="$(scratch_base 2048)/zhidu-test-$$"
passed=0
failed=0
report=()
locked=()
if [[ -n ${CI:-} ]]; then locked=(--locked); fi

mkdir -p "$logs"
mkdir -m 700 "$scratch"
# A second signal must not cut the cleaning short.
trap 'trap "" INT TERM HUP; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

# The tests' own temporary files go with the rest, also after a crash.
export TMPDIR=$scratch
export ZHIDU_BIN="$target/debug/zhidu"

# Adds the tests of one part. $1 name, $2 start, $3 exit code, $4 passed, $5 failed.
count() {
  local ok=$4 bad=$5
  # A part that broke, or that ran nothing, has failed even if no test said so.
  if ((bad == 0 && ($3 != 0 || ok == 0))); then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  report+=("$(printf '%-8s %6d passed %4d failed %12s' "$1" "$ok" "$bad" "$(seconds_since "$2")")")
}

# From `Summary [ 1.2s] 12 tests run: 10 passed, 2 failed`: whatever did not pass has failed.
nextest_counts() {
  sed -E 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    match($0, /[0-9\/]+ tests? run: [0-9]+ passed/) {
      split(substr($0, RSTART, RLENGTH), word, " "); n = split(word[1], run, "/"); all = run[n]; ok = word[4]
    }
    END { print ok + 0, all - ok }'
}

# From any number of `test result: ok. 12 passed; 0 failed; ...`.
libtest_counts() {
  awk '/^test result:/ { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) ok += $(i - 1); if ($i ~ /^failed/) bad += $(i - 1) } }
    END { print ok + 0, bad + 0 }' "$1"
}

vitest_counts() {
  node -e '
    const r = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    const broken = r.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length;
    console.log(r.numPassedTests, r.numFailedTests + broken);
  ' "$1" 2>/dev/null || printf '0 0\n'
}

run_rust() {
  local log="$logs/rust.log" code=0 begun ok bad
  begun=$(now_ms)
  # The fault tests start and kill the real program.
  cargo build "${locked[@]}" --workspace --bin zhidu || code=$?
  if ((code != 0)); then
    count rust "$begun" "$code" 0 0
  elif cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run "${locked[@]}" --workspace --no-fail-fast 2>&1 | tee "$log" || code=$?
    read -r ok bad < <(nextest_counts "$log")
    count rust "$begun" "$code" "$ok" "$bad"
  else
    cargo test "${locked[@]}" --workspace --no-fail-fast -- --show-output 2>&1 | tee "$log" || code=$?
    read -r ok bad < <(libtest_counts "$log")
    count rust "$begun" "$code" "$ok" "$bad"
  fi
}

# $1 name, then the command; it takes vitest's arguments.
run_vitest() {
  local name=$1 out="$logs/$1.json" code=0 begun ok bad
  shift
  begun=$(now_ms)
  rm -f "$out"
  "$@" --reporter=default --reporter=json --outputFile.json="$out" || code=$?
  read -r ok bad < <(vitest_counts "$out")
  count "$name" "$begun" "$code" "$ok" "$bad"
}

# The last line of the script is its count.
run_contract() {
  local log="$logs/contract.log" code=0 begun ok bad
  rm -f "$log"
  begun=$(now_ms)
  cargo build "${locked[@]}" --workspace --bin zhidu || code=$?
  if ((code == 0)); then "$root/scripts/schemathesis.sh" 2>&1 | tee "$log" || code=$?; fi
  read -r ok bad < <(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$log" 2>/dev/null | tail -n 1; printf '0 0\n')
  count contract "$begun" "$code" "$ok" "$bad"
}

parts=("$@")
if ((${#parts[@]} == 0)); then parts=(rust unit contract e2e); fi
for part in "${parts[@]}"; do
  say "== $part"
  case $part in
    rust) run_rust ;;
    contract) run_contract ;;
    unit) run_vitest unit npm --prefix frontend test -- ;;
    e2e) run_vitest e2e "$root/scripts/e2e.sh" ;;
    *) fail "no part is called $part" ;;
  esac
done

printf '\n'
printf '%s\n' "${report[@]}"
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
