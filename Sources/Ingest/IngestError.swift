/// Why the sources cannot be read.
///
/// A row that cannot be read is none of these: it goes to quarantine.
package struct IngestError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case fileMissing
    case nothingMatches
    case notAFile
    case unreadable(String)
    case empty
    /// Something that no export should be.
    case foreign(ForeignFile)
    /// A packed file or a workbook whose bytes are not all there, or not as they were.
    case damaged(String)
    case inflatesTooMuch
    case unknownSheet(SourceOptions.Sheet, known: [String])
    case emptySheet(String, others: [String])
    case sheetTooLarge(String)
    /// `sheet` is set for a file that has none.
    case noWorkbook
    case undetectableEncoding
    case unknownEncoding(String)
    case unknownDelimiter(String)
    case headerNotFound
    case noRecordsFound
    case recordsMissing(String)
    case unknownProfile(String, known: [String])
    /// None fits, and common labels do not help.
    case profileUndecided([ProfileScore])
    /// Several fit about equally well.
    case profileTie([ProfileScore])
    case unknownField(String)
    case columnMissing(String, known: [String])
    case nothingMapped
    case noCorrections
    case sourceName
    case tooManyFiles(limit: Int)
    case malformedRow(String)
    case profile(ProfileError)
  }

  package var reason: Reason
  /// The source's name, where one is at fault.
  package var source: String?
  package var path: String?
  package var line: Int?

  package init(_ reason: Reason, source: String? = nil, path: String? = nil, line: Int? = nil) {
    self.reason = reason
    self.source = source
    self.path = path
    self.line = line
  }
}

extension IngestError: CustomStringConvertible {
  package var description: String {
    if case .profile(let error) = reason { return error.description }
    return "\(place): error: \(explanation)"
  }

  private var place: String {
    let file = path.map { path in line.map { "\(path):\($0)" } ?? path }
    return switch (source, file) {
    case (let source?, let file?): "source '\(source)': \(file)"
    case (let source?, nil): "source '\(source)'"
    case (nil, let file?): file
    case (nil, nil): "sources"
    }
  }

  private var explanation: String {
    switch reason {
    case .fileMissing: "no such file; \(absenceWayOut)"
    case .nothingMatches: "no file matches; \(absenceWayOut)"
    case .notAFile: "is a folder, not a file; name the export itself, or a glob such as *.csv"
    case .unreadable(let cause): "cannot be read: \(cause)"
    case .empty:
      source == nil
        ? "the export is empty; export it again"
        : "the export is empty; export it again, or set onMissing: \"useLast\""
    case .foreign(let kind): kind.explanation
    case .damaged(let cause): "the file is damaged: \(cause); copy or export it again"
    case .inflatesTooMuch:
      "unfolds to more than 500 times its size, which no export does; unpack it and look inside"
    case .unknownSheet(let sheet, let known): Self.unknownSheet(sheet, known)
    case .emptySheet(let name, let others):
      "sheet '\(name)' is empty; "
        + (others.isEmpty ? "export it again" : "set 'sheet' to one of \(Self.listed(others))")
    case .sheetTooLarge(let name):
      "sheet '\(name)' is wider than any table; delete the stray cells far to the right of it, "
        + "or save the sheet as 'CSV UTF-8'"
    case .noWorkbook: "'sheet' is set, but the file is no workbook; take 'sheet' away"
    case .undetectableEncoding:
      "no encoding makes text of it; set 'encoding' (\(TextEncoding.allNames)), "
        + "or save it as 'CSV UTF-8'"
    case .unknownEncoding(let name):
      "encoding '\(name)' is not known; use auto, \(TextEncoding.allNames)"
    case .unknownDelimiter(let text):
      "delimiter '\(text)' cannot be used; it is auto or one ASCII character such as , or ;"
    case .headerNotFound:
      "no header row found; set 'header' to the line that names the columns, or, where none does, "
        + "to \"none\" and 'map' to the columns 1, 2, 3 and so on"
    case .noRecordsFound:
      "holds no JSON objects where records are expected; export an array of objects, "
        + "or one object a line"
    case .recordsMissing(let path):
      "holds no list of objects at '\(path)'; correct 'records', or take it out"
    case .unknownProfile(let name, let known):
      "profile '\(name)' is not known; use auto, none, \(known.joined(separator: ", "))"
    case .profileUndecided(let scores): Self.undecided(scores)
    case .profileTie(let scores):
      "several profiles fit its columns about equally well (\(Self.list(scores))); "
        + "set 'profile' to one of them"
    case .unknownField(let name):
      "'map' names the field '\(name)', which the schema does not have; add it to 'fields'"
    case .columnMissing(let name, let known):
      "no column '\(name)'; the file has \(known.joined(separator: ", "))"
    case .nothingMapped: "no column is mapped to a field; add a 'map'"
    case .noCorrections:
      "has no columns 'source' and 'raw'; make it from a copy of quarantine.csv"
    case .sourceName: "a source's name may hold no '/'; rename it"
    case .tooManyFiles(let limit): "names more than \(limit) files; narrow the glob"
    case .malformedRow(let cause): "\(cause); correct the row"
    case .profile(let error): error.message
    }
  }

  private var absenceWayOut: String {
    source == nil
      ? "correct its name, or put the export there"
      : "correct 'path', put the export there, or set onMissing: \"useLast\""
  }

  private static func unknownSheet(_ sheet: SourceOptions.Sheet, _ known: [String]) -> String {
    let wanted =
      switch sheet {
      case .first: "no sheet"
      case .named(let name): "no sheet '\(name)'"
      case .number(let number): "no visible sheet number \(number)"
      }
    return "\(wanted); set 'sheet' to one of \(listed(known))"
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
  }

  private static func undecided(_ scores: [ProfileScore]) -> String {
    scores.isEmpty
      ? "no profile knows any of its columns; add a 'map' from fields to columns"
      : "no profile fits its columns well enough (\(list(scores))); "
        + "set 'profile' to one of them, or add a 'map'"
  }

  private static func list(_ scores: [ProfileScore]) -> String {
    scores.prefix(5).map { "\($0.profile) \(Int($0.score * 100)) %" }.joined(separator: ", ")
  }
}
