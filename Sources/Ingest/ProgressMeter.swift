import Synchronization

/// How far the files that are read at the same time have come together.
final class ProgressMeter: Sendable {
  private let bytesRead = Atomic<Int>(0)
  private let rows = Atomic<Int>(0)
  private let byteCount: Int
  private let report: (@Sendable (IngestProgress) -> Void)?

  init(byteCount: Int, report: (@Sendable (IngestProgress) -> Void)?) {
    self.byteCount = byteCount
    self.report = report
  }

  func add(bytes: Int, rows count: Int) {
    let bytes = bytesRead.add(bytes, ordering: .relaxed).newValue
    let rows = self.rows.add(count, ordering: .relaxed).newValue
    report?(IngestProgress(bytesRead: bytes, byteCount: byteCount, rows: rows))
  }
}

/// One file's share of the progress, told once per chunk.
struct MeterPulse {
  private let meter: ProgressMeter
  private var bytesTold = 0
  private var rowsTold = 0

  init(_ meter: ProgressMeter) { self.meter = meter }

  /// - Throws: `CancellationError` where the work is no longer wanted.
  mutating func beat(bytesRead: Int, rows: Int) throws {
    if bytesRead == bytesTold { return }
    try Task.checkCancellation()
    tell(bytesRead, rows)
  }

  mutating func finish(bytesRead: Int, rows: Int) { tell(bytesRead, rows) }

  private mutating func tell(_ bytesRead: Int, _ rows: Int) {
    meter.add(bytes: bytesRead - bytesTold, rows: rows - rowsTold)
    bytesTold = bytesRead
    rowsTold = rows
  }
}
