#!/usr/bin/env python3
"""Writes provinces, cities, area codes and their pinyin: Sources/Normalize/Data/AreaTable.swift.

    python3 pipelines/tables/make_area_table.py     (needs PyPI phonenumbers and pypinyin)

Sources: names and area codes from the geocoding data of libphonenumber, read through PyPI
phonenumbers 9.0.43 (Apache-2.0); readings from PyPI pypinyin 0.55.0 (MIT). REPAIRS are codes that
the geocoding data holds only as a shortened prefix, and places that carry a newer name.
"""
from pathlib import Path

from phonenumbers.geodata import GEOCODE_DATA
from pypinyin import Style, lazy_pinyin

OUT = Path(__file__).resolve().parents[2] / "Sources/Normalize/Data/AreaTable.swift"
PROVINCES = {
    "北京": "北京市", "天津": "天津市", "河北": "河北省", "山西": "山西省", "内蒙古": "内蒙古自治区", "辽宁": "辽宁省",
    "吉林": "吉林省", "黑龙江": "黑龙江省", "上海": "上海市", "江苏": "江苏省", "浙江": "浙江省", "安徽": "安徽省",
    "福建": "福建省", "江西": "江西省", "山东": "山东省", "河南": "河南省", "湖北": "湖北省", "湖南": "湖南省",
    "广东": "广东省", "广西": "广西壮族自治区", "海南": "海南省", "重庆": "重庆市", "四川": "四川省", "贵州": "贵州省",
    "云南": "云南省", "西藏": "西藏自治区", "陕西": "陕西省", "甘肃": "甘肃省", "青海": "青海省", "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区", "香港": "香港特别行政区", "澳门": "澳门特别行政区", "台湾": "台湾省"}
MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
REPAIRS = {"北京市": "010", "秦皇岛市": "0335", "朔州市": "0349", "舟山市": "0580", "鹰潭市": "0701"}
MORE = [  # prefecture-level cities that share a line of the source with others, or are missing in it
    ("海南", "海口市", "0898"), ("海南", "三亚市", "0898"), ("海南", "儋州市", "0898"), ("湖南", "长沙市", "0731"),
    ("湖南", "株洲市", "0731"), ("湖南", "湘潭市", "0731"), ("四川", "成都市", "028"), ("四川", "眉山市", "028"),
    ("四川", "资阳市", "028"), ("陕西", "西安市", "029"), ("陕西", "咸阳市", "029"), ("辽宁", "沈阳市", "024"),
    ("辽宁", "抚顺市", "024"), ("辽宁", "铁岭市", "024"), ("辽宁", "本溪市", "024"), ("贵州", "贵阳市", "0851"),
    ("贵州", "遵义市", "0851"), ("贵州", "安顺市", "0851"), ("河南", "开封市", "0371"), ("吉林", "延边朝鲜族自治州", "0433"),
    ("吉林", "通化市", "0435"), ("广西", "南宁市", "0771"), ("广西", "崇左市", "0771"), ("广西", "来宾市", "0772"),
    ("广西", "贺州市", "0774"), ("广西", "贵港市", "0775"), ("安徽", "亳州市", "0558"), ("山东", "莱芜市", "0634"),
    ("甘肃", "嘉峪关市", "0937"), ("甘肃", "金昌市", "0935"), ("甘肃", "甘南藏族自治州", "0941"), ("内蒙古", "鄂尔多斯市", "0477"),
    ("内蒙古", "呼伦贝尔市", "0470"), ("内蒙古", "巴彦淖尔市", "0478"), ("内蒙古", "乌兰察布市", "0474"),
    ("内蒙古", "锡林郭勒盟", "0479"), ("内蒙古", "兴安盟", "0482"), ("内蒙古", "阿拉善盟", "0483"), ("四川", "阿坝藏族羌族自治州", "0837"),
    ("四川", "甘孜藏族自治州", "0836"), ("云南", "红河哈尼族彝族自治州", "0873"), ("云南", "西双版纳傣族自治州", "0691"),
    ("云南", "德宏傣族景颇族自治州", "0692"), ("云南", "怒江傈僳族自治州", "0886"), ("云南", "迪庆藏族自治州", "0887"),
    ("贵州", "黔东南苗族侗族自治州", "0855"), ("贵州", "黔南布依族苗族自治州", "0854"), ("贵州", "铜仁市", "0856"),
    ("贵州", "毕节市", "0857"), ("西藏", "日喀则市", "0892"), ("西藏", "山南市", "0893"), ("西藏", "林芝市", "0894"),
    ("西藏", "昌都市", "0895"), ("西藏", "那曲市", "0896"), ("西藏", "阿里地区", "0897"), ("青海", "海东市", "0972"),
    ("新疆", "吐鲁番市", "0995"), ("新疆", "哈密市", "0902"), ("湖北", "仙桃市", "0728"), ("湖北", "潜江市", "0728"),
    ("湖北", "天门市", "0728"), ("河南", "济源市", "0391")]


def source_rows():
    rows = {}
    for prefix, names in GEOCODE_DATA.items():
        name = names.get("zh", "")
        if not prefix.startswith("86") or len(prefix) > 5 or "/" in name or "、" in name:
            continue
        province = next((p for p in sorted(PROVINCES, key=len, reverse=True) if name.startswith(p)), None)
        if province is None:
            continue
        if province in MUNICIPALITIES:
            rows[name] = (province, name, "0" + prefix[2:])
            continue
        full = PROVINCES[province]
        rest = name.removeprefix(full if name.startswith(full) else province)
        if rest and rest[-1] in "市区州盟":
            rows[rest] = (province, rest, "0" + prefix[2:])
    return rows


PEOPLES = ("土家族苗族 布依族苗族 苗族侗族 彝族 藏族羌族 藏族 蒙古族藏族 哈尼族彝族 傣族景颇族 傣族 傈僳族 白族 壮族苗族 朝鲜族 回族 "
           "柯尔克孜 蒙古 哈萨克").split()


def stem(city):
    for people in sorted(PEOPLES, key=len, reverse=True):
        if city.endswith(people + "自治州"):
            return city.removesuffix(people + "自治州")
    for tail in ("地区", "市", "盟"):
        if city.endswith(tail) and len(city) > len(tail) + 1:
            return city.removesuffix(tail)
    return city


def main():
    rows = source_rows()
    for province, city, code in MORE:
        rows[city] = (province, city, code)
    lines = []
    for province, city, code in sorted(rows.values(), key=lambda r: (list(PROVINCES).index(r[0]), r[2], r[1])):
        code = REPAIRS.get(city, code)
        reading = "".join(lazy_pinyin(stem(city), style=Style.NORMAL)).replace("ü", "v")
        lines.append(f"    {province} {city} {stem(city)} {code} {reading}")
    provinces = [f"    {short} {full} " + "".join(lazy_pinyin(short)) for short, full in PROVINCES.items()]
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write('''/// Provinces, cities, telephone area codes and their pinyin.
///
/// Names and codes are from the geocoding data of libphonenumber (Apache-2.0), readings from pypinyin
/// (MIT); written by `pipelines/tables/make_area_table.py`.
enum AreaTable {
  /// A line: short name, full name, pinyin.
  static let provinces: StaticString = """
''' + "\n".join(provinces) + '''
    """

  /// A line: province, city, its short name, area code, pinyin of the short name.
  static let cities: StaticString = """
''' + "\n".join(lines) + '''
    """
}
''')
    print(len(rows), "cities")


if __name__ == "__main__":
    main()
