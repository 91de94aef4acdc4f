import Ingest
package import Vocabulary

/// One source as the pipeline file declares it.
package struct PipelineSource: Codable, Hashable, Sendable {
  /// Which of the files that a glob names are read.
  package enum Pick: String, Codable, CaseIterable, Hashable, Sendable {
    case all
    /// Only those of the newest date in their names, or else the one that was changed last.
    case newest
  }

  package enum Format: String, Codable, CaseIterable, Hashable, Sendable {
    case auto
    case csv
    case json
    case ndjson
  }

  /// Where the column names stand.
  package enum Header: Codable, Hashable, Sendable {
    /// Searched for below title rows.
    case auto
    /// Nowhere; columns are named `1`, `2`, `3`…
    case none
    /// On this physical line; 1 is the first.
    case line(Int)
  }

  /// Which sheet of a workbook is read.
  package enum Sheet: Codable, Hashable, Sendable {
    /// The first one that is visible.
    case first
    case named(String)
    /// Among the visible ones; 1 is the first.
    case number(Int)
  }

  /// What absence from an export means.
  package enum Delivery: String, Codable, CaseIterable, Hashable, Sendable {
    /// The record was deleted.
    case snapshot
    /// Nothing.
    case append
  }

  /// What a night without this export does.
  package enum OnMissing: String, Codable, CaseIterable, Hashable, Sendable {
    /// Ends the run before anything is published.
    case fail
    /// Reads the export of the last published run again.
    case useLast
  }

  package var name: String
  /// Paths or globs, relative to the pipeline file.
  package var paths: [String]
  /// Paths or globs of corrected copies of quarantine.csv; a path without a file is no error.
  ///
  /// The default is none.
  package var corrections: [String] = []
  /// The default is all.
  package var pick = Pick.all
  /// The default is auto.
  package var format = Format.auto
  /// The default is the first.
  package var sheet = Sheet.first
  /// A lower-case name of the list in `encodings`.
  ///
  /// The default is auto.
  package var encoding = "auto"
  /// Nil: found from the file, which is the default.
  package var delimiter: String?
  package var header = Header.auto
  /// For JSON: the keys that lead to the list of records, such as `data.items`; `none` where each
  /// object is a record.
  ///
  /// Nil: found from the file, which is the default.
  package var records: String?
  /// A profile's name, `none` or `auto`.
  ///
  /// The default is auto: found from the header.
  package var profile = "auto"
  /// Nil: as the profile says.
  package var system: SystemKind?
  /// 0...100; nil: as the profile says, else 50.
  package var trust: Int?
  /// The default is a snapshot.
  package var delivery = Delivery.snapshot
  /// The default is to fail.
  package var onMissing = OnMissing.fail
  /// Whether no two of the source's records are filed under one party; nil: as `match.mode` says.
  package var duplicateFree: Bool?
  /// The columns that make the record's id; empty: as the profile says, else a surrogate key.
  package var id: [String] = []
  /// The mapped fields, in the order of the schema; they come before the profile's.
  package var map: [PipelineMapping] = []

  /// The encodings that can be asked for.
  package static let encodings = ["auto"] + TextEncoding.allCases.map(\.rawValue)
}

/// Where a source keeps one field.
package struct PipelineMapping: Codable, Hashable, Sendable {
  package struct Column: Codable, Hashable, Sendable {
    /// A header or a JSON path such as `customer.phone`.
    package var column: String
    /// The party that the values belong to; nil: by the field's kind.
    package var party: Party?
    /// The part of a person's name that the column holds; nil: all of it.
    package var part: MappedColumn.NamePart?
  }

  package var field: String
  package var columns: [Column]
}
