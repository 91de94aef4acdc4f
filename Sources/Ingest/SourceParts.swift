import Vocabulary

/// The parts of one source, seen as one run of records.
struct SourceParts: Sendable {
  let plan: SourcePlan
  let parts: [FilePart]
  let count: Int
  /// By part: the number of its first record.
  private let starts: [Int]
  /// By record: its part; empty where there is one alone.
  private let partOf: [UInt16]

  init(plan: SourcePlan, parts: [FilePart]) {
    self.plan = plan
    self.parts = parts
    var starts: [Int] = []
    var partOf: [UInt16] = []
    var count = 0
    for (number, part) in parts.enumerated() {
      starts.append(count)
      count += part.count
      guard parts.count > 1 else { continue }
      partOf += repeatElement(UInt16(number), count: part.count)
    }
    self.starts = starts
    self.partOf = partOf
    self.count = count
  }

  /// The part that holds a record, and the record's row in it.
  @inline(__always)
  func place(_ record: Int) -> (part: Int, row: Int) {
    if partOf.isEmpty { return (0, record) }
    let part = Int(partOf[record])
    return (part, record &- starts[part])
  }
}
