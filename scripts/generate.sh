#!/usr/bin/env bash
# What is generated and committed: the OpenAPI document, the TypeScript types, the status of each code,
# the handbook's coverage.
#
#   generate.sh [--check]    --check changes nothing and fails when a file is not current
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$root"
document=openapi/openapi.json
types=frontend/src/shared/api/schema.d.ts
statuses=frontend/src/shared/api/statuses.gen.ts
coverage=docs/handbook-coverage.md
binary="${CARGO_TARGET_DIR:-target}/debug/zhidu"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

make --no-print-directory frontend/node_modules/.stamp >&2
# The binary embeds the built pages; for the document an empty directory will do.
mkdir -p frontend/dist

cargo build --quiet --workspace --bin zhidu
"$binary" openapi >"$work/openapi.json"
(cd frontend/tools/openapi && npx --no-install openapi-typescript "$work/openapi.json" -o "$work/schema.d.ts" \
  --root-types --root-types-no-schema-prefix >&2)
node frontend/tools/statuses.mjs "$work/openapi.json" >"$work/statuses.gen.ts"
"$binary" openapi --coverage >"$work/coverage.md"

# $1 new, $2 committed
settle() {
  if cmp -s "$1" "$2"; then
    say "$2 is current"
  elif [[ $mode == --check ]]; then
    say "$2 is not current; run: make generate"
    diff -u "$2" "$1" | head -n 40 >&2 || true
    stale=1
  else
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2"
    say "$2 is new"
  fi
}

mode=${1:-}
stale=0
settle "$work/openapi.json" "$document"
settle "$work/schema.d.ts" "$types"
settle "$work/statuses.gen.ts" "$statuses"
settle "$work/coverage.md" "$coverage"
exit "$stale"
