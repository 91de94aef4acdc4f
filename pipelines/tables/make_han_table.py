#!/usr/bin/env python3
"""Makes Sources/CTables/Data/han.bin, the table behind HanTable.

    pip install pypinyin==0.55.0 opencc-python-reimplemented==0.1.7
    python3 pipelines/tables/make_han_table.py Sources/CTables/Data/han.bin

Readings come from pypinyin (MIT, its data from Unihan and 汉典), simplified forms from OpenCC's TSCharacters
(Apache-2.0). A character of GB 2312 is left as it is, because it is a simplified character in its own right (乾, 著).
Forms of Japan, Hong Kong and Taiwan go the same way through OpenCC's JPVariants, HKVariants and TWVariants; VARIANTS holds
further ones, put in by hand. Radicals and compatibility ideographs become the characters that Unicode gives for them (NFKC; the
supplement by hand, after EquivalentUnifiedIdeograph of the Unicode character database).

Layout, little endian: simplified form of U+3400...U+9FFF (UInt16 each); number of the commonest syllable (UInt16
each, 0 is none); count of further readings (UInt16) and as many pairs of character and syllable number, in order;
count of syllables (UInt16) and the syllables, six bytes each, padded with zeros, number 0 being empty; count of further forms
(UInt16) and as many pairs of a character outside of that range and its simplified form, in order.
"""
import os
import struct
import sys
import unicodedata

import opencc
from pypinyin import Style, pinyin

FIRST, LAST = 0x3400, 0x9FFF
VARIANTS = dict(zip(
    "羣峯牀裏衞綫啓爲强黄敎曁靑卽鎭眞淸愼敍毎晩増徳恵斉広栄浜渋沢辺桜斎竜滝仏伝佥剣効勅勧厳塩壱変夀奥姉嬢宝対専岀峡嶋巻帯帰悪戦戯払抜挙搖撃斉斎枢桟検様歓歩歯浄済渓満漢焼獣瑠瓶画畳発県真砕穂窓竒糸経絵継続総緑縁繊聴脳臓舎芸茘薬蔵虫蛍覚覧観訳読諌謡豊賛転軽輌辞逓遅郷酔醤釈鉄鉱銭鋭録鎌鎮関険隠隣雑霊静頼顔顕駅験髄鬪鶏麦黒黙齢塚崎嵜濵邉邊髙﨑德朗羽神福都隆祥海琢瀨敏繁",
    "群峰床里卫线启为强黄教暨青即镇真清慎叙每晚增德惠齐广荣滨涩泽边樱斋龙泷佛传签剑效敕劝严盐壹变寿奥姊娘宝对专出峡岛卷带归恶战戏拂拔举摇击齐斋枢栈检样欢步齿净济溪满汉烧兽琉瓶画叠发县真碎穗窗奇丝经绘继续总绿缘纤听脑脏舍艺荔药藏虫萤觉览观译读谏谣丰赞转轻辆辞递迟乡醉酱释铁矿钱锐录镰镇关险隐邻杂灵静赖颜显驿验髓斗鸡麦黑默龄冢崎崎滨边边高崎德朗羽神福都隆祥海琢濑敏繁"))
RADICALS = dict(zip("⺁⺋⺌⺍⺎⺏⺐⺓⺕⺗⺟⺠⺢⺧⺨⺩⺪⺫⺮⺯⺰⺲⺴⺶⺷⺸⺺⺻⺼⺽⻀⻄⻅⻆⻈⻉⻊⻋⻌⻐⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻳",
                    "厂巳小小兀尣尢幺彐心母民水牛犬王疋目竹糸纟网网羊羊羊聿聿月臼艹西见角讠贝足车辶钅长长门阜雨青韦页风飞食飠马骨鱼鸟卤麦黄黾齐齐齿竜龙龟"))


def simplified_forms():
    folder = os.path.join(os.path.dirname(opencc.__file__), "dictionary")
    forms = {}
    with open(os.path.join(folder, "TSCharacters.txt"), encoding="utf-8") as lines:
        for line in lines:
            traditional, simplified = line.rstrip("\n").split("\t")
            forms[traditional] = simplified.split(" ")[0]
    for name in ("JPVariants.txt", "HKVariants.txt", "TWVariants.txt"):
        with open(os.path.join(folder, name), encoding="utf-8") as lines:
            for line in lines:
                traditional, variants = line.rstrip("\n").split("\t")
                for variant in variants.split(" "):
                    forms.setdefault(variant, forms.get(traditional, traditional))
    for variant, form in VARIANTS.items():
        forms[variant] = forms.get(form, form)
    return forms


def outside_forms(forms):
    """Radicals and compatibility ideographs, with the simplified form of what they stand for."""
    pairs = []
    for code in [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)]:
        plain = RADICALS.get(chr(code)) or unicodedata.normalize("NFKC", chr(code))
        plain = plain if len(plain) == 1 and is_simplified(plain) else forms.get(plain, plain)
        if len(plain) == 1 and FIRST <= ord(plain) <= LAST:
            pairs.append((code, ord(plain)))
    return pairs


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
        outside = outside_forms(forms)
        out.write(struct.pack("<H", len(outside)))
        for pair in outside:
            out.write(struct.pack("<2H", *pair))
    print(len(syllables), "syllables,", len(further), "further readings,", os.path.getsize(sys.argv[1]), "bytes")


main()
