import Vocabulary

/// A piece of a cell, between separators, brackets and changes of script.
struct PersonNamePiece: Sendable {
  /// What a piece is as a whole.
  enum Role: Sendable {
    case open
    /// Says nothing: 联系人, 收, 电话.
    case label
    /// A form of address.
    case title
    /// A department, a status.
    case remark
    /// 3组, 12楼: digits and what they count.
    case number
  }

  /// Where it stands in the letters.
  var range: Range<Int>
  /// What stands in front: 0 at the start and where the script changes.
  var separator: UInt32
  var script: NameScript
  var role = Role.open
}

/// A word of a Latin name.
struct LatinWord: Sendable {
  /// Where it stands in the letters, as written.
  var text: Range<Int>
  /// Where its small letters stand, without accents, hyphens or dots.
  ///
  /// Those of words that follow each other touch, so that syllables are joined without a copy.
  var folded: Range<Int>
  /// Whether a comma follows.
  var endsPart = false
  /// Whether it is written in capitals, two or more.
  var isCapitals = false
  var hasDigits = false
  /// Whether it is the sign &.
  var isAnd = false
}

/// The memory that a reader of names works in, used again for each cell.
struct PersonNameWork: Sendable {
  var clean = CleanText()
  /// What the cell says as the name of an organization.
  var organization = OrganizationNameReading()
  /// The cell without full-width punctuation, to tell what else was repaired.
  var narrow: [UInt8] = []
  var recleaned = CleanText()
  /// The cell in canonical scalars.
  var text: [UInt32] = []
  /// The letters that stand outside of brackets, without separators.
  var letters: [UInt32] = []
  var pieces: [PersonNamePiece] = []
  /// What stands in brackets, as ranges of `text`.
  var notes: [Range<Int>] = []
  var words: [LatinWord] = []
  /// The letters of words, small and without accents.
  var folded: [UInt32] = []
  /// Whether a Chinese form of address was taken from a Latin name.
  var isHanAddressed = false

  /// Fills `text` with the canonical form of cleaned scalars.
  mutating func setText(_ scalars: [UInt32], _ han: HanTable) {
    text.removeAll(keepingCapacity: true)
    for scalar in scalars { text.append(NameText.canonical(scalar, han)) }
  }
}

extension PersonNameWork {
  /// Whether more was repaired than full-width punctuation, which is right in Chinese text.
  mutating func isRepaired(_ raw: Span<UInt8>) -> Bool {
    narrow.removeAll(keepingCapacity: true)
    var index = 0
    while index < raw.count {
      // U+FF01...U+FF0F, U+FF1A and U+FF1B, in UTF-8
      let isFullWidth = index + 2 < raw.count && raw[index] == 0xEF && raw[index + 1] == 0xBC
      if isFullWidth, 0x81...0x8F ~= raw[index + 2] || 0x9A...0x9B ~= raw[index + 2] {
        narrow.append(raw[index + 2] - 0x60)
        index += 3
      } else {
        narrow.append(raw[index])
        index += 1
      }
    }
    let bytes = narrow
    recleaned.read(bytes.span)
    return recleaned.isRepaired
  }
}
