import Vocabulary

/// Takes values into their words: runs of letters and digits, in small letters.
///
/// An apostrophe is left out. Scripts that part no words, such as Han, have none here. One reader
/// serves for many values: its memory is used again.
struct WordReader: Sendable {
  /// The letters of the words, one word after the other.
  private(set) var letters: [UInt8] = []
  /// Where the words end in `letters`.
  private(set) var ends: [Int] = []

  /// Longer values are cut: a name with more words is a text.
  static let mostWords = 12

  mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var start = 0
    for place in range {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80..<0xE3: letters.append(byte)
      case 0x41...0x5A: letters.append(byte | 0x20)
      case 0x27: break
      case 0xE3...:
        letters.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        return
      default:
        if letters.count > start {
          ends.append(letters.count)
          start = letters.count
          if ends.count == Self.mostWords { return }
        }
      }
    }
    if letters.count > start { ends.append(letters.count) }
  }

  var count: Int { ends.count }

  /// Where a word stands in `letters`.
  func range(of word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  /// Calls a body with a hash of every two words, the same in either order; `withNumber` where one of
  /// the two must begin with a digit.
  func forEachPair(withNumber: Bool, _ body: (UInt64) -> Void) {
    for first in 0..<count {
      for second in first + 1..<max(count, first + 1)
      where !withNumber || isNumber(first) != isNumber(second) {
        body(hash(of: first) &+ hash(of: second))
      }
    }
  }

  private func isNumber(_ word: Int) -> Bool {
    (0x30...0x39).contains(letters[range(of: word).lowerBound])
  }

  private func hash(of word: Int) -> UInt64 {
    hashBytes(letters.span.extracting(range(of: word)))
  }
}
