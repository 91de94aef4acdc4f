#!/usr/bin/env python3
"""Writes the carriers of Chinese mobile numbers: Sources/Normalize/Data/CarrierTable.swift.

    python3 pipelines/tables/make_carrier_table.py     (needs PyPI phonenumbers)

Sources: the carrier data of libphonenumber, read through PyPI phonenumbers 9.0.43 (Apache-2.0), which
says whose network a prefix is on. VIRTUAL are the prefixes that the numbering plan of the Ministry of
Industry and Information Technology (电信网编号计划) gives to resellers, with the network where the
source has none.
"""
from pathlib import Path

from phonenumbers.carrierdata import CARRIER_DATA

OUT = Path(__file__).resolve().parents[2] / "Sources/Normalize/Data/CarrierTable.swift"
CARRIERS = {"中国移动", "中国联通", "中国电信", "中国广电"}
VIRTUAL = {"162": "中国电信", "165": "中国移动", "167": "中国联通", "170": None, "171": "中国联通"}


def rows():
    rows = {}
    for prefix, names in CARRIER_DATA.items():
        if prefix.startswith("861"):
            assert names["zh"] in CARRIERS, names
            rows[prefix[2:]] = names["zh"]
    for prefix, network in VIRTUAL.items():
        if network:
            rows.setdefault(prefix, network)
    for prefix in sorted(rows):
        virtual = any(prefix.startswith(reseller) for reseller in VIRTUAL)
        yield f"{prefix} {rows[prefix]}" + (" 虚拟运营商" if virtual else "")


def main():
    lines = "\n".join("    " + row for row in rows())
    OUT.write_text(f'''/// Carriers of Chinese mobile numbers by their first digits.
///
/// From the carrier data of libphonenumber (Apache-2.0) and the numbering plan of the Ministry of
/// Industry and Information Technology; written by `pipelines/tables/make_carrier_table.py`.
enum CarrierTable {{
  /// A line holds a prefix, its network, and a word where a reseller has the numbers.
  ///
  /// The longest prefix counts.
  static let prefixes: StaticString = """
{lines}
    """
}}
''', encoding="utf-8")


if __name__ == "__main__":
    main()
