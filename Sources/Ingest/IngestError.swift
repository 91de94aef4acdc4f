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
    case spreadsheet
    case archive
    case undetectableEncoding
    case unknownEncoding(String)
    case unknownDelimiter(String)
    case headerNotFound
    case noRecordsFound
    case unknownProfile(String, known: [String])
    case profileUndecided([ProfileScore])
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
    case .spreadsheet: "is an Excel workbook; save it as 'CSV UTF-8' and name that file"
    case .archive: "is a compressed archive; unpack it and name the file inside"
    case .undetectableEncoding:
      "neither UTF-8, UTF-16 nor GB18030 reads it; set 'encoding' "
        + "(\(TextEncoding.allNames)), or save it as 'CSV UTF-8'"
    case .unknownEncoding(let name):
      "encoding '\(name)' is not known; use auto, \(TextEncoding.allNames)"
    case .unknownDelimiter(let text):
      "delimiter '\(text)' cannot be used; it is auto or one ASCII character such as , or ;"
    case .headerNotFound:
      "no header row found; set 'header' to the line that names the columns, or to \"none\""
    case .noRecordsFound:
      "holds no JSON objects where records are expected; export an array of objects, "
        + "or one object a line"
    case .unknownProfile(let name, let known):
      "profile '\(name)' is not known; use auto, none, \(known.joined(separator: ", "))"
    case .profileUndecided(let scores): Self.undecided(scores)
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

  private static func undecided(_ scores: [ProfileScore]) -> String {
    let list = scores.prefix(5).map { "\($0.profile) \(Int($0.score * 100)) %" }
    guard !list.isEmpty else {
      return "no profile knows any of its columns; add a 'map' from fields to columns"
    }
    return "no profile fits its columns well enough (\(list.joined(separator: ", "))); "
      + "set 'profile' to one of them, or add a 'map'"
  }
}
