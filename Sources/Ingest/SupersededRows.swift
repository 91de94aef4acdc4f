import Vocabulary

extension FileReading {
  /// The reading of a file that holds the same bytes as another, without a record.
  func skippedWhole(_ plan: SourcePlan) -> FileReading {
    var skipped = FileReading(part: .empty(plan), outcome: FileOutcome(sha256: outcome.sha256))
    let read = outcome.accounting.read
    skipped.outcome.accounting.read = read
    skipped.outcome.accounting.skipped = [SkipReason.duplicateFile.rawValue: read]
    return skipped
  }

  /// The reading without the records whose ids other files have, which are skipped.
  ///
  /// Records without an id stay.
  func without(_ ids: Set<ArraySlice<UInt8>>) -> FileReading {
    let kept = (0..<part.count).filter { record in
      let id = part.recordID[record]
      return id.isEmpty || !ids.contains(id)
    }
    let lost = part.count - kept.count
    guard lost > 0 else { return self }
    var reading = self
    reading.part = part.selecting(kept)
    reading.outcome.accounting.records -= lost
    reading.outcome.accounting.skipped[SkipReason.superseded.rawValue, default: 0] += lost
    return reading
  }
}

extension FilePart {
  /// The ids of its records.
  var recordIDs: [ArraySlice<UInt8>] { (0..<count).map { recordID[$0] }.filter { !$0.isEmpty } }

  /// Some of its records, in the given order.
  fileprivate func selecting(_ records: [Int]) -> FilePart {
    var part = FilePart(
      ids: ids.map { own in records.map { own[$0] } }, poolOf: poolOf, pools: pools)
    part.count = records.count
    part.rowNumber = records.map { rowNumber[$0] }
    part.line = records.map { line[$0] }
    for record in records { part.recordID.append(recordID[record]) }
    part.filled = filled.mapValues { own in records.map { own[$0] } }
    return part
  }
}
