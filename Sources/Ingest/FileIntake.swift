import Synchronization
import Vocabulary

/// A file's rows, a batch at a time.
protocol BatchReader: ~Copyable {
  /// Adds the next rows to an empty batch; none when the file has no more.
  mutating func fill(_ batch: inout RowBatch) throws

  /// The size of the file's text, where it is known.
  var byteCount: Int? { get }

  /// What became of the file's rows, once there are no more.
  mutating func finish() throws -> FileOutcome
}

/// What became of one file's rows, but for the records themselves.
struct FileOutcome: Sendable {
  var accounting = RowAccounting()
  var quarantine: [QuarantinedRow] = []
  /// Hexadecimal; empty where the file was not read to its end.
  var sha256 = ""
}

/// The records of one file, as columns.
///
/// Shape: `ids[c][r]` is the number of cell *c* of record *r* in `pools[c]`; cells of one field share
/// the pool of its first cell, `poolOf[c]`.
struct FilePart: Sendable {
  var count = 0
  var rowNumber: [UInt32] = []
  var line: [UInt32] = []
  /// The id columns' text, empty where the record has none.
  var recordID = TextColumn()
  var ids: [[UInt32]]
  var poolOf: [Int]
  var pools: [ValuePool]
  /// By column of the plan that shares its cell with others: whether it held a value.
  var filled: [Int: [Bool]] = [:]
  /// Which records the system's users merged, where that was asked for.
  var merges: [MergeIntake.Merge] = []

  /// No record at all.
  static func empty(_ plan: SourcePlan) -> FilePart {
    var fields: [Int] = []
    for cell in plan.cells where !fields.contains(cell.field) { fields.append(cell.field) }
    return FilePart(
      ids: [[UInt32]](repeating: [], count: plan.cells.count),
      poolOf: plan.cells.map { fields.firstIndex(of: $0.field) ?? 0 },
      pools: [ValuePool](repeating: ValuePool(), count: fields.count))
  }
}

/// Puts a file's rows into columns.
///
/// Rows are taken apart one batch ahead, while the columns of the batch before are filled, each by
/// one task at a time; so columns are the same for any number of threads.
struct FileIntake: Sendable {
  private let plan: SourcePlan
  private let fields: [FieldIntake]
  private let recordIDs: IDIntake
  private let merges: MergeIntake
  private let threads: Int

  /// The rows that room is made for at most before they are met: a file may go on in another way.
  private static let mostRowsAhead = 1 << 21
  /// The same for the bytes of a column's values.
  static let mostBytesAhead = 1 << 28

  init(_ plan: SourcePlan, threads: Int) {
    self.plan = plan
    self.threads = threads
    var numbers: [Int] = []
    for cell in plan.cells where !numbers.contains(cell.field) { numbers.append(cell.field) }
    fields = numbers.map { FieldIntake(plan, field: $0) }
    recordIDs = IDIntake(plan)
    merges = MergeIntake(plan)
  }

  /// Reads a file to its end.
  func read(_ reader: inout some BatchReader & ~Copyable) async throws -> FileReading {
    var part = FilePart(ids: [], poolOf: [], pools: [])
    var batch = RowBatch(columnCount: plan.labels.count)
    var next = RowBatch(columnCount: plan.labels.count)
    try reader.fill(&batch)
    var isFirst = true
    while batch.count > 0 {
      part.count += batch.count
      part.rowNumber += batch.rowNumbers
      part.line += batch.lines
      await merges.take(batch)
      let work = BatchWork(batch: batch, fields: fields, recordIDs: recordIDs)
      next.clear()
      if threads > 1 {
        async let others: Void = work.share(among: threads - 1)
        try reader.fill(&next)
        await work.run()
        await others
      } else {
        await work.run()
        try reader.fill(&next)
      }
      if isFirst { await reserve(for: reader.byteCount, like: batch) }
      isFirst = false
      swap(&batch, &next)
    }
    await collect(into: &part)
    return FileReading(part: part, outcome: try reader.finish())
  }

  /// Makes room for all rows of a file that goes on as it began.
  private func reserve(for byteCount: Int?, like batch: RowBatch) async {
    guard let byteCount, !batch.bytes.isEmpty else { return }
    // The bytes of a batch are a little more than those of its rows in the file.
    let expected = Double(byteCount) * 1.05 * Double(batch.count) / Double(batch.bytes.count)
    let rows = Int(min(expected, Double(Self.mostRowsAhead)))
    for field in fields { await field.reserve(rows: rows) }
    await recordIDs.reserve(rows: rows)
  }

  private func collect(into part: inout FilePart) async {
    part.recordID = await recordIDs.result()
    part.merges = await merges.result()
    part.ids = [[UInt32]](repeating: [], count: plan.cells.count)
    part.poolOf = [Int](repeating: 0, count: plan.cells.count)
    for (number, field) in fields.enumerated() {
      let result = await field.result()
      part.pools.append(result.pool)
      part.filled.merge(result.filled) { own, _ in own }
      for (cell, ids) in zip(field.cells, result.ids) {
        part.ids[cell] = ids
        part.poolOf[cell] = number
      }
    }
  }
}

/// One batch's way into the columns, a column at a time, by whoever has time.
private final class BatchWork: Sendable {
  private let batch: RowBatch
  private let fields: [FieldIntake]
  private let recordIDs: IDIntake
  private let next = Atomic<Int>(0)

  init(batch: RowBatch, fields: [FieldIntake], recordIDs: IDIntake) {
    self.batch = batch
    self.fields = fields
    self.recordIDs = recordIDs
  }

  /// Takes columns until none is left.
  func run() async {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      if index > fields.count { return }
      if index == fields.count {
        await recordIDs.take(batch)
      } else {
        await fields[index].take(batch)
      }
    }
  }

  /// Runs on so many tasks.
  func share(among count: Int) async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<count { group.addTask { await self.run() } }
    }
  }
}
