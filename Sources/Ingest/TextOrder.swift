import Vocabulary

extension TextColumn {
  /// Whether a text is empty.
  var hasEmpty: Bool {
    var last = 0
    for end in ends {
      if end == last { return true }
      last = end
    }
    return false
  }

  /// Whether two texts are the same.
  func isEqual(_ left: Int, _ right: Int) -> Bool {
    let bytes = self.bytes.span
    return equalBytes(
      bytes.extracting(range(of: left)), bytes.extracting(range(of: right)))
  }

  /// The texts' numbers in the order of their bytes, and of the numbers among equals.
  var order: [UInt32] {
    if isAscending { return Array(0..<UInt32(count)) }
    let shared = sharedPrefix
    var entries: [SortEntry] = []
    entries.reserveCapacity(count)
    let bytes = self.bytes.span
    for number in 0..<count {
      let range = range(of: number)
      entries.append(
        SortEntry(
          high: word(bytes, range.lowerBound + shared, range.upperBound),
          low: word(bytes, range.lowerBound + shared + 8, range.upperBound),
          number: UInt32(number)))
    }
    entries.sort(by: precedes)
    return entries.map(\.number)
  }

  private var isAscending: Bool {
    let bytes = self.bytes.span
    for number in 1..<max(1, count) {
      let (left, right) = (range(of: number - 1), range(of: number))
      var length = 0
      let shared = Swift.min(left.count, right.count)
      while length < shared,
        bytes[left.lowerBound &+ length] == bytes[right.lowerBound &+ length]
      {
        length &+= 1
      }
      if length == shared {
        if left.count > right.count { return false }
      } else if bytes[left.lowerBound &+ length] > bytes[right.lowerBound &+ length] {
        return false
      }
    }
    return true
  }

  private struct SortEntry {
    var high: UInt64
    var low: UInt64
    var number: UInt32
  }

  private func precedes(_ left: SortEntry, _ right: SortEntry) -> Bool {
    if left.high != right.high { return left.high < right.high }
    if left.low != right.low { return left.low < right.low }
    let (leftText, rightText) = (self[Int(left.number)], self[Int(right.number)])
    if leftText != rightText { return leftText.lexicographicallyPrecedes(rightText) }
    return left.number < right.number
  }

  /// The number of first bytes that all texts have in common.
  private var sharedPrefix: Int {
    guard count > 0 else { return 0 }
    let bytes = self.bytes.span
    let first = range(of: 0)
    var shared = first.count
    for number in 1..<max(1, count) {
      let range = range(of: number)
      var length = 0
      let most = min(shared, range.count)
      while length < most,
        bytes[first.lowerBound &+ length] == bytes[range.lowerBound &+ length]
      {
        length &+= 1
      }
      shared = length
      if shared == 0 { break }
    }
    return shared
  }

  /// Eight bytes in the order of their text, zeros behind its end.
  private func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in start..<start &+ 8 {
      word = word &<< 8 | (offset < end ? UInt64(bytes[offset]) : 0)
    }
    return word
  }
}
