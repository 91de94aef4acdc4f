#!/usr/bin/env python3
"""Reads the lines of a file with PyPI phonenumbers, as assay-bench phone --peers asks for it.

    python3 phone_peer.py FILE REGION

Parses each line as a number dialled in the region and formats it as E.164, and passes over the file
until a second is over. Blank lines are left out. Prints one JSON object.
"""
import json
import sys
import time

import phonenumbers


def read(lines, region):
    """How many lines are numbers, and so have an E.164 form."""
    count = 0
    for line in lines:
        try:
            number = phonenumbers.parse(line, region)
        except phonenumbers.NumberParseException:
            continue
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        count += 1
    return count


def main():
    path, region = sys.argv[1:]
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = [line for line in (line.rstrip("\r\n") for line in file) if line]
    read(lines[:100], region)  # compiles the patterns, loads the regions
    passes, start = 0, time.perf_counter()
    while True:
        count = read(lines, region)
        passes += 1
        seconds = time.perf_counter() - start
        if seconds >= 1:
            break
    print(json.dumps({"peer": "phonenumbers (Python)", "version": phonenumbers.__version__,
                      "values": passes * len(lines), "numbers": count, "seconds": seconds}))


if __name__ == "__main__":
    main()
