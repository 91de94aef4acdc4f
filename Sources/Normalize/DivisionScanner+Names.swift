extension DivisionScanner {
  /// Whether a text goes on so that the short name before it names something else: 北京路, 南京东路,
  /// 朝阳门, 中山大学, 长安花园.
  static func endsPlace(_ text: [UInt32], _ place: Int) -> Bool {
    guard place < text.count else { return false }
    let first = text[place]
    if isRoad(first) || isFeature(first) { return true }
    let second = place + 1 < text.count ? text[place + 1] : 0
    // 东 西 南 北 中 大 and numbers before 路, 街 or 道
    if isSide(first) {
      let third = place + 2 < text.count ? text[place + 2] : 0
      if isRoad(second) { return second != 0x8857 || third != 0x8857 }  // 东街街道 is a town
      if isSide(second), isRoad(third) { return true }
    }
    return isHouse(first, second)
  }

  /// 北京市场, 上海市民.
  static func isMarket(_ text: [UInt32], _ place: Int) -> Bool {
    guard place > 0, place < text.count, text[place - 1] == 0x5E02 else { return false }
    return text[place] == 0x573A || text[place] == 0x6C11
  }

  /// 路 街 巷 道 弄 里 胡(同) 村 庄 镇 乡 屯 条.
  static func isRoad(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x8DEF, 0x8857, 0x5DF7, 0x9053, 0x5F04, 0x91CC, 0x80E1, 0x6751, 0x5E84, 0x9547, 0x4E61,
      0x5C6F, 0x6761:
      true
    default: false
    }
  }

  /// 桥 门 站 湾 滩 岛 府 城 坊 苑 角 山 湖 河 江 祠 寺 庙 塔 宫 陵 墓 关 口 峡 峰 岭 港.
  private static func isFeature(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6865, 0x95E8, 0x7AD9, 0x6E7E, 0x6EE9, 0x5C9B, 0x5E9C, 0x57CE, 0x574A, 0x82D1, 0x89D2,
      0x5C71, 0x6E56, 0x6CB3, 0x6C5F, 0x7960, 0x5BFA, 0x5E99, 0x5854, 0x5BAB, 0x9675, 0x5893,
      0x5173, 0x53E3, 0x5CE1, 0x5CF0, 0x5CAD, 0x6E2F:
      true
    default: false
    }
  }

  /// 东 西 南 北 中 大 新 老 前 后 and one to ten.
  private static func isSide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D, 0x5927, 0x65B0, 0x8001, 0x524D, 0x540E, 0x4E00,
      0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341:
      true
    default: false
    }
  }

  /// 市场 花园 小区 公寓 新村 广场 宾馆 饭店 酒店 医院 大厦 大学 大桥 中学 小学 学院 商城 公园.
  private static func isHouse(_ first: UInt32, _ second: UInt32) -> Bool {
    switch (first, second) {
    case (0x5E02, 0x573A), (0x82B1, 0x56ED), (0x5C0F, 0x533A), (0x516C, 0x5BD3), (0x65B0, 0x6751),
      (0x5E7F, 0x573A),
      (0x5BBE, 0x9986), (0x996D, 0x5E97), (0x9152, 0x5E97), (0x533B, 0x9662), (0x5927, 0x53A6),
      (0x5927, 0x5B66), (0x5927, 0x6865), (0x4E2D, 0x5B66), (0x5C0F, 0x5B66), (0x5B66, 0x9662),
      (0x5546, 0x57CE), (0x516C, 0x56ED):
      true
    default: false
    }
  }
}
