#!/usr/bin/env python3
"""Puts the shares of surnames into Sources/CTables/Words/surnames.tsv.

    python3 pipelines/tables/make_surname_list.py          (needs PyPI Faker)

Source: the surnames of Faker's Chinese provider (MIT), which has their shares, in a hundred people, from
the national count. Rows whose surname the source does not have, and all other columns, stay as they
are; surnames that the list lacks are put behind the others.
"""
from pathlib import Path

from faker.providers.person.zh_CN import Provider

LIST = Path(__file__).resolve().parents[2] / "Sources/CTables/Words/surnames.tsv"

shares = {name: format(share, ".2g") if share < 0.1 else str(share)
          for name, share in Provider.last_names.items()}
lines = LIST.read_text(encoding="utf-8").splitlines()
known = set()
for index, line in enumerate(lines):
    cells = line.split("\t")
    if line.startswith("#") or cells[0] not in shares:
        continue
    known.add(cells[0])
    lines[index] = "\t".join([cells[0], shares[cells[0]], *cells[2:]])
lines += [f"{name}\t{share}\t\tchinese" for name, share in shares.items() if name not in known]
LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")
