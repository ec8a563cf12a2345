#!/bin/sh
# Compiles the package: src/ to dist/ (JavaScript and types); the report's page is built by set-up into dist/report-page.
set -eu
cd "$(dirname "$0")/.."
sh scripts/setup.sh
# Compiled beside and put in place whole, so that no file of an earlier build travels with the package.
rm -rf dist/.compiled
node_modules/.bin/node node_modules/typescript/bin/tsc -p tsconfig.build.json --outDir dist/.compiled
find dist -mindepth 1 -maxdepth 1 ! -name report-page ! -name .compiled -exec rm -rf {} +
mv dist/.compiled/* dist/
rmdir dist/.compiled
