import Ingest
package import Vocabulary

/// What a look into files found; it holds no value of a record.
package struct FileProfile: Codable, Hashable, Sendable {
  package struct File: Codable, Hashable, Sendable {
    package var name: String
    package var format: String
    package var encoding: String
    /// 0...1; 1 where the file says so itself.
    package var encodingConfidence: Double
    /// Nil for JSON.
    package var delimiter: String?
    /// The physical line of the header; nil for JSON and for files without one.
    package var headerLine: Int?
    /// What the text is packed in, such as gz or xlsx; nil for a plain file.
    package var container: String?
    /// The sheet of a workbook.
    package var sheet: String?
    package var rows: Int
  }

  package struct Candidate: Codable, Hashable, Sendable {
    package var profile: String
    /// 0...1.
    package var score: Double
  }

  package struct Column: Codable, Hashable, Sendable {
    package var label: String
    /// The field that the entry maps it to; nil where it is left out.
    package var field: String?
    /// Whether it tells the records apart.
    package var isID: Bool
    /// What the values look like, finer than a kind.
    package var looksLike: String
    package var kind: FieldKind
    /// 0...1: how sure that is.
    package var confidence: Double
    package var filled: Int
    /// 0...1.
    package var fillRate: Double
    package var distinct: Int
    /// How values are built, with no character of one left.
    package var shapes: [String]
  }

  package struct Source: Codable, Hashable, Sendable {
    package var name: String
    package var files: [File]
    /// Nil where none fits.
    package var profile: String?
    /// The profiles that were considered, best first.
    package var candidates: [Candidate]
    package var columns: [Column]
    package var read: Int
    package var records: Int
    package var quarantined: Int
    /// By code.
    package var quarantineCodes: [String: Int]
    package var skipped: [String: Int]
    /// The number of records of a file after which reading stopped; nil where every row was read.
    package var recordLimit: Int?
  }

  package var sources: [Source]
  /// The keys of a pipeline file that read the files, JSON5.
  package var entry: String
}

extension FileProfile {
  init(_ draft: PipelineDraft) {
    sources = draft.sources.map(Source.init)
    entry = draft.fragment
  }
}

extension FileProfile.Source {
  fileprivate init(_ source: PipelineDraft.Source) {
    let survey = source.survey
    name = source.group.name
    files = survey.files.map { file in
      FileProfile.File(
        name: file.name, format: file.layout.format.rawValue,
        encoding: file.layout.encoding.rawValue,
        encodingConfidence: file.layout.encodingConfidence, delimiter: file.layout.delimiter,
        headerLine: file.layout.headerLine, container: file.layout.container?.rawValue,
        sheet: file.layout.sheet, rows: file.rows)
    }
    profile = source.profile
    candidates = survey.candidates.map {
      FileProfile.Candidate(profile: $0.profile, score: $0.score)
    }
    let ids = source.profile == nil ? source.id : survey.idColumns
    columns = survey.columns.map { column in
      FileProfile.Column(
        label: column.label, field: source.field(of: column.label),
        isID: ids.contains(column.label), looksLike: column.guess.form.rawValue,
        kind: column.guess.kind, confidence: column.guess.confidence, filled: column.filled,
        fillRate: survey.accounting.records > 0
          ? Double(column.filled) / Double(survey.accounting.records) : 0,
        distinct: column.distinct, shapes: column.shapes)
    }
    read = survey.accounting.read
    records = survey.accounting.records
    quarantined = survey.accounting.quarantined
    quarantineCodes = survey.quarantined
    skipped = survey.accounting.skipped
    recordLimit = survey.recordLimit
  }
}

extension PipelineDraft.Source {
  fileprivate func field(of label: String) -> String? {
    guard profile != nil else { return columns.first { $0.label == label }?.field }
    return survey.mapped.first { $0.header == label }.map {
      Schema.customer.fields[$0.field].name
    }
  }
}
