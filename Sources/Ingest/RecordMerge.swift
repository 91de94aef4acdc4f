import Vocabulary

/// Two records of a system that its users merged, as the system's export tells.
package struct RecordMerge: Hashable, Comparable, Sendable {
  package var source: String
  /// The ids of the record that says so and of the other, as the system writes them.
  package var id: String
  package var other: String
  /// Whether the system has given the record up that says so.
  package var isGivenUp: Bool

  init(source: String, _ merge: MergeIntake.Merge) {
    self.source = source
    id = merge.id
    other = merge.other
    isGivenUp = merge.isGivenUp
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.source, left.id, left.other) < (right.source, right.id, right.other)
  }
}

/// Collects which records were merged, batch by batch.
actor MergeIntake {
  struct Merge: Hashable, Sendable {
    var id: String
    var other: String
    var isGivenUp: Bool
  }

  private let plan: SourcePlan
  private var merges: [Merge] = []

  init(_ plan: SourcePlan) { self.plan = plan }

  func take(_ batch: RowBatch) {
    guard !plan.mergeColumns.isEmpty, let id = plan.idColumn else { return }
    for row in 0..<batch.count {
      let own = Self.ids(batch, batch[id, row])
      guard own.count == 1 else { continue }
      for column in plan.mergeColumns {
        let others = Self.ids(batch, batch[column, row])
        guard !others.isEmpty else { continue }
        let isGivenUp = plan.skip?.holds(in: batch, row: row) ?? false
        for other in others where other != own[0] {
          merges.append(Merge(id: own[0], other: other, isGivenUp: isGivenUp))
        }
      }
    }
  }

  func result() -> [Merge] { merges }

  /// The ids that a cell lists: apart by commas, semicolons or blanks, what follows a colon left out.
  private static func ids(_ batch: RowBatch, _ range: ValueRange) -> [String] {
    var text: [UInt8] = []
    let bytes = batch.bytes.span
    for offset in range.bounds { text.append(bytes[offset]) }
    return String(decoding: text, as: UTF8.self)
      .split { ",; \t\n[]\"'=".contains($0) }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
  }
}

extension SourcePlan {
  /// The place of the id among the labels, where it is a single column.
  var idColumn: Int? { idLabels.count == 1 ? columns.count : nil }

  /// Whether the row that is open is no record: the system has given it up, and not for another that
  /// is asked for.
  func passesOver(_ batch: borrowing RowBatch) -> Bool {
    guard let skip, skip.holds(in: batch) else { return false }
    let row = batch.count
    return !mergeColumns.contains { column in
      !trimmed(batch.bytes.span, batch[column, row].bounds).isEmpty
    }
  }
}
