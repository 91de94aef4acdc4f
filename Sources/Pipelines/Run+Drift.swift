import Foundation
import Ingest
import Normalize
import Scorecard
import Vocabulary

/// What the sources looked like in this run, and how that differs from the last published one.
struct SourceWatch: Sendable {
  /// In the order of the sources.
  var shapes: [SourceShape]
  /// By source; changes of one source stand together.
  var drift: [SourceDrift]
  /// The sources whose export is a new one and should hold all records.
  var snapshots: Set<String>
}

extension Run {
  /// Holds the sources against the last published run.
  func watch(_ inputs: SourceInputs, _ table: NormalizedTable, _ memory: RunMemory) -> SourceWatch {
    var watch = SourceWatch(shapes: [], drift: [], snapshots: [])
    for (index, source) in table.records.sources.enumerated() {
      let shape = shape(
        of: index, in: table.records, files: inputs.result.files,
        newest: GateMeasures.Source.newest(of: index, in: table, asOf: asOf))
      watch.shapes.append(shape)
      let isSnapshot =
        pipeline.sources.first { $0.name == source.name }?.delivery == .snapshot
      var drift: [SourceDrift] = []
      if inputs.lastUsed.contains(source.name) {
        drift = [.lastUsed(source.name)]
      } else if let last = memory.shapes[source.name] {
        drift = shape.drift(since: last, isSnapshot: isSnapshot)
        let isNew = !drift.contains { $0.change == .unchanged || $0.change == .older }
        if isSnapshot, isNew { watch.snapshots.insert(source.name) }
      }
      watch.drift += drift + SourceDrift.duplicates(in: shape)
    }
    return watch
  }

  private func shape(
    of source: Int, in records: RecordTable, files: [InputFile], newest: CivilDay?
  ) -> SourceShape {
    let info = records.sources[source]
    let own = files.filter { $0.source == info.name && !$0.isCorrections }
    var filled = [Int](repeating: 0, count: info.columns.count)
    var count = 0
    for record in 0..<records.count where Int(records.source[record]) == source {
      count += 1
      for column in filled.indices where records.isFilled(record: record, column: column) {
        filled[column] += 1
      }
    }
    // A key may be missing from any JSON object, so only those that are mapped tell something.
    let isOpen = own.contains { $0.layout.format != .csv }
    let labels = isOpen ? info.columns.map(\.header) : own.flatMap(\.layout.labels)
    var columns: [SourceShape.Column] = []
    for label in distinct(labels) where !label.isEmpty {
      let fields = info.columns.indices.filter { info.columns[$0].header == label }
      columns.append(
        SourceShape.Column(
          label: label,
          field: fields.first.map { records.schema.fields[info.columns[$0].field].name },
          filled: fields.map { filled[$0] }.max() ?? 0))
    }
    return SourceShape(
      source: info.name, records: count, newest: newest,
      format: distinct(own.map(\.layout.format.rawValue)).joined(separator: ", "),
      encoding: distinct(own.map(\.layout.encoding.rawValue)).joined(separator: ", "),
      profile: own.first?.profile, columns: columns,
      files: own.map { SourceShape.File(name: $0.name, sha256: $0.sha256, rows: $0.rows) })
  }

  private func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// What the gates on sources look at.
  func gateSources(
    _ watch: SourceWatch, _ inputs: SourceInputs, _ memory: RunMemory
  ) -> [GateMeasures.Source] {
    zip(watch.shapes, inputs.result.accounting).map { shape, rows in
      let last = memory.shapes[shape.source]
      let isSnapshot =
        pipeline.sources.first { $0.name == shape.source }?.delivery == .snapshot
      return GateMeasures.Source(
        name: shape.source, accounting: rows,
        previousRecords: isSnapshot ? last?.records : nil,
        fillDrop: last.flatMap { shape.fillDrop(since: $0) },
        newest: shape.newest ?? modified(inputs.result.files, of: shape.source))
    }
  }

  /// The day on which the youngest file of a source was changed, where its records bear no times.
  private func modified(_ files: [InputFile], of source: String) -> CivilDay? {
    let days = files.filter { $0.source == source && !$0.isCorrections }.compactMap { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
      return (attributes?[.modificationDate] as? Date).map {
        Self.day(of: $0, in: pipeline.timezone)
      }
    }
    return days.max().map { min($0, asOf) }
  }
}

extension SourceDrift {
  fileprivate static func lastUsed(_ source: String) -> SourceDrift {
    SourceDrift(
      source: source, change: .lastUsed,
      message: "\(source): no export tonight; that of the last published run was read again")
  }

  /// One entry for each file that repeats an earlier one.
  fileprivate static func duplicates(in shape: SourceShape) -> [SourceDrift] {
    shape.files.indices.compactMap { index in
      let file = shape.files[index]
      guard let first = shape.files[..<index].first(where: { $0.sha256 == file.sha256 }) else {
        return nil
      }
      return SourceDrift(
        source: shape.source, change: .duplicateFile, before: first.name, now: file.name,
        message: "\(shape.source): \(file.name) holds the same bytes as \(first.name) and was "
          + "left out; remove one of the two")
    }
  }

  /// What the records that are missing come to.
  static func absences(
    gone: [String: Int], absent: [String: Int]
  ) -> [SourceDrift] {
    Set(gone.keys).union(absent.keys).sorted().flatMap { source -> [SourceDrift] in
      var drift: [SourceDrift] = []
      if let count = absent[source], count > 0 {
        drift.append(
          SourceDrift(
            source: source, change: .recordsAbsent, now: "\(count)",
            message: "\(source): \(count) records of before are not in the export; they keep their "
              + "golden ids"))
      }
      if let count = gone[source], count > 0 {
        drift.append(
          SourceDrift(
            source: source, change: .recordsGone, now: "\(count)",
            message: "\(source): \(count) records are gone, for complete exports lacked them twice")
        )
      }
      return drift
    }
  }
}
