#!/bin/sh
# The whole check: layout, guides, build without warnings, tests, and the night's job from end to end.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. "$root/pipelines/system-packages.sh"

step() { echo "==> $*" >&2; }

require_swift
install_packages
install_browser

step "layout"
swift format lint --strict --recursive Sources Tests Package.swift

step "the guides; a link that leads nowhere is an error"
mkdir -p .build
docc convert Sources/Console/Assay.docc --fallback-display-name Assay \
  --fallback-bundle-identifier assay --output-dir .build/docs --warnings-as-errors \
  --transform-for-static-hosting

step "build and tests; a warning is an error"
swift build --build-tests
swift test --skip-build

step "the release binary, end to end"
swift build -c release --static-swift-stdlib --product assay
assay="$(swift build -c release --static-swift-stdlib --show-bin-path)/assay"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
pipeline=pipelines/customers/pipeline.json
as_of=2026-06-30

"$assay" check "$pipeline" >"$work/check.txt"
"$assay" run "$pipeline" --output "$work/one" --as-of "$as_of" --threads 1 --quiet >"$work/one.txt"
"$assay" run "$pipeline" --output "$work/two" --as-of "$as_of" --threads 2 --quiet >"$work/two.txt"

step "the same bytes for any number of threads"
diff -r -x manifest.json "$work/one/current/" "$work/two/current/"

step "every row is accounted for, and nothing is said of a customer on stderr"
"$assay" run "$pipeline" --output "$work/three" --as-of "$as_of" --json \
  >"$work/three.json" 2>"$work/three.log"
grep -q '"status" : "published"' "$work/three.json"
if grep -E '1[3-9][0-9]{9}|@[a-z0-9]+\.' "$work/three.log"; then
  echo "a value of a customer stands on stderr" >&2
  exit 1
fi

step "what the truth says about it"
"$assay" evaluate "$work/one" --truth Fixtures/customers/truth_records.csv

step "all good"
