/// Values that the system behind an export shows in part.
enum MaskedText {
  /// Marks that stand for hidden characters: * ● • × █ ■ ○ □ and their like.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2A: true
    case ..<0xD7: false
    case 0xD7, 0x2022, 0x2217, 0x2588, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x25EF, 0x26AB, 0x2731,
      0x2B24:
      true
    default: false
    }
  }

  /// Whether the text is nothing but marks.
  static func hidesAll(_ scalars: [UInt32]) -> Bool {
    scalars.count >= 2 && scalars.allSatisfy(isMark)
  }

  // MARK: - Codes

  /// Whether some places of a code, an account or a number are hidden: 110101********0016.
  ///
  /// Two marks in a row hide something; hashes, question marks, underscores and crosses stand for
  /// digits too, four in a row between digits.
  static func hidesCode(_ scalars: [UInt32]) -> Bool {
    var marks = 0
    var stand = 0
    var longest = (marks: 0, stand: 0)
    var digits = 0
    var others = 0
    for scalar in scalars {
      marks = isMark(scalar) ? marks + 1 : 0
      stand = isStandIn(scalar) ? stand + 1 : 0
      longest = (max(longest.marks, marks), max(longest.stand, stand))
      if isScalarDigit(scalar) {
        digits += 1
      } else if marks == 0, stand == 0, scalar != 0x20, scalar != 0x2D {
        others += 1
      }
    }
    return longest.marks >= 2 || longest.stand >= 4 && digits >= 2 && others <= 1
  }

  /// # ? _ and the letter x.
  private static func isStandIn(_ scalar: UInt32) -> Bool {
    scalar == 0x23 || scalar == 0x3F || scalar == 0x5F || scalar | 0x20 == 0x78
  }

  /// Whether places of a date are hidden: 199*-**-**, 1990-xx-xx.
  static func hidesDate(_ scalars: [UInt32]) -> Bool {
    var run = 0
    for scalar in scalars {
      run = isMark(scalar) || isStandIn(scalar) ? run + 1 : 0
      if run == 2 { return true }
    }
    return false
  }

  // MARK: - Names and addresses

  /// Whether part of a name is hidden: 张*, 王○明, 李某某, J*** D**, 上海**科技有限公司.
  ///
  /// Marks on both sides of a whole name are an ornament.
  static func hidesName(_ scalars: [UInt32]) -> Bool {
    guard scalars.contains(where: { isMark($0) || $0 == someone }) else { return false }
    let text = scalars.filter { $0 != 0x20 }
    return hasHiddenLetters(text) || isSomeone(text)
  }

  /// The character 某, a certain one.
  static let someone: UInt32 = 0x67D0

  private static func hasHiddenLetters(_ text: [UInt32]) -> Bool {
    guard let first = text.firstIndex(where: isMark), let last = text.lastIndex(where: isMark)
    else {
      return false
    }
    let letters = text.count { !isMark($0) }
    if first == 0, last == text.count - 1, letters >= 2 {
      let inside = text.drop(while: isMark).reversed().drop(while: isMark)
      if !inside.contains(where: isMark) { return false }
    }
    guard letters >= 1 else { return false }
    if zip(text, text.dropFirst()).contains(where: { isMark($0) && isMark($1) }) { return true }
    let isHanName = text.allSatisfy { isMark($0) || isHan($0) }
    return isHanName && first == last && (letters <= 3 || (1...2).contains(first) && letters <= 4)
  }

  /// 李某, 李某某, 王某先生 and 欧阳某某; 上海某某科技有限公司.
  private static func isSomeone(_ text: [UInt32]) -> Bool {
    guard let first = text.firstIndex(of: someone), first > 0, text.allSatisfy(isHan) else {
      return false
    }
    let rest = text[first...].drop { $0 == someone }
    let isDoubled = first + 1 < text.count && text[first + 1] == someone
    return isDoubled || first <= 2 && rest.count <= 2
  }

  /// Whether part of an address or a place is hidden: 朝阳区****, 某某路6号, 6*号.
  static func hidesAddress(_ scalars: [UInt32]) -> Bool {
    for (place, scalar) in scalars.enumerated() where isMark(scalar) || scalar == someone {
      let next = place + 1 < scalars.count ? scalars[place + 1] : 0
      if scalar == someone ? next == someone : isMark(next) { return true }
      if scalar == 0x2A, counted.contains(next) { return true }
    }
    return false
  }

  /// What follows the number in an address: 号 號 室 栋 幢 座 楼 层 弄 单 户.
  private static let counted: Set<UInt32> = [
    0x53F7, 0x865F, 0x5BA4, 0x680B, 0x5E62, 0x5EA7, 0x697C, 0x5C42, 0x5F04, 0x5355, 0x6237,
  ]
}
