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
  /// The cell in canonical scalars.
  var text: [UInt32] = []
  /// What `text` was made of when it was set.
  private(set) var signs = NameSigns()
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

  /// Forgets how `text` was parted, and keeps the memory.
  mutating func reset() {
    letters.removeKeepingMemory()
    folded.removeKeepingMemory()
    pieces.removeKeepingMemory()
    notes.removeKeepingMemory()
    words.removeKeepingMemory()
  }

  /// Fills `text` with the canonical form of cleaned scalars.
  mutating func setText(_ scalars: [UInt32], _ han: HanTable) {
    var found = NameSigns()
    text.removeKeepingMemory()
    let source = scalars.span
    text.append(addingCapacity: source.count) { output in
      var signs = NameSigns()
      for place in source.indices {
        let scalar = NameText.canonical(source[place], han)
        signs.add(scalar)
        output.append(scalar)
      }
      found = signs
    }
    signs = found
  }

  /// Takes phone numbers and addresses out of `text`.
  mutating func removeContacts() {
    text = NameText.withoutContacts(text)
    signs = NameSigns(text)
  }
}

extension Array {
  /// Removes all there is and keeps the memory, without a call where there is nothing.
  @inline(__always)
  fileprivate mutating func removeKeepingMemory() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}
