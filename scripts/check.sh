#!/usr/bin/env bash
# Everything that can be found out without running the product. Goes on after a failure, so that one
# run shows all there is to mend.
#
#   check.sh [--fast]    --fast leaves out what needs further tools or a second build
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
PATH="$tools/bin:$PATH"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT TERM HUP
passed=0
failed=0
unchecked=()

# A step exits with 75 (EX_TEMPFAIL) when the machine does not let it say yes or no.
step() {
  local title=$1 begun code=0
  shift
  begun=$(now_ms)
  "$@" >"$log" 2>&1 </dev/null || code=$?
  case $code in
    0)
      passed=$((passed + 1))
      printf 'ok      %-44s %s\n' "$title" "$(seconds_since "$begun")"
      ;;
    75)
      unchecked+=("$title not checked: $(tail -n 1 "$log")")
      printf '?       %-44s %s\n' "$title" "not checked: $(tail -n 1 "$log")"
      ;;
    *)
      failed=$((failed + 1))
      printf 'FAILED  %-44s %s\n' "$title" "$(seconds_since "$begun")"
      sed 's/^/        /' "$log"
      ;;
  esac
}

modules() { make --no-print-directory frontend/node_modules/.stamp; }
npm_run() { npm --prefix frontend run --silent "$@"; }

shell_scripts() {
  have shellcheck || { printf 'shellcheck is missing\n'; return 75; }
  shellcheck -x -P SCRIPTDIR scripts/*.sh .ci/run
}

npm_lock_current() { node scripts/npm-checks.mjs lock-current; }
npm_single_versions() { node scripts/npm-checks.mjs single-versions; }

# A lock file with addresses binds everybody to one machine's registry.
npm_lock_addresses() {
  if grep -Hn '"resolved": "http' frontend/package-lock.json frontend/tools/*/package-lock.json; then
    printf 'lock files name a registry; .npmrc has omit-lockfile-registry-resolved for this\n'
    return 1
  fi
}

npm_advisories() {
  # npm audit fails as well for what it finds as for not being answered; its report tells them apart.
  { npm --prefix frontend audit --json 2>/dev/null || true; } | node scripts/npm-checks.mjs advisories
}

crate_advisories() {
  if ! GIT_TERMINAL_PROMPT=0 timeout 120 cargo-deny fetch db >/dev/null 2>&1; then
    printf 'database unreachable\n'
    return 75
  fi
  cargo-deny check advisories
}

# REDOCLY_TELEMETRY: nothing leaves the house. Its words about the age of Node go to stderr.
contract_lint() {
  REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
    frontend/tools/openapi-lint/node_modules/.bin/redocly lint openapi/openapi.json --config openapi/redocly.yaml
}

rust_steps() {
  step 'Rust: format' cargo fmt --all --check
  step 'Rust: lints (clippy, all targets)' cargo clippy --locked --workspace --all-targets -- -D warnings
  step 'Rust: licences, bans, versions, sources' cargo-deny check licenses bans sources
  step 'Rust: advisories' crate_advisories
}

frontend_steps() {
  step 'frontend: packages' modules
  step 'frontend: types' npm_run typecheck
  step 'frontend: format and lints (biome)' npm_run lint
  step 'frontend: dependency rules' npm_run depcruise
  step 'frontend: unused code (knip)' npm_run knip
  step 'frontend: lock file is current' npm_lock_current
  step 'frontend: one version of what must be one' npm_single_versions
  step 'frontend: no registry in the lock files' npm_lock_addresses
  step 'contract: lint (redocly)' contract_lint
}

step 'scripts: shellcheck' shell_scripts
frontend_steps
if [[ ${1:-} == --fast ]]; then
  step 'Rust: format' cargo fmt --all --check
else
  rust_steps
  step 'frontend: advisories' npm_advisories
  step 'generated files are current' "$root/scripts/generate.sh" --check
fi

if ((${#unchecked[@]})); then printf '%s\n' "${unchecked[@]}"; fi
printf '%d checks passed, %d failed, %d not possible here\n' "$passed" "$failed" "${#unchecked[@]}"
((failed == 0))
