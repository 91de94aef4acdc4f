extension JSONScanner {
  /// The value of a target, or one of them.
  mutating func value(
    of target: Int, _ reading: ListReading, in bytes: Span<UInt8>
  ) -> CellSlice {
    let count = counts[target]
    if count == 0 { return CellSlice() }
    if count == 1 {
      if case .each(let number, _) = reading, number > 0 { return CellSlice() }
      return entries[first[target]].slice
    }
    switch reading {
    case .first: return self[target, 0, in: bytes] ?? CellSlice()
    case .joined: return joined(target, from: 0, in: bytes)
    case .each(let number, let isLast):
      return isLast
        ? joined(target, from: number, in: bytes)
        : self[target, number, in: bytes] ?? CellSlice()
    }
  }

  /// The value of a number among those that are not empty, marked ones first.
  private subscript(target: Int, number: Int, in bytes: Span<UInt8>) -> CellSlice? {
    var left = number
    for isDefault in [true, false] {
      for entry in entries[first[target]...]
      where entry.target == target && entry.isDefault == isDefault {
        if isEmpty(entry.slice, in: bytes) { continue }
        if left == 0 { return entry.slice }
        left &-= 1
      }
    }
    return nil
  }

  private func isEmpty(_ slice: CellSlice, in bytes: Span<UInt8>) -> Bool {
    slice.isInScratch
      ? isEmptyCell(scratch.span, slice.start..<slice.end)
      : isEmptyCell(bytes, slice.start..<slice.end)
  }

  /// The values from a number on, `;` between them.
  private mutating func joined(
    _ target: Int, from number: Int, in bytes: Span<UInt8>
  ) -> CellSlice {
    guard let only = self[target, number, in: bytes] else { return CellSlice() }
    guard self[target, number &+ 1, in: bytes] != nil else { return only }
    let start = scratch.count
    var index = number
    while let slice = self[target, index, in: bytes] {
      if index > number { scratch.append(UInt8(ascii: ";")) }
      for offset in slice.start..<slice.end {
        scratch.append(slice.isInScratch ? scratch[offset] : bytes[offset])
      }
      index &+= 1
    }
    return CellSlice(start: start, end: scratch.count, isInScratch: true)
  }
}
