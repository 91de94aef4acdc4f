/// How likely Han characters are in given names and in the names of firms, which tells 王芳 from 华信.
final class PersonNameCharacters: Sendable {
  private enum People: String, CaseIterable {
    case turkic, tibetan, mongolian
  }

  private enum Foreign: String, CaseIterable {
    case none = ""
    case yes
  }

  private enum Use: String, CaseIterable {
    case seldom = ""
    case common
    case usual
  }

  /// log2 odds by scalar minus `first`, in eighths of a bit.
  private let givens: [Int8]
  private let brands: [Int8]
  /// Whether foreign names are written with a character.
  private let foreigns: [Bool]
  /// Parts of names without a surname: 扎西, 古丽.
  private let parts: WordIndex<People>
  private static let first: UInt32 = 0x4E00

  init(_ lists: WordLists) throws(WordListError) {
    var givens = [Int8](repeating: -108, count: 0x5200)
    var brands = [Int8](repeating: -100, count: 0x5200)
    var foreigns = [Bool](repeating: false, count: 0x5200)
    for entry in lists[.nameCharacters] {
      guard let scalar = entry.word.unicodeScalars.first?.value,
        entry.word.unicodeScalars.count == 1,
        scalar >= Self.first, Int(scalar - Self.first) < givens.count
      else {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "a line of this list begins with one Han character")
      }
      let index = Int(scalar - Self.first)
      switch try entry.value(1, as: Use.self) {
      case .common: givens[index] = -60
      case .usual: givens[index] = -76
      case .seldom: break
      }
      foreigns[index] = try entry.value(3, as: Foreign.self) == .yes
      switch try entry.value(2, as: Use.self) {
      case .common: brands[index] = -57
      case .usual: brands[index] = -72
      case .seldom: break
      }
    }
    self.givens = givens
    self.brands = brands
    self.foreigns = foreigns
    var parts: [(word: [UInt32], value: People)] = []
    for entry in lists[.nameParts] {
      parts.append((entry.word.unicodeScalars.map(\.value), try entry.value(1, as: People.self)))
    }
    self.parts = WordIndex(parts)
  }

  /// Whether a name is made of parts of names that have no surname, and of what foreign names are written with.
  func isWithoutSurname(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard 3...10 ~= range.count else { return false }
    var known = 0
    var place = range.lowerBound
    while place < range.upperBound {
      if let part = parts.prefix(text, place..<range.upperBound) {
        known += part.length
        place += part.length
      } else {
        guard foreignCount(text, place..<place + 1) == 1 else { return false }
        place += 1
      }
    }
    return known * 2 >= range.count
  }

  /// log2 of the share of a character among those of given names.
  func given(_ scalar: UInt32) -> Float { Self.value(givens, scalar) ?? -14 }

  /// log2 of the share of a character among those of firms' own names.
  func brand(_ scalar: UInt32) -> Float { Self.value(brands, scalar) ?? -13 }

  /// Whether most characters of two parts of a name are those that foreign names are written with.
  func areForeign(_ text: [UInt32], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let first = foreignCount(text, left)
    let second = foreignCount(text, right)
    return first * 2 >= left.count && second * 2 >= right.count
      && (first + second) * 10 >= (left.count + right.count) * 7
  }

  private func foreignCount(_ text: [UInt32], _ range: Range<Int>) -> Int {
    range.count { place in
      let scalar = text[place]
      return scalar >= Self.first && Int(scalar - Self.first) < foreigns.count
        && foreigns[Int(scalar - Self.first)]
    }
  }

  private static func value(_ odds: [Int8], _ scalar: UInt32) -> Float? {
    guard scalar >= first, Int(scalar - first) < odds.count else { return nil }
    return Float(odds[Int(scalar - first)]) / 8
  }
}
