#!/usr/bin/env python3
"""Adds Latin legal forms to Sources/CTables/Words/legal_forms.tsv that it does not hold yet.

    python3 pipelines/tables/add_legal_forms.py     (needs PyPI cleanco)

Source: the terms of cleanco 2.3 (MIT), facts collected by the cleanco authors. Taken are terms of three
or more letters without a word of common language; forms of two letters are entered by hand, for many
of them are words or initials as well.
"""
import re
from pathlib import Path

from cleanco import termdata

OUT = Path(__file__).resolve().parents[2] / "Sources/CTables/Words/legal_forms.tsv"
WORDS = {"company", "private", "limited", "corporation", "incorporated", "unlimited", "stg", "gte", "ses", "fie", "ans",
         "obrt", "fop", "tmi", "esv", "akc", "pma", "the", "and", "inc", "sal", "sep", "apb", "association", "trust",
         "aat", "cic", "cio", "coop", "cpt", "dat", "ent", "etat", "gie", "koop", "mepe", "ong", "peec", "pse", "psu", "rhf", "sad", "scoop", "secs", "sem", "sepa", "teo", "vat"}


def letters(term):
    return re.sub(r"[^a-z]", "", term.lower())


def main():
    text = OUT.read_text(encoding="utf-8").rstrip("\n")
    known = {line.split("\t")[0] for line in text.split("\n")}
    terms = [term for table in (termdata.terms_by_type, termdata.terms_by_country) for list_ in table.values() for term in list_]
    found = {}
    for term in terms:
        if not term.isascii() or "&" in term or len(term.split()) > 2 and not re.fullmatch(r"[a-z. ]+", term):
            continue
        word = letters(term)
        longest = max(len(letters(part)) for part in term.split())
        if len(word) >= 3 and word not in WORDS | known and (len(term.split()) == 1 or longest <= 2):
            display = term.upper() if "." in term and len(word) <= 4 else term.upper() if len(word) <= 4 else term.capitalize()
            found.setdefault(word, display)
    lines = [f"{word}\t\tplain\t\t{found[word]}" for word in sorted(found)]
    OUT.write_text("\n".join([text, *lines]) + "\n", encoding="utf-8")
    print(len(lines), " ".join(sorted(found)))


if __name__ == "__main__":
    main()
