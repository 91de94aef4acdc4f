import Database
import Digests
import Foundation
import Vocabulary

/// assay.sqlite: all tables of a run in one file that a steward can ask.
///
/// Rows know each other by numbers, and views show them as the files do. A number that contains another
/// one, such as a claim's, which is its golden record's times 2^24 and its place there, saves an index and
/// keeps together what is asked for together. The same rows give the same bytes.
package struct RunDatabase: Sendable {
  let results: ResultTables
  let scores: ScorecardTables

  /// - Parameters:
  ///   - results: What the run says about records and parties.
  ///   - scores: What it says about quality.
  package init(results: ResultTables, scores: ScorecardTables) {
    self.results = results
    self.scores = scores
  }

  /// What a number is shifted by to hold the numbers of the rows that belong to it.
  static let shift = 24

  /// Writes the file, readable by its owner alone.
  ///
  /// - Parameter path: A file that is not there yet.
  /// - Throws: `ExportError` when it cannot be written.
  /// - Returns: What was written.
  package func write(to path: String) throws(ExportError) -> WrittenFile {
    var rows = 0
    do {
      let connection = try Connection(path: path, for: .filling)
      try connection.execute(DatabaseSchema(results.table.records.schema).sql)
      try connection.execute("BEGIN")
      let words = DatabaseWords()
      let places = GoldenPlaces(results)
      rows = try fill(connection, places, words)
      try connection.execute("COMMIT")
    } catch let error as ExportError {
      throw error
    } catch {
      throw ExportError(.cannotWrite, path: path)
    }
    return try WrittenFile(reading: path, rows: rows)
  }

  /// Fills all tables, and counts the rows.
  private func fill(
    _ connection: borrowing Connection, _ places: GoldenPlaces, _ words: DatabaseWords
  ) throws -> Int {
    var rows = 0
    func insert(_ source: some RowSource, _ table: DatabaseTable) throws {
      rows += try connection.insert(source, into: table.name, columns: table.columnCount)
    }
    let schema = DatabaseSchema(results.table.records.schema)
    try insert(RecordRows(results.table, scores.keepers), schema.record)
    try insert(MemberRows(results.crosswalk, places, words), schema.member)
    try insert(GoldenMemberRows(results.crosswalk, places), schema.goldenMember)
    for links in results.links {
      let mentions = results.table.mentions(of: links.party)
      try insert(LinkRows(links, mentions, words), schema.link)
    }
    try insertTexts(connection, places, words, &rows)
    for (table, source) in smallTables(places, words, schema) {
      rows += try connection.insert(source, into: table.name, columns: table.columnCount)
    }
    try insert(words.rows, schema.word)
    return rows
  }

  /// The tables whose rows hold values of customers.
  private func insertTexts(
    _ connection: borrowing Connection, _ places: GoldenPlaces, _ words: DatabaseWords,
    _ rows: inout Int
  ) throws {
    let schema = DatabaseSchema(results.table.records.schema)
    var failure: (any Error)?
    let text = FindingText(scores)
    try results.withClaimTexts { claims in
      do {
        let golden = GoldenRows(results, places, claims)
        rows += try connection.insert(
          golden, into: schema.golden.name, columns: schema.golden.columnCount)
        let claimRows = ClaimRows(results, places, claims, words)
        rows += try connection.insert(
          claimRows, into: schema.claim.name, columns: schema.claim.columnCount)
        let work = AffiliationRows(results, places, claims)
        rows += try connection.insert(
          work, into: schema.affiliation.name, columns: schema.affiliation.columnCount)
        let findings = FindingRows(scores, text, places, claims.raw, words)
        rows += try connection.insert(
          findings, into: schema.finding.name, columns: schema.finding.columnCount)
        let lookup = LookupRows(results, places, claims)
        rows += try connection.insert(
          lookup, into: schema.lookup.name, columns: schema.lookup.columnCount)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    let phrases = ListRows(Array(0..<text.messages.count)) {
      [
        .number($0 + 1 as Int), .text(text.messages.string($0)), .text(text.suggestions.string($0)),
      ]
    }
    rows += try connection.insert(phrases, into: "phrase", columns: 3)
  }
}

extension WrittenFile {
  /// What a file that is there holds.
  fileprivate init(reading path: String, rows: Int) throws(ExportError) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ExportError(.cannotWrite, path: path)
    }
    var digest = SHA256()
    var bytes = 0
    do {
      while let part = try handle.read(upToCount: 1 << 22), !part.isEmpty {
        digest.update(part.span)
        bytes += part.count
      }
      try handle.close()
    } catch {
      throw ExportError(.cannotWrite, path: path)
    }
    self.init(path: path, rows: rows, bytes: bytes, sha256: digest.finish().hex)
  }
}
