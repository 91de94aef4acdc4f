package import Vocabulary

/// What a look at the values of one source found, column by column.
package struct SourceSurvey: Sendable {
  package var files: [InputFile]
  /// In the order in which the files name them.
  package var columns: [ColumnSurvey]
  /// The profile that fits best, where one fits well enough.
  package var profile: String?
  /// Whether others fit about as well, so that a run would ask for a choice.
  package var isTied = false
  /// The profiles that were considered, best first.
  package var candidates: [ProfileScore]
  /// What the profile makes of the columns; where none fits, the labels that many exports share.
  package var mapped: [MappedColumn]
  package var idColumns: [String]
  package var accounting: RowAccounting
  /// By code: the quarantined rows.
  package var quarantined: [String: Int]
  /// The number of records of a file after which reading stopped; nil where every row was read.
  package var recordLimit: Int?
}

/// One column of a source, and what its values tell.
///
/// It holds no value: only numbers, and shapes in which no character of a value is left.
package struct ColumnSurvey: Sendable, Hashable {
  package var label: String
  /// The records with a value in the column.
  package var filled: Int
  /// The number of different values, as they are written.
  package var distinct: Int
  /// The most frequent shapes of the values, see `ValueShape`.
  package var shapes: [String]
  package var guess: ColumnGuess
}

extension Ingestor {
  /// The columns that the files of a source name.
  ///
  /// - Throws: `IngestError` where a file cannot be read.
  package func labels(of source: SourceOptions) throws -> [String] { try detect(source).labels }

  /// The number of records of a file that a survey reads.
  ///
  /// It bounds the memory and the time; up to it, every number is exact.
  package static let surveyLimit = 100_000

  /// Looks at the values of every column of a source, mapped or not.
  ///
  /// A source that no profile fits is surveyed all the same.
  ///
  /// - Throws: `IngestError` where the source cannot be read.
  package func columnSurvey(
    of source: SourceOptions, recordLimit: Int = surveyLimit
  ) async throws -> SourceSurvey {
    let labels = try detect(source).labels
    let result = try await readColumns(labels, of: source, recordLimit: recordLimit)
    var survey = SourceSurvey(
      files: result.files, columns: Self.columns(labels, in: result.records), candidates: [],
      mapped: [], idColumns: [], accounting: result.accounting.first ?? RowAccounting(),
      quarantined: [:])
    for row in result.quarantine { survey.quarantined[row.code, default: 0] += 1 }
    if result.files.contains(where: { $0.rows >= recordLimit }) { survey.recordLimit = recordLimit }
    do {
      survey.take(try await inspect(source, rowLimit: 1))
    } catch let error as IngestError {
      switch error.reason {
      case .profileUndecided(let scores): survey.candidates = scores
      case .profileTie(let scores):
        var best = source
        best.profile = scores.first?.profile ?? source.profile
        survey.take(try await inspect(best, rowLimit: 1))
        survey.isTied = true
      default: throw error
      }
    }
    if survey.profile == nil { await takeLabels(of: source, into: &survey) }
    return survey
  }

  /// Maps what is called as in many exports, as far as there is such a column.
  private func takeLabels(of source: SourceOptions, into survey: inout SourceSurvey) async {
    var general = source
    general.profile = SourceProfile.generalName
    guard let inspection = try? await inspect(general, rowLimit: 1) else { return }
    survey.mapped = inspection.source.columns
    survey.idColumns = inspection.idColumns
  }

  /// Reads every column of a source as text, each into a field of its own.
  private func readColumns(
    _ labels: [String], of source: SourceOptions, recordLimit: Int
  ) async throws -> IngestResult {
    var plain = source
    plain.profile = "none"
    plain.id = []
    plain.map = labels.enumerated().map { number, label in
      FieldMapping(field: "column \(number)", columns: [ColumnReference(path: label)])
    }
    var options = IngestOptions(
      schema: Schema(labels.indices.map { Field("column \($0)", .text) }), sources: [plain],
      threads: options.threads)
    options.recordLimit = recordLimit
    return try await Ingestor(options: options).run()
  }

  private static func columns(_ labels: [String], in records: RecordTable) -> [ColumnSurvey] {
    labels.enumerated().map { field, label in
      var counts = [Int](repeating: 0, count: records.pools[field].count)
      for column in records.columns where column.field == field {
        for value in column.ids where value != 0 { counts[Int(value)] += 1 }
      }
      let values = counts.indices.filter { counts[$0] > 0 }
      return ColumnSurvey(
        label: label, filled: counts.reduce(0, +), distinct: values.count,
        shapes: shapes(of: values, counts, in: records.pools[field]),
        guess: ColumnGuess.guess(label: label, values: sample(of: field, in: records)))
    }
  }

  /// The first cells of a column, empty ones among them.
  private static func sample(of field: Int, in records: RecordTable) -> [String] {
    records.columns.first { $0.field == field }?.ids.prefix(ColumnGuess.sampleLimit)
      .map { $0 == 0 ? "" : records.pools[field].string($0) } ?? []
  }

  /// The three most frequent shapes, of equals the shorter and lesser first.
  private static func shapes(
    of values: [Int], _ counts: [Int], in pool: ValuePool
  ) -> [String] {
    var frequency: [String: Int] = [:]
    for value in values.prefix(10_000) {
      frequency[ValueShape.text(of: pool.string(UInt32(value))), default: 0] += counts[value]
    }
    let order = frequency.sorted {
      ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key)
    }
    return order.prefix(3).map(\.key)
  }
}

extension SourceSurvey {
  fileprivate mutating func take(_ inspection: SourceInspection) {
    profile = inspection.profile
    candidates = inspection.candidates
    mapped = inspection.source.columns
    idColumns = inspection.idColumns
  }
}
