#!/usr/bin/env python3
"""Writes the numbering plans of all regions as one automaton: Sources/CTables/Data/phones.bin.

    python3 pipelines/tables/make_phone_table.py          (needs PyPI phonenumbers)

Source: the metadata of libphonenumber, read through PyPI phonenumbers 9.0.43. Licence: Apache-2.0.

Layout, little-endian:
    8 bytes   "PHONES01"
    u32 x 3   number of regions R, of automaton states S, of program words W
    R x 40    region: id (3 bytes and a zero), calling code u16, start state u16,
              possible lengths u32 (bit n: n digits), local-only lengths u32,
              programs u16 x 3: international prefix, national prefix, leading digits (0xFFFF: none),
              groups of the national prefix u8, zero u8,
              transform 16 bytes (ASCII digits, bytes 1 and 2 for a group, zero at the end)
    S x 20    states: next state u16 for each digit; state 0 is dead
    S x 1     what ends here: 0 nothing, 1 the general plan only, 2 + type
    W x 2     programs of the prefixes: op in the upper 4 bits, see OPS

Regions of one calling code stand together, the main one first.
"""
import re._parser as sre
import struct
import sys
from pathlib import Path

import phonenumbers as P
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

sys.setrecursionlimit(100_000)
LONGEST = 17
OUT = Path(__file__).resolve().parents[2] / "Sources/CTables/Data/phones.bin"

# In the order in which libphonenumber asks; fixed line and mobile are told apart at the end.
SPECIAL = [("premium_rate", 4), ("toll_free", 3), ("shared_cost", 5), ("voip", 6),
           ("personal_number", 7), ("pager", 8), ("uan", 9), ("voicemail", 10)]
KINDS = ["general_desc", "fixed_line", "mobile"] + [name for name, _ in SPECIAL]

OPS = {"digits": 0, "split": 1, "jump": 2, "save": 3, "end": 4, "match": 5}


def digits_of(items):
    mask = 0
    for op, value in items:
        if op is sre.LITERAL:
            mask |= 1 << int(chr(value))
        elif op is sre.RANGE:
            for code in range(value[0], value[1] + 1):
                mask |= 1 << int(chr(code))
        elif op is sre.CATEGORY:
            mask |= 0x3FF
        else:
            raise ValueError(op)
    return mask


class Nfa:
    """Thompson's construction over digit classes."""

    def __init__(self):
        self.epsilon, self.step = [], []

    def new(self):
        self.epsilon.append([])
        self.step.append(None)
        return len(self.epsilon) - 1

    def add(self, items, start):
        for op, value in items:
            if op in (sre.LITERAL, sre.IN, sre.CATEGORY):
                end = self.new()
                self.step[start] = (digits_of(value if op is sre.IN else [(op, value)]), end)
                follow = self.new()
                self.epsilon[end].append(follow)
                start = follow
            elif op is sre.SUBPATTERN:
                start = self.add(value[3], start)
            elif op is sre.BRANCH:
                end = self.new()
                for branch in value[1]:
                    first = self.new()
                    self.epsilon[start].append(first)
                    self.epsilon[self.add(branch, first)].append(end)
                start = end
            elif op is sre.MAX_REPEAT:
                low, high, body = value
                for _ in range(low):
                    start = self.add(body, start)
                end = self.new()
                for _ in range(min(high, LONGEST) - low):
                    self.epsilon[start].append(end)
                    first = self.new()
                    self.epsilon[start].append(first)
                    start = self.add(body, first)
                self.epsilon[start].append(end)
                start = end
            else:
                raise ValueError(op)
        return start

    def closure(self, states):
        seen, todo = set(states), list(states)
        while todo:
            for target in self.epsilon[todo.pop()]:
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        return frozenset(s for s in seen if self.step[s] is not None or s in self.accept)


class Automaton:
    """One minimal acyclic automaton for all regions: equal states are made once."""

    def __init__(self):
        self.known, self.rows, self.accepts = {}, [], []
        self.node((0,) * 10, 0)

    def node(self, row, accept):
        key = (row, accept)
        if key not in self.known:
            self.known[key] = len(self.rows)
            self.rows.append(row)
            self.accepts.append(accept)
        return self.known[key]

    def add(self, meta):
        nfa = Nfa()
        nfa.accept = {}
        start, lengths = nfa.new(), {}
        for kind in KINDS:
            desc = getattr(meta, kind)
            if desc is None or not desc.national_number_pattern:
                continue
            first = nfa.new()
            nfa.epsilon[start].append(first)
            nfa.accept[nfa.add(sre.parse(desc.national_number_pattern), first)] = kind
            lengths[kind] = set(desc.possible_length)
        same = (meta.mobile is not None and meta.fixed_line is not None
                and meta.mobile.national_number_pattern == meta.fixed_line.national_number_pattern)
        memo = {}

        def build(states, depth):
            key = (states, depth)
            if key not in memo:
                row = [0] * 10
                if depth < LONGEST:
                    for digit in range(10):
                        bit = 1 << digit
                        targets = [nfa.step[s][1] for s in states
                                   if nfa.step[s] is not None and nfa.step[s][0] & bit]
                        if targets:
                            row[digit] = build(nfa.closure(targets), depth + 1)
                matched = {nfa.accept[s] for s in states if s in nfa.accept}
                if not any(row) and not matched:
                    memo[key] = 0
                else:
                    memo[key] = self.node(tuple(row), accept(matched, depth))
            return memo[key]

        def accept(matched, depth):
            if "general_desc" not in matched:
                return 0
            fits = {k for k in matched if not lengths[k] or depth in lengths[k]}
            if "general_desc" not in fits:
                return 1
            for name, number in SPECIAL:
                if name in fits:
                    return 2 + number
            if "fixed_line" in fits:
                return 2 + (2 if same or "mobile" in fits else 0)
            return 3 if "mobile" in fits and not same else 1

        return build(nfa.closure([start]), 0)


