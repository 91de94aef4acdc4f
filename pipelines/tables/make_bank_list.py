#!/usr/bin/env python3
"""Writes the issuers of Chinese bank cards by the first digits: Sources/CTables/Words/banks.tsv.

    python3 pipelines/tables/make_bank_list.py     (needs PyPI cardbin)

Source: PyPI cardbin 1.0.0 (MIT), whose bank names are brought to one spelling; MORE adds prefixes in
common use that it lacks. Branches abroad count as their bank.
"""
import re
from pathlib import Path

from cardbin.bankbin import BANKBIN

OUT = Path(__file__).resolve().parents[2] / "Sources/CTables/Words/banks.tsv"
HEADS = ("工商银行 建设银行 农业银行 中国银行 交通银行 招商银行 中信银行 光大银行 华夏银行 民生银行 广发银行 平安银行 兴业银行 浦发银行 "
         "邮储银行 渤海银行 浙商银行 恒丰银行 徽商银行 汇丰银行").split()
ALIASES = {"浦东发展银行": "浦发银行", "邮政储蓄银行": "邮储银行", "中国邮政储蓄银行": "邮储银行", "广东发展银行": "广发银行",
           "深圳发展银行": "平安银行", "中国光大银行": "光大银行", "中国民生银行": "民生银行", "北京农村商业银行": "北京农商银行"}
MORE = {"622202": "工商银行 debit", "622848": "农业银行 debit", "621700": "建设银行 debit", "436742": "建设银行 debit",
        "621661": "中国银行 debit", "621785": "中国银行 debit", "622588": "招商银行 debit", "621483": "招商银行 debit",
        "622260": "交通银行 debit", "622262": "交通银行 debit", "622188": "邮储银行 debit", "621098": "邮储银行 debit",
        "621226": "工商银行 debit", "622700": "建设银行 debit", "622908": "兴业银行 debit", "622622": "民生银行 debit",
        "622155": "平安银行 credit", "621626": "平安银行 debit", "622521": "浦发银行 debit", "622568": "广发银行 debit",
        "622630": "华夏银行 debit", "622660": "光大银行 debit", "622690": "中信银行 debit"}


def bank(name):
    name = ALIASES.get(name, name)
    for head in HEADS:
        if name.startswith((head, "中国" + head)):
            return head
    name = re.sub(r"(信用卡中心|贷记卡|股份有限公司|有限责任公司|有限公司)$", "", name)
    return ALIASES.get(name, re.sub(r"农村商业银行$", "农商银行", name))


def kind(card):
    if "预付" in card:
        return "prepaid"
    if re.search("贷记|信用|公务|准贷", card):
        return "credit"
    return "debit" if re.search("借记|灵通|一卡通|通卡|储蓄|IC", card) else ""


def main():
    rows = {}
    for prefix, text in BANKBIN.items():
        name, _, card = text.partition("|")
        if prefix.isdigit() and "银行" in name:
            rows[prefix] = (bank(name), kind(card))
    for prefix, text in MORE.items():
        name, what = text.split()
        if prefix not in rows or not rows[prefix][1]:
            rows[prefix] = (rows.get(prefix, (name,))[0], what)
    lines = ["# Issuers of bank cards by the first six or eight digits.",
             "# kind: debit, credit, prepaid or nothing. From PyPI cardbin 1.0.0 (MIT), by pipelines/tables/make_bank_list.py",
             "word\tissuer\tkind"]
    lines += [f"{prefix}\t{name}\t{what}".rstrip("\t") for prefix, (name, what) in sorted(rows.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(rows), "prefixes", len({r[0] for r in rows.values()}), "banks")


if __name__ == "__main__":
    main()
