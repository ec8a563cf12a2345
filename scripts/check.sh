#!/bin/sh
# Format, lint, types, package checks, then all tests; the tests come last so that their totals close the output.
set -eu
cd "$(dirname "$0")/.."
step() { echo "== $1"; shift; "$@"; }
step 'format and lint' npx biome check --error-on-warnings .
step 'types' npx tsc --noEmit -p .
step 'types of the page' npx tsc --noEmit -p src/report/page
step 'unused code' npx knip
step 'build' sh scripts/build.sh
step 'package' npx publint --strict
step 'tests' npm test
