#!/usr/bin/env python3
"""Makes Sources/CTables/Words/latin_names.tsv, the given names and surnames written in Latin letters.

    pip install Faker==40.54.0 pypinyin==0.55.0
    python3 pipelines/tables/make_latin_names.py Sources/CTables/Words/latin_names.tsv

The names are the name lists of Faker (MIT), which have them from national statistics, of the locales below. A word that a
locale has in both lists may be either. Words that the file holds already by hand (their cell `source` says so) stay as they are.
Words of Faker that are a syllable of pinyin are left out: an, li and wang are Chinese more often.
"""
import importlib
import sys
import unicodedata

from pypinyin import Style, pinyin

LOCALES = "en_US en_GB en_IE en_NZ en_IN de_DE de_AT de_CH fr_FR es_ES es_MX it_IT pt_BR pt_PT nl_NL nl_BE sv_SE da_DK no_NO fi_FI pl_PL cs_CZ hu_HU ro_RO tr_TR".split()
SPECIAL = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"}
# how many surnames of a locale are kept, the most frequent or the first ones
SURNAMES, GIVEN = 130, 260


def folded(word):
    word = "".join(SPECIAL.get(c, c) for c in word.lower())
    return "".join(c for c in unicodedata.normalize("NFD", word) if c.isalpha() and c.isascii())


def listed(provider, names, limit):
    found = {}
    for name in names:
        words = getattr(provider, name, ())
        weights = words if hasattr(words, "items") else {w: 1 / (i + 1) for i, w in enumerate(words)}
        for word, weight in weights.items():
            if " " not in word and "." not in word:
                for part in word.split("-"):
                    found[folded(part)] = max(found.get(folded(part), 0), weight)
    best = sorted(found, key=lambda w: -found[w])[:limit]
    return {w for w in best if len(w) > 1}


def syllables():
    found = set()
    for code in range(0x4E00, 0x9FA6):
        for reading in pinyin(chr(code), style=Style.NORMAL, errors="ignore")[:1]:
            found.update(reading)
    return found


def main():
    path = sys.argv[1]
    remarks, own = [], {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or cells[0] == "word":
                remarks.append(line)
            elif cells[2] == "hand":
                own[cells[0]] = cells[1]
    given, surnames = set(), set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        first = set()
        for names in ("first_names", "first_names_male", "first_names_female"):
            first |= listed(provider, [names], GIVEN)
        given |= first
        surnames |= listed(provider, ["last_names", "last_names_male"], SURNAMES)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(remarks)
        for word in sorted(set(own) | ((given | surnames) - syllables())):
            if word in own:
                out.write(f"{word}\t{own[word]}\thand\n")
            elif word in given:
                out.write(f"{word}\t{'either' if word in surnames else 'given'}\tfaker\n")
            else:
                out.write(f"{word}\tsurname\tfaker\n")


main()
