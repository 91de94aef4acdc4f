/// One way in which a source differs from what it was in the last published run.
package struct SourceDrift: Hashable, Sendable, Codable {
  package enum Change: String, Codable, CaseIterable, Hashable, Sendable {
    case columnGone = "column_gone"
    case columnNew = "column_new"
    /// A column that was filled is now empty, or nearly so.
    case columnEmptied = "column_emptied"
    case rowsDropped = "rows_dropped"
    /// The same bytes as last time.
    case unchanged
    /// Its newest change is older than that of last time.
    case older
    case encodingChanged = "encoding_changed"
    case formatChanged = "format_changed"
    case profileChanged = "profile_changed"
    /// One file of the source repeats another.
    case duplicateFile = "duplicate_file"
    /// There is no export; that of the last published run was read again.
    case lastUsed = "last_used"
    /// Records of before are not in the export; whether they were deleted is not known yet.
    case recordsAbsent = "records_absent"
    /// Records of before were missing from enough complete exports to be held for deleted.
    case recordsGone = "records_gone"
  }

  package var source: String
  package var change: Change
  /// The column's label, where the change is about one.
  package var column: String?
  /// What was, and what is: a number, a day or a word; never a value of a record.
  package var before: String?
  package var now: String?
  /// One phrase for a person.
  package var message: String

  package init(
    source: String, change: Change, column: String? = nil, before: String? = nil,
    now: String? = nil, message: String
  ) {
    self.source = source
    self.change = change
    self.column = column
    self.before = before
    self.now = now
    self.message = message
  }
}

extension SourceShape {
  /// How the source changed since the last published run.
  ///
  /// - Parameters:
  ///   - last: What it was then.
  ///   - isSnapshot: Whether each export holds all records, so that fewer of them mean something.
  /// - Returns: Columns first, in their order, then the rest.
  package func drift(since last: SourceShape, isSnapshot: Bool) -> [SourceDrift] {
    var drift = columnsGone(since: last) + columnsNew(since: last) + columnsEmptied(since: last)
    func note(_ change: SourceDrift.Change, _ before: String, _ now: String, _ message: String) {
      drift.append(
        SourceDrift(
          source: source, change: change, before: before, now: now,
          message: "\(source): \(message)"))
    }
    if format != last.format {
      note(.formatChanged, last.format, format, "the format was \(last.format), now \(format)")
    }
    if encoding != last.encoding {
      note(
        .encodingChanged, last.encoding, encoding,
        "the encoding was \(last.encoding), now \(encoding)")
    }
    if profile != last.profile {
      let (before, now) = (last.profile ?? "none", profile ?? "none")
      note(.profileChanged, before, now, "the profile was \(before), now \(now)")
    }
    if holdsSameBytes(as: last) {
      drift.append(
        SourceDrift(
          source: source, change: .unchanged,
          message: "\(source): the same bytes as in the last run; check whether the export ran"))
    } else if isSnapshot {
      if records < last.records {
        note(
          .rowsDropped, "\(last.records)", "\(records)",
          "\(last.records) records then, \(records) now")
      }
      if let newest, let before = last.newest, newest < before {
        note(
          .older, before.description, newest.description,
          "its newest change is of \(newest.description), last time it was of \(before.description); "
            + "check whether an old export was put here")
      }
    }
    return drift
  }

  private func columnsGone(since last: SourceShape) -> [SourceDrift] {
    let labels = Set(columns.map(\.label))
    return last.columns.filter { !labels.contains($0.label) }.map { column in
      let share = percent(last.fillRate(of: column))
      let use = column.field.map { "; it filled '\($0)' in \(share) of the records" } ?? ""
      return SourceDrift(
        source: source, change: .columnGone, column: column.label,
        before: column.field == nil ? nil : share,
        message: "\(source): column '\(column.label)' is gone\(use)")
    }
  }

  private func columnsNew(since last: SourceShape) -> [SourceDrift] {
    let labels = Set(last.columns.map(\.label))
    return columns.filter { !labels.contains($0.label) }.map { column in
      SourceDrift(
        source: source, change: .columnNew, column: column.label,
        message: "\(source): column '\(column.label)' is new; "
          + (column.field.map { "it fills '\($0)'" } ?? "no field takes it"))
    }
  }

  /// A fall by a fifth of the records, or to a tenth of what was.
  private func columnsEmptied(since last: SourceShape) -> [SourceDrift] {
    guard min(records, last.records) >= Self.fewRecords else { return [] }
    let labels = Set(columns.map(\.label))
    return last.columns.filter { $0.field != nil && labels.contains($0.label) }.compactMap {
      column in
      let before = last.fillRate(of: column)
      guard let now = fillRate(ofLabel: column.label), before >= 0.05,
        before - now > 0.199_999 || now <= before / 10
      else { return nil }
      return SourceDrift(
        source: source, change: .columnEmptied, column: column.label, before: percent(before),
        now: percent(now),
        message: "\(source): column '\(column.label)' was filled in \(percent(before)) of the "
          + "records, now in \(percent(now)); correct the export")
    }
  }

  private func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
  }
}
