import Database
import Export
import Foundation
import Store

/// Whether a finished run is what it was when it was published.
package struct RunAudit: Codable, Hashable, Sendable {
  /// One thing that was looked at.
  package struct Check: Codable, Hashable, Sendable {
    /// manifest, files, rows, log or database.
    package var name: String
    package var passed: Bool
    /// What was found, without any value.
    package var message: String
  }

  package var runID: String
  package var checks: [Check] = []
  /// The hash of the last entry of the log.
  ///
  /// Kept elsewhere, it shows later that none was cut off.
  package var logHead = ""
  package var logEntries = 0

  private enum CodingKeys: String, CodingKey {
    case runID = "runId"
    case checks, logHead, logEntries
  }

  package var isSound: Bool { checks.allSatisfy(\.passed) }

  /// Looks at a run's files, its row accounting and the log of its output folder.
  ///
  /// - Throws: `RunError` when the run has no manifest that can be read.
  package init(_ reference: RunFolderReference) throws {
    runID = reference.runID
    let manifest: Manifest
    do {
      manifest = try Manifest(folder: reference.folder)
    } catch {
      throw RunError(
        .cannotFinish,
        "\(reference.path("manifest.json")): error: cannot be read; restore it from a backup")
    }
    checkFiles(manifest, reference)
    try checkRows(manifest, reference)
    checkDatabase(reference)
    try checkLog(manifest, reference)
  }

  private mutating func add(_ name: String, _ problems: [String], _ fine: String) {
    if problems.isEmpty { checks.append(Check(name: name, passed: true, message: fine)) }
    checks += problems.map { Check(name: name, passed: false, message: $0) }
  }

  // MARK: - Files

  private mutating func checkFiles(_ manifest: Manifest, _ reference: RunFolderReference) {
    var problems: [String] = []
    for output in manifest.outputs {
      let path = reference.path(output.file)
      guard FileManager.default.fileExists(atPath: path) else {
        problems.append("\(output.file) is missing")
        continue
      }
      // A file that cannot be read is as bad as one that was changed.
      if (try? FileDigest.sha256(of: path)) != output.sha256 {
        problems.append("\(output.file) was changed")
      }
    }
    let known = Set(manifest.outputs.map(\.file) + ["manifest.json"])
    let enumerator = FileManager.default.enumerator(atPath: reference.folder)
    while let name = enumerator?.nextObject() as? String {
      let isFile = enumerator?.fileAttributes?[.type] as? FileAttributeType == .typeRegular
      if isFile, !known.contains(name) { problems.append("\(name) is not the run's") }
    }
    add("files", problems.sorted(), "\(manifest.outputs.count) files are as they were written")
  }

  // MARK: - Rows

  private mutating func checkRows(
    _ manifest: Manifest, _ reference: RunFolderReference
  ) throws {
    var problems: [String] = []
    for source in manifest.accounting {
      let sum = source.records + source.quarantined + source.skipped.values.reduce(0, +)
      if sum != source.read {
        problems.append(
          "source '\(source.source)': \(source.read) rows were read, \(sum) accounted")
      }
    }
    let rows = manifest.accounting.reduce(into: (records: 0, quarantined: 0)) {
      $0.records += $1.records
      $0.quarantined += $1.quarantined
    }
    if let quarantine = manifest.outputs.first(where: { $0.file == "quarantine.csv" })?.rows,
      quarantine != rows.quarantined
    {
      problems.append("quarantine.csv has \(quarantine) rows, the sources \(rows.quarantined)")
    }
    var last = ""
    var records = 0
    do {
      try CSVTable.forEachRow(of: reference.path("crosswalk.csv"), columns: ["record_key"]) { row in
        if row[0] != last { records += 1 }
        last = row[0]
      }
      if records > rows.records {
        problems.append("crosswalk.csv names \(records) records, the sources have \(rows.records)")
      }
    } catch {
      problems.append("crosswalk.csv cannot be read")
    }
    add("rows", problems, "every row that was read is a record, quarantined or skipped")
  }

  private mutating func checkDatabase(_ reference: RunFolderReference) {
    let path = reference.path("assay.sqlite")
    guard FileManager.default.fileExists(atPath: path) else { return }
    var problems: [String] = []
    do {
      let connection = try Connection(path: path, for: .reading)
      let check = try Statement("PRAGMA quick_check(1)", on: connection)
      if try !check.step() || check.string(0) != "ok" { problems.append("assay.sqlite is damaged") }
    } catch {
      problems.append("assay.sqlite is damaged")
    }
    add("database", problems, "assay.sqlite is sound")
  }

  // MARK: - The log

  private mutating func checkLog(
    _ manifest: Manifest, _ reference: RunFolderReference
  ) throws {
    let path = RunMemory.path(in: reference.output)
    guard FileManager.default.fileExists(atPath: path) else {
      return add("log", ["\(path) is missing, and the log with it"], "")
    }
    let log: [AuditEntry]
    do {
      log = try StateFile(readingLogOf: path).auditEntries()
    } catch {
      return add("log", ["the log in state.sqlite cannot be read"], "")
    }
    logEntries = log.count
    logHead = log.last?.hash ?? ""
    var problems: [String] = []
    if let broken = AuditEntry.firstBroken(log) {
      problems.append("entry \(broken + 1) of the log was changed, or one before it was taken out")
    }
    let entries = log.filter {
      $0.runID == runID && [.published, .released, .rolledBack].contains($0.action)
    }
    if entries.isEmpty, manifest.status == .published {
      problems.append("the log does not know that this run was published")
    }
    if let entry = entries.last,
      (try? FileDigest.sha256(of: reference.path("manifest.json"))) != entry.manifest
    {
      problems.append("manifest.json is not the one that the log names")
    }
    add("log", problems, "\(log.count) entries, each chained to the one before")
  }
}
