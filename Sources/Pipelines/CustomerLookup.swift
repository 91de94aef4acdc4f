import Export
import Foundation
import Normalize
package import Vocabulary

/// Answers whether customers are in a finished run already.
///
/// Values are normalized as the run did it, with the settings of its pipeline file, and looked up in its
/// assay.sqlite.
package final class CustomerLookup {
  private let run: Run
  private let key: [UInt8]
  private let reader: RunDatabaseReader
  private let phones: [String]

  package var schema: Schema { run.pipeline.schema }

  /// - Parameter reference: A finished run.
  /// - Throws: `RunError` when its pipeline file or database is missing.
  package init(_ reference: RunFolderReference) throws {
    let manifest = try Manifest(folder: reference.folder)
    guard let file = manifest.pipeline.file else {
      throw RunError(.cannotFinish, "\(reference.folder): error: names no pipeline file")
    }
    guard FileManager.default.fileExists(atPath: reference.path("assay.sqlite")) else {
      throw RunError(
        .cannotFinish,
        "\(reference.path("assay.sqlite")): error: missing; run the pipeline again")
    }
    let pipeline = try PipelineFile(file: file)
    var options = RunOptions()
    options.asOf = CivilDay(iso: manifest.asOf)
    options.threads = 1
    options.output =
      URL(fileURLWithPath: reference.folder)
      .deletingLastPathComponent().deletingLastPathComponent().path
    run = Run(pipeline: pipeline, options: options)
    key = try TokenKey.find(pipeline: pipeline, output: run.output.path) ?? TokenKey.new()
    reader = try RunDatabaseReader(folder: reference.folder)
    phones = pipeline.schema.fields.filter { $0.kind == .phone && $0.purpose == .content }
      .map { $0.isMultiple ? GoldenColumnName.all(of: $0.name) : $0.name }
  }

  /// Answers a question.
  package func answer(_ question: LookupQuestion) async throws -> LookupAnswer {
    let table = try await run.normalize(question.records(schema), key: key).table
    var candidates = LookupCandidates(reader: reader, phones: phones)
    let keys = LookupKeys(table)
    var (surname, given): ([UInt8]?, [UInt8]?)
    for column in table.records.columns {
      let readings = table.readings[column.field]
      for raw in column.ids where raw != 0 {
        guard readings.issues[Int(raw)].isDisjoint(with: .notIdentity) else { continue }
        for value in readings[raw] {
          let text = Array(readings.canonical[value])
          if keys.isNamePart(column.field) {
            if keys.isSurname(column.field) { surname = text } else { given = text }
            continue
          }
          var found: [(LookupKeys.Kind, UInt64)] = []
          keys.forEachKey(field: column.field, value: value, text: text.span) {
            found.append(($0, $1))
          }
          for (kind, key) in found {
            try candidates.add(kind, key, isCompany: column.field == companyField)
          }
          if schema.fields[column.field].kind == .phone {
            candidates.askedPhones.append(String(decoding: text, as: UTF8.self))
          }
        }
      }
    }
    if let surname, let given {
      let key = LookupKeys.key(surname: surname.span, given: given.span)
      try candidates.add(.name, key, isCompany: false)
    }
    return try candidates.answer()
  }

  private var companyField: Int? { schema.fields.firstIndex { $0.kind == .organizationName } }
}

extension LookupQuestion {
  /// The question as the one record of a source.
  fileprivate func records(_ schema: Schema) -> RecordTable {
    var records = RecordTable(
      schema: schema, sources: [SourceInfo(name: "lookup", files: ["stdin"])])
    records.count = 1
    records.source = [0]
    records.file = [0]
    records.rowNumber = [1]
    records.line = [1]
    records.sourceRecordID.append("1")
    records.recordKey.append("lookup/1")
    var slots: [Int: Int] = [:]
    for (name, value) in values {
      guard let field = schema.index(of: name) else { continue }
      let id = records.pools[field].intern(value)
      let slot = slots[field, default: 0]
      slots[field] = slot + 1
      records.columns.append(CellColumn(field: field, slot: slot, ids: [id]))
      records.sources[0].columns.append(MappedColumn(header: name, field: field))
    }
    records.filledWords = max(1, (records.columns.count + 63) / 64)
    records.filled = [UInt64](repeating: .max, count: records.filledWords)
    return records
  }
}
