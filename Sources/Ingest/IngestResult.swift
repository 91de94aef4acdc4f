package import Vocabulary

/// What the ingest stage hands on.
package struct IngestResult: Sendable {
  package var records: RecordTable
  /// In the order of source, file and line.
  package var quarantine: [QuarantinedRow]
  /// By source.
  package var accounting: [RowAccounting]
  /// In the order of source and path.
  package var files: [InputFile]
  /// What the systems' users merged, where that was asked for; each once, ascending.
  package var merges: [RecordMerge] = []
}

/// One file that was read.
package struct InputFile: Sendable, Hashable {
  package var source: String
  /// Absolute.
  package var path: String
  /// The last part of the path.
  package var name: String
  package var byteCount: Int
  /// Hexadecimal.
  package var sha256: String
  /// Rows or objects met, the header not among them.
  package var rows: Int
  package var layout: FileLayout
  /// The profile that maps the columns, where one does.
  package var profile: String?
  /// Whether it holds rows that a person has corrected.
  package var isCorrections = false
}

/// How a file is built.
package struct FileLayout: Sendable, Hashable {
  /// What a file's text comes in, where it is not the file itself.
  package enum Packing: String, Sendable, Hashable {
    case gz
    case zip
    case xlsx
  }

  package var format: SourceOptions.Format
  package var encoding: TextEncoding
  /// 0...1; 1 where the file or the pipeline file says so.
  package var encodingConfidence: Double
  /// Nil where the format has none.
  package var delimiter: String?
  /// The physical line on which the header begins; nil where there is none.
  package var headerLine: Int?
  /// The headers, or the JSON paths in the order of their first use.
  package var labels: [String]
  /// Nil where the file is its text.
  package var container: Packing?
  /// The name of the sheet; nil where the file is no workbook.
  package var sheet: String?
}

/// What a look into one source found; nothing of it was kept.
package struct SourceInspection: Sendable {
  package var source: SourceInfo
  package var profile: String?
  /// Whether a source confirmed the header that the profile expects; nil without a profile.
  package var isProfileConfirmed: Bool?
  /// Mapped labels that the profile knows from nobody who has seen them.
  package var unconfirmed: [String]
  /// The profiles that were considered, best first.
  package var candidates: [ProfileScore]
  package var idColumns: [String]
  /// Labels that no field takes.
  package var unmapped: [String]
  /// `rows` and `sha256` cover only what was looked at.
  package var files: [InputFile]
  /// Of the rows that were looked at.
  package var accounting: RowAccounting
  package var quarantine: [QuarantinedRow]
}

/// How well a profile fits the labels of a file.
package struct ProfileScore: Sendable, Hashable {
  package var profile: String
  /// 0...1.
  package var score: Double
}

/// How far the reading has come, over all files.
package struct IngestProgress: Sendable, Hashable {
  package var bytesRead: Int
  package var byteCount: Int
  package var rows: Int
}
