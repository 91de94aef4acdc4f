#!/bin/sh
# The night's job: builds what is needed, then cleans, matches and publishes.
#
#   pipelines/nightly.sh [PIPELINE] [flags of 'assay run']
#
# Without a pipeline file the four exports of Fixtures/customers are cleaned. The exit status is that
# of 'assay run': 0 published, 1 a gate failed, 2 could not finish, 64 wrong pipeline file, 75 locked.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/pipelines/system-packages.sh"

case "${1:-}" in
  "" | -*) pipeline="$root/pipelines/customers/pipeline.json" ;;
  *)
    pipeline=$1
    shift
    ;;
esac

require_swift
install_packages
swift build --package-path "$root" -c release --static-swift-stdlib --product assay >&2
bin=$(swift build --package-path "$root" -c release --static-swift-stdlib --show-bin-path)

status=0
"$bin/assay" run "$pipeline" "$@" || status=$?
case $status in
  0) echo "The night is done; the place of its results stands above." >&2 ;;
  1) echo "A gate failed: nothing was published, and the last published run still stands." >&2 ;;
  75) echo "Another run holds the lock; try again when it is done." >&2 ;;
  *) echo "The run could not finish; the last published run still stands." >&2 ;;
esac
exit "$status"
