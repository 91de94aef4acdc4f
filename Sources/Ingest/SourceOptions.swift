package import Vocabulary

/// One entry of `sources` in the pipeline file, its paths absolute.
package struct SourceOptions: Sendable, Hashable {
  /// Which of the files that the paths name are read.
  package enum Pick: String, Codable, Sendable, Hashable {
    /// Those of the newest date in their names, or else the one that was modified last.
    case newest
    case all
  }

  /// How the files are built.
  package enum Format: String, Codable, Sendable, Hashable {
    case auto
    case csv
    /// One JSON object a line.
    case ndjson
    /// One JSON document that holds an array of objects.
    case json
  }

  /// Where a CSV file names its columns.
  package enum Header: Sendable, Hashable {
    case auto
    /// Nowhere: the columns are called 1, 2, 3 and so on.
    case none
    /// On the row that begins on this physical line; 1 is the first.
    case row(Int)
  }

  /// Which sheet of a workbook is read.
  package enum Sheet: Sendable, Hashable {
    /// The first one that is visible.
    case first
    case named(String)
    /// Among the visible ones; 1 is the first.
    case number(Int)
  }

  package var name: String
  /// Paths or globs.
  package var paths: [String]
  /// Whether its files add up: a record of a later file takes the place of those before it.
  ///
  /// Otherwise they are parts of one export.
  package var isCumulative = false
  /// Files of earlier runs that are read before those that `paths` names, oldest first.
  package var earlier: [String] = []
  /// Paths or globs of corrected copies of quarantine.csv; a path without a file is no error.
  package var corrections: [String] = []
  /// The default is all.
  package var pick = Pick.all
  /// The default is auto.
  package var format = Format.auto
  /// The default is the first.
  package var sheet = Sheet.first
  /// A name of `TextEncoding`, or auto.
  package var encoding = "auto"
  /// The character between cells, or auto.
  package var delimiter = "auto"
  /// The default is auto.
  package var header = Header.auto
  /// For JSON: the keys that lead to the list of records, such as data.items; none where each object
  /// is a record; nil where the file tells it.
  package var records: String?
  /// A profile's name, none or auto.
  package var profile = "auto"
  /// The user's own profiles; one that is called like a shipped one takes its place.
  package var profiles: [SourceProfile] = []
  package var system: SystemKind?
  /// 0...100; the profile's, or else 50, when absent.
  package var trust: Int?
  /// The columns that make up the record's id; the profile's when empty.
  package var id: [String] = []
  /// What the pipeline file maps itself; it wins over the profile.
  package var map: [FieldMapping] = []

  package init(name: String, paths: [String]) {
    self.name = name
    self.paths = paths
  }
}

/// The columns that a source has for one field.
package struct FieldMapping: Sendable, Hashable {
  package var field: String
  package var columns: [ColumnReference]

  package init(field: String, columns: [ColumnReference]) {
    self.field = field
    self.columns = columns
  }
}

/// A column of a source, by its header or JSON path.
package struct ColumnReference: Sendable, Hashable {
  /// The header, or a JSON path such as customer.phone.
  package var path: String
  package var party: Party?
  package var namePart: MappedColumn.NamePart?

  package init(path: String, party: Party? = nil, namePart: MappedColumn.NamePart? = nil) {
    self.path = path
    self.party = party
    self.namePart = namePart
  }
}

/// Settings of the ingest stage.
package struct IngestOptions: Sendable {
  package var schema: Schema
  package var sources: [SourceOptions]
  /// Words that stand for an empty cell, beside those that programs write.
  ///
  /// The default is none.
  package var nulls: [String]
  /// The number of files that are read at a time.
  package var threads: Int
  /// The number of records of a file after which reading stops; nil reads all.
  package var recordLimit: Int?
  /// Whether it is read which records the systems' users merged.
  ///
  /// Records that were given up because they were merged into another are read then, too.
  package var readsMerges = false

  package init(
    schema: Schema, sources: [SourceOptions], nulls: [String] = [], threads: Int
  ) {
    self.schema = schema
    self.sources = sources
    self.nulls = nulls
    self.threads = threads
  }
}
