/// Carriers of Chinese mobile numbers by their first digits.
///
/// From the carrier data of libphonenumber (Apache-2.0) and the numbering plan of the Ministry of
/// Industry and Information Technology; written by `pipelines/tables/make_carrier_table.py`.
enum CarrierTable {
  /// A line holds a prefix, its network, and a word where a reseller has the numbers.
  ///
  /// The longest prefix counts.
  static let prefixes: StaticString = """
    130 中国联通
    131 中国联通
    132 中国联通
    133 中国电信
    1340 中国移动
    1341 中国移动
    1342 中国移动
    1343 中国移动
    1344 中国移动
    1345 中国移动
    1346 中国移动
    1347 中国移动
    1348 中国移动
    135 中国移动
    136 中国移动
    137 中国移动
    138 中国移动
    139 中国移动
    145 中国联通
    147 中国移动
    15 中国移动
    153 中国电信
    155 中国联通
    156 中国联通
    161 中国广电
    162 中国电信 虚拟运营商
    165 中国移动 虚拟运营商
    166 中国联通
    167 中国联通 虚拟运营商
    1700 中国电信 虚拟运营商
    1701 中国电信 虚拟运营商
    1702 中国电信 虚拟运营商
    1703 中国移动 虚拟运营商
    1704 中国联通 虚拟运营商
    1705 中国移动 虚拟运营商
    1706 中国移动 虚拟运营商
    1707 中国联通 虚拟运营商
    1708 中国联通 虚拟运营商
    1709 中国联通 虚拟运营商
    171 中国联通 虚拟运营商
    172 中国移动
    173 中国电信
    174 中国电信
    175 中国联通
    176 中国联通
    177 中国电信
    178 中国移动
    180 中国电信
    181 中国电信
    182 中国移动
    183 中国移动
    184 中国移动
    185 中国联通
    186 中国联通
    187 中国移动
    188 中国移动
    189 中国电信
    190 中国电信
    191 中国电信
    192 中国广电
    193 中国电信
    195 中国移动
    196 中国联通
    197 中国移动
    198 中国移动
    199 中国电信
    """
}
