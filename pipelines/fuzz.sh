#!/bin/sh
# Reads made-up exports, CSV and then JSON, for some minutes each: fuzz.sh [MINUTES] [csv|json|ndjson …]
#
# Inputs grow from the fixtures and stay in .build-fuzz/corpus, so that the next run goes on where this one
# ended. A crash, a hang, memory without bound or a row that is not accounted for ends the run with the input
# in .build-fuzz/findings.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. "$root/pipelines/system-packages.sh"
require_swift
install_packages

minutes=${1:-10}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- csv json ndjson
work=$root/.build-fuzz

export ASSAY_FUZZ=1
swift build -c release --scratch-path "$work" --product assay-fuzz
program="$(swift build -c release --scratch-path "$work" --show-bin-path)/assay-fuzz"

# A crash would wait for Swift's own report of it; leaks are those of the runtime.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:malloc_context_size=0
mkdir -p "$work/findings"
for format in "$@"; do
  case $format in
    csv) seeds=Fixtures/csv ;;
    *) seeds=Fixtures/json ;;
  esac
  mkdir -p "$work/corpus/$format"
  echo "==> $format, $minutes minutes" >&2
  ASSAY_FUZZ_FORMAT=$format "$program" "$work/corpus/$format" "$seeds" \
    -max_total_time=$((minutes * 60)) -max_len=16384 -timeout=20 -rss_limit_mb=2048 \
    -artifact_prefix="$work/findings/$format-" -print_final_stats=1
done
