import Database
import Foundation

/// What assay.sqlite of a finished run knows, for those who ask by a value.
package final class RunDatabaseReader {
  private let connection: Connection
  /// The first bits of a key that name its bucket.
  private let bits: Int

  /// - Parameter folder: A run's folder.
  /// - Throws: `DatabaseError` when the run has no such file, or it is damaged.
  package init(folder: String) throws {
    connection = try Connection(path: folder + "/assay.sqlite", for: .reading)
    let buckets = try Statement("SELECT max(bucket) + 1 FROM lookup", on: connection)
    _ = try buckets.step()
    bits = max(1, Int(buckets.int(0))).trailingZeroBitCount
  }

  /// The numbers of the golden records that have a key, ascending.
  package func goldenRecords(of key: UInt64) throws -> [UInt32] {
    let row = try Statement("SELECT entries FROM lookup WHERE bucket = ?", on: connection)
    try row.bind(Int64(bits == 0 ? 0 : key >> UInt64(64 - bits)), at: 1)
    guard try row.step() else { return [] }
    let wanted = UInt32(truncatingIfNeeded: key)
    return row.withBytes(0) { bytes in
      var found: [UInt32] = []
      var offset = 0
      while offset + 8 <= bytes.count {
        if Self.number(bytes, offset + 4) == wanted { found.append(Self.number(bytes, offset)) }
        offset += 8
      }
      return found
    }
  }

  /// The rows of a query, by column name; null is an empty text.
  ///
  /// - Parameters:
  ///   - columns: The columns of `view` to read.
  ///   - view: A view of assay.sqlite.
  ///   - condition: What rows must meet, with `?` for each text.
  ///   - texts: What stands for the `?`.
  /// - Returns: The rows in the order of the view.
  /// - Throws: `DatabaseError` when the file is damaged or has no such view.
  package func rows(
    _ columns: [String], of view: String, where condition: String, _ texts: [String]
  ) throws -> [[String: String]] {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let statement = try Statement("SELECT \(names) FROM \(view) WHERE \(condition)", on: connection)
    for (place, text) in texts.enumerated() { try statement.bind(text, at: Int32(place + 1)) }
    var rows: [[String: String]] = []
    while try statement.step() {
      let cells = columns.enumerated().map { ($1, statement.string(Int32($0))) }
      rows.append(Dictionary(uniqueKeysWithValues: cells))
    }
    return rows
  }

  private static func number(_ bytes: Span<UInt8>, _ offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }

  /// A golden record as far as a lookup compares and shows it.
  package struct Found: Hashable, Sendable {
    package var isPerson: Bool
    package var phones: [String]
    package var owners: [String]
    /// The numbers of the organizations that a person is met at.
    package var organizations: [UInt32]
  }

  /// Reads a golden record.
  ///
  /// - Parameters:
  ///   - number: Its number.
  ///   - phones: The columns that hold phones.
  /// - Returns: The record; nil when there is none of the number.
  /// - Throws: `DatabaseError` when the file is damaged.
  package func goldenRecord(_ number: UInt32, phones: [String]) throws -> Found? {
    let columns = (["party", "owners"] + phones.map { "\"\($0)\"" }).joined(separator: ", ")
    let row = try Statement("SELECT \(columns) FROM golden_record WHERE id = ?", on: connection)
    try row.bind(Int64(number), at: 1)
    guard try row.step() else { return nil }
    func list(_ column: Int) -> [String] {
      row.string(Int32(column)).split(separator: ";").map(String.init)
    }
    var found = Found(
      isPerson: row.int(0) == 1, phones: phones.indices.flatMap { list($0 + 2) }, owners: list(1),
      organizations: [])
    let work = try Statement(
      "SELECT organization FROM affiliation WHERE id >= ? AND id < ?", on: connection)
    try work.bind(Int64(number) << Int64(RunDatabase.shift), at: 1)
    try work.bind(Int64(number + 1) << Int64(RunDatabase.shift), at: 2)
    while try work.step() { found.organizations.append(work.uint32(0)) }
    return found
  }
}
