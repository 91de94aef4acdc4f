#!/usr/bin/env python3
"""Makes Sources/CTables/Data/han.bin, the table behind HanTable.

    pip install pypinyin==0.55.0 opencc-python-reimplemented==0.1.7
    python3 pipelines/tables/make_han_table.py Sources/CTables/Data/han.bin

Readings come from pypinyin (MIT, its data from Unihan and 汉典), simplified forms from OpenCC's TSCharacters
(Apache-2.0). A character of GB 2312 is left as it is, because it is a simplified character in its own right (乾, 著).

Layout, little endian: simplified form of U+3400...U+9FFF (UInt16 each); number of the commonest syllable (UInt16
each, 0 is none); count of further readings (UInt16) and as many pairs of character and syllable number, in order;
count of syllables (UInt16) and the syllables, six bytes each, padded with zeros, number 0 being empty.
"""
import os
import struct
import sys

import opencc
from pypinyin import Style, pinyin

FIRST, LAST = 0x3400, 0x9FFF


def simplified_forms():
    folder = os.path.join(os.path.dirname(opencc.__file__), "dictionary")
    forms = {}
    with open(os.path.join(folder, "TSCharacters.txt"), encoding="utf-8") as lines:
        for line in lines:
            traditional, simplified = line.rstrip("\n").split("\t")
            forms[traditional] = simplified.split(" ")[0]
    return forms


def is_simplified(character):
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def readings(character):
    found = []
    for reading in pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")[:1]:
        for syllable in reading:
            if syllable.isascii() and syllable.isalpha() and len(syllable) <= 6 and syllable not in found:
                found.append(syllable)
    return found


def main():
    forms = simplified_forms()
    characters = [chr(code) for code in range(FIRST, LAST + 1)]
    table = {c: readings(c) for c in characters}
    syllables = [""] + sorted({s for found in table.values() for s in found})
    number = {s: i for i, s in enumerate(syllables)}
    simplified, first, further = [], [], []
    for c in characters:
        form = c if is_simplified(c) else forms.get(c, c)
        simplified.append(ord(form) if len(form) == 1 and FIRST <= ord(form) <= LAST else ord(c))
        first.append(number[table[c][0]] if table[c] else 0)
        if is_simplified(c):
            further += [(ord(c), number[s]) for s in table[c][1:]]
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack(f"<{len(simplified)}H", *simplified))
        out.write(struct.pack(f"<{len(first)}H", *first))
        out.write(struct.pack("<H", len(further)))
        for pair in further:
            out.write(struct.pack("<2H", *pair))
        out.write(struct.pack("<H", len(syllables)))
        for s in syllables:
            out.write(s.encode().ljust(6, b"\0"))
    print(len(syllables), "syllables,", len(further), "further readings,", os.path.getsize(sys.argv[1]), "bytes")


main()