class Programs:
    """Prefix patterns as programs for a small backtracking machine, in order of preference."""

    def __init__(self):
        self.words, self.known = [], {}

    def add(self, pattern):
        if not pattern:
            return 0xFFFF, 0
        if pattern not in self.known:
            tree, self.code = sre.parse(pattern), []
            self.emit(tree)
            self.op("match")
            self.known[pattern] = (len(self.words), tree.state.groups - 1)
            self.words += self.code
        return self.known[pattern]

    def op(self, name, value=0):
        self.code.append(OPS[name] << 12 | value)
        return len(self.code) - 1

    def fix(self, at):
        """Jumps are relative, so that a program may stand anywhere."""
        self.code[at] |= len(self.code) - at

    def emit(self, items):
        for op, value in items:
            if op in (sre.LITERAL, sre.IN, sre.CATEGORY):
                self.op("digits", digits_of(value if op is sre.IN else [(op, value)]))
            elif op is sre.AT:
                self.op("end")
            elif op is sre.SUBPATTERN:
                group = value[0]
                if group is not None:
                    self.op("save", group * 2)
                self.emit(value[3])
                if group is not None:
                    self.op("save", group * 2 + 1)
            elif op is sre.BRANCH:
                jumps = []
                for branch in value[1][:-1]:
                    split = self.op("split")
                    self.emit(branch)
                    jumps.append(self.op("jump"))
                    self.fix(split)
                self.emit(value[1][-1])
                for jump in jumps:
                    self.fix(jump)
            elif op is sre.MAX_REPEAT:
                low, high, body = value
                assert high <= LONGEST
                for _ in range(low):
                    self.emit(body)
                splits = []
                for _ in range(high - low):
                    splits.append(self.op("split"))
                    self.emit(body)
                for split in splits:
                    self.fix(split)
            else:
                raise ValueError(op)


def transform_bytes(rule):
    out = bytearray()
    rest = iter(rule or "")
    for char in rest:
        out.append(int(next(rest)) if char == "\\" else ord(char))
    assert len(out) < 16
    return bytes(out).ljust(16, b"\0")


def bits(lengths):
    return sum(1 << n for n in lengths if n > 0)


def main():
    automaton, programs, regions = Automaton(), Programs(), []
    for code in sorted(COUNTRY_CODE_TO_REGION_CODE):
        for region in COUNTRY_CODE_TO_REGION_CODE[code]:
            meta = (P.PhoneMetadata.metadata_for_nongeo_region(code) if region == "001"
                    else P.PhoneMetadata.metadata_for_region(region))
            start = automaton.add(meta)
            idd, _ = programs.add(meta.international_prefix)
            trunk, groups = programs.add(meta.national_prefix_for_parsing)
            leading, _ = programs.add(meta.leading_digits)
            regions.append(struct.pack(
                "<4sHHIIHHHBB16s", region.encode(), code, start,
                bits(meta.general_desc.possible_length),
                bits(meta.general_desc.possible_length_local_only),
                idd, trunk, leading, groups, 0, transform_bytes(meta.national_prefix_transform_rule)))
    longest = max(len(str(code)) + max(P.PhoneMetadata.metadata_for_region_or_calling_code(
        code, region).general_desc.possible_length) for code in COUNTRY_CODE_TO_REGION_CODE
        for region in COUNTRY_CODE_TO_REGION_CODE[code])
    assert longest <= 19, "a number must fit into 64 bits"
    assert len(regions) <= 256, "a region's place must fit into a byte"
    assert len(automaton.rows) < 65_536
    assert len(programs.words) < 65_535
    with OUT.open("wb") as out:
        out.write(b"PHONES01")
        out.write(struct.pack("<III", len(regions), len(automaton.rows), len(programs.words)))
        for region in regions:
            out.write(region)
        for row in automaton.rows:
            out.write(struct.pack("<10H", *row))
        out.write(bytes(automaton.accepts))
        out.write(struct.pack(f"<{len(programs.words)}H", *programs.words))
    print(f"{len(regions)} regions, {len(automaton.rows)} states, {OUT.stat().st_size} bytes",
          file=sys.stderr)


if __name__ == "__main__":
    main()
