/// Words of addresses in Latin letters, one after the other.
struct AddressWords {
  /// What a word or number is where the next one is judged.
  enum Sense { case none, number, direction, unit, name }

  /// What stood last.
  var previous = Sense.none

  /// Whether a word only says that the number or letter behind it is one of a room: Apt 4, Suite B.
  func isUnit(_ text: [UInt32], _ word: Range<Int>, before next: Range<Int>) -> Bool {
    guard let first = next.first, Self.units.contains(Self.packed(text, word)) else {
      return false
    }
    return next.count == 1 || isScalarDigit(text[first])
      || Self.units.contains(Self.packed(text, next))
  }

  /// Appends a word in small letters, an abbreviation written out.
  mutating func append(
    _ text: [UInt32], _ word: Range<Int>, before next: Range<Int>, to key: inout PartText
  ) {
    let packed = Self.packed(text, word)
    if packed == Self.saintOrStreet {
      let isSaint =
        (previous == .none || previous == .number || previous == .direction)
        && isName(text, next)
      for letter in isSaint ? "saint".utf8 : "street".utf8 { key.append(letter) }
      previous = .name
      return
    }
    guard let found = Self.words[packed] else {
      Self.appendSmall(text, word, to: &key)
      previous = .name
      return
    }
    for letter in found.text { key.append(letter) }
    previous = found.sense
  }

  /// Whether a word is there that is neither a number nor a direction nor what counts rooms.
  private func isName(_ text: [UInt32], _ word: Range<Int>) -> Bool {
    guard let first = word.first, !isScalarDigit(text[first]) else { return false }
    let packed = Self.packed(text, word)
    return !Self.units.contains(packed) && (Self.words[packed]?.sense ?? .name) == .name
  }

  /// Appends small letters, without apostrophes.
  static func appendSmall(_ text: [UInt32], _ word: Range<Int>, to key: inout PartText) {
    for place in word where text[place] != 0x27 {
      if text[place] < 0x80 {
        key.append(lowercase(UInt8(text[place])))
      } else {
        for scalar in String(scalars: [text[place]]).lowercased().unicodeScalars {
          key.append(scalar: scalar.value)
        }
      }
    }
  }

  // MARK: - Words

  /// The letters of a word in one number, eight bits each; 0 where they are too many or not of ASCII.
  private static func packed(_ text: [UInt32], _ word: Range<Int>) -> UInt128 {
    guard word.count <= 16 else { return 0 }
    var packed: UInt128 = 0
    for place in word where text[place] != 0x27 {
      guard text[place] < 0x80 else { return 0 }
      packed = packed << 8 | UInt128(lowercase(UInt8(text[place])))
    }
    return packed
  }

  private static func packed(_ word: String) -> UInt128 {
    word.utf8.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static let saintOrStreet = packed("st")

  /// What says that a room or house follows and no more.
  private static let units = Set(
    [
      "apt", "apartment", "appt", "ste", "suite", "unit", "rm", "room", "no", "nr", "num", "number",
    ].map(packed))

  /// What a word is written out to, by the letters of the word.
  private static let words: [UInt128: (text: [UInt8], sense: Sense)] = {
    var table: [UInt128: (text: [UInt8], sense: Sense)] = [:]
    let directions = [
      "north n", "south s so", "east e", "west w", "north east=ne northeast",
      "north west=nw northwest",
      "south east=se southeast", "south west=sw southwest",
    ]
    let units = [
      "apartment apt appt", "suite ste", "unit", "room rm", "number no nr num", "floor fl flr",
      "building bldg bld", "department dept", "level lvl", "block blk",
    ]
    let names = [
      "street str", "avenue ave av aven avn", "road rd", "drive dr drv", "lane ln",
      "boulevard blvd blvrd blv", "court ct crt", "place pl", "square sq sqr", "highway hwy",
      "parkway pkwy pky pkway", "crescent cres cresc", "terrace tce ter terr", "close cl",
      "circuit cct", "circle cir circ", "alley aly", "expressway expy expwy", "freeway fwy",
      "gardens gdns", "garden gdn", "grove grv", "heights hts", "junction jct", "mount mt",
      "mountain mtn", "fort ft", "plaza plz", "point pt", "route rte", "trail trl",
      "turnpike tpke tpk",
      "village vlg", "way wy", "crossing xing", "estates ests", "estate est",
      "center ctr centre cntr",
      "station stn", "bridge brg", "lake lk", "creek crk", "springs spgs", "valley vly",
    ]
    for (lists, sense) in [(directions, Sense.direction), (units, .unit), (names, .name)] {
      for list in lists {
        let sides = list.split(separator: "=")
        let words = sides[sides.count - 1].split(separator: " ")
        let text = sides.count == 1 ? words[0] : sides[0]
        for word in words { table[packed(String(word))] = (Array(text.utf8), sense) }
      }
    }
    return table
  }()
}
