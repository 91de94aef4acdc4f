import Cluster
import Foundation
import Ingest
import Vocabulary

/// The rulings of stewards, read from decision files and replayed on every run.
struct Decisions: Sendable {
  /// One ruling about two records.
  struct Ruling: Hashable, Sendable {
    enum Verb: String, CaseIterable, Sendable {
      case same
      case different
    }

    var id: String
    var verb: Verb
    var party: Party
    /// Record keys.
    var left: String
    var right: String
    /// Who decided it and when, as the file says; empty where it does not.
    var by = ""
    var at = ""
    var why = ""
  }

  /// The rulings that hold: those that no later line revokes.
  private(set) var rulings: [Ruling] = []
  /// All rulings but those that their own steward took back.
  private(set) var answers: [Ruling] = []

  init() {}

  /// Reads the decision files of a pipeline; that there is none yet is fine.
  ///
  /// - Throws: `RunError` that names the file and the line of a decision that cannot be followed.
  init(_ pipeline: PipelineFile) throws {
    var revoked: Set<String> = []
    var takenBack: Set<[String]> = []
    var read: [Ruling] = []
    for path in try pipeline.decisions.flatMap({ try files(matching: pipeline.resolved($0)) }) {
      let table = try CSVReader(path: path)
      let columns = try Columns(table, path: path)
      for (row, line) in zip(table.rows, table.lines) {
        let row = row.map(SpreadsheetMark.removed)
        let revokes = columns.revokes.map { row[$0] } ?? ""
        if !revokes.isEmpty {
          revoked.insert(revokes)
          takenBack.insert([revokes, columns.by.map { row[$0] } ?? ""])
        }
        guard !row[columns.verb].isEmpty else { continue }
        read.append(try Self.ruling(row, columns, place: "\(path):\(line)"))
      }
    }
    rulings = read.filter { !revoked.contains($0.id) }
    answers = read.filter { !takenBack.contains([$0.id, $0.by]) }
  }

  /// The places of the columns in one file.
  private struct Columns {
    let id, verb, party, left, right: Int
    let revokes, by, at, why: Int?

    init(_ table: CSVReader, path: String) throws(RunError) {
      func column(_ name: String) throws(RunError) -> Int {
        guard let index = table.index(of: name) else {
          throw RunError(
            .cannotFinish,
            "\(path): error: a decision file needs the column '\(name)'; its columns are "
              + "decision_id, verb, party, left, right, field, value, by, at, why, revokes")
        }
        return index
      }
      id = try column("decision_id")
      verb = try column("verb")
      party = try column("party")
      left = try column("left")
      right = try column("right")
      revokes = table.index(of: "revokes")
      by = table.index(of: "by")
      at = table.index(of: "at")
      why = table.index(of: "why")
    }
  }

  private static func ruling(_ row: [String], _ columns: Columns, place: String) throws(RunError)
    -> Ruling
  {
    guard let verb = Ruling.Verb(rawValue: row[columns.verb]) else {
      throw RunError(
        .cannotFinish,
        "\(place): error: the verb there cannot be followed; use "
          + Ruling.Verb.allCases.map(\.rawValue).joined(separator: " or "))
    }
    guard let party = Party(rawValue: row[columns.party]) else {
      throw RunError(.cannotFinish, "\(place): error: 'party' must be person or organization")
    }
    guard !row[columns.left].isEmpty, !row[columns.right].isEmpty else {
      throw RunError(
        .cannotFinish, "\(place): error: '\(verb.rawValue)' needs record keys in left and right")
    }
    return Ruling(
      id: row[columns.id], verb: verb, party: party, left: row[columns.left],
      right: row[columns.right], by: columns.by.map { row[$0] } ?? "",
      at: columns.at.map { row[$0] } ?? "", why: columns.why.map { row[$0] } ?? "")
  }

  /// The rulings about one kind of party, as mentions of this run.
  ///
  /// A ruling about a record that this run does not hold waits until the record is back.
  func pairs(of party: Party, mentions: MentionTable, keys: TextColumn) -> (
    same: [MentionPair], different: [MentionPair], touched: [UInt32]
  ) {
    var same: [MentionPair] = []
    var different: [MentionPair] = []
    var touched: Set<UInt32> = []
    for ruling in rulings where ruling.party == party {
      guard let left = mentions.mention(ofKey: ruling.left, in: keys),
        let right = mentions.mention(ofKey: ruling.right, in: keys), left != right
      else { continue }
      touched.formUnion([left, right])
      if ruling.verb == .same {
        same.append(MentionPair(left, right))
      } else {
        different.append(MentionPair(left, right))
      }
    }
    return (same, different, touched.sorted())
  }
}

/// The files that a path or a glob names, in the order of their names.
private func files(matching pattern: String) throws -> [String] {
  let folder = URL(fileURLWithPath: pattern).deletingLastPathComponent().path
  let name = URL(fileURLWithPath: pattern).lastPathComponent
  guard name.contains("*") else {
    return FileManager.default.fileExists(atPath: pattern) ? [pattern] : []
  }
  guard FileManager.default.fileExists(atPath: folder) else { return [] }
  let parts = name.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  return try FileManager.default.contentsOfDirectory(atPath: folder).filter { file in
    guard let first = parts.first, let last = parts.last, parts.count == 2 else { return false }
    return file.hasPrefix(first) && file.hasSuffix(last) && !file.hasPrefix(".")
  }.sorted().map { folder + "/" + $0 }
}

extension MentionTable {
  /// The mention by the record of a key; nil when there is none.
  func mention(ofKey key: String, in keys: TextColumn) -> UInt32? {
    let wanted = Array(key.utf8)
    var (low, high) = (0, record.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[Int(record[middle])].lexicographicallyPrecedes(wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < record.count, keys[Int(record[low])].elementsEqual(wanted) else { return nil }
    return UInt32(low)
  }
}
