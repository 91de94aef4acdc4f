import Foundation
import Ingest

/// Files that are one source: the parts of one export, or the exports of several days.
struct FileGroup: Hashable, Sendable {
  /// Such as `sales` for `sales_2026-11-21.csv`.
  var name: String
  /// Absolute, in the order in which they were given.
  var paths: [String]
  /// Whether they are exports of several days, of which the newest counts.
  var isDated: Bool

  /// Puts files together whose names differ in a date or a number, and which name the same columns.
  ///
  /// - Parameters:
  ///   - paths: Paths, relative to the working folder; one that stands twice counts once.
  ///   - labels: The columns of a file.
  /// - Returns: In the order of their first files; names are given once.
  /// - Throws: What `labels` throws.
  static func groups(
    of paths: [String], labels: (String) throws -> [String]
  ) throws -> [FileGroup] {
    var groups: [(key: [String], group: FileGroup)] = []
    var seen: Set<String> = []
    for path in paths {
      let url = URL(fileURLWithPath: path).standardizedFileURL
      guard seen.insert(url.path).inserted else { continue }
      let stem = FileStem(url.lastPathComponent)
      let key =
        [url.deletingLastPathComponent().path, stem.text, stem.ending, stem.isDated ? "d" : "n"]
        + (stem.isWhole ? [url.path] : try labels(url.path).sorted())
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].group.paths.append(url.path)
      } else {
        groups.append((key, FileGroup(name: stem.text, paths: [url.path], isDated: stem.isDated)))
      }
    }
    return named(groups.map(\.group))
  }

  /// Gives every group a name of its own; a file alone is called as it is.
  private static func named(_ groups: [FileGroup]) -> [FileGroup] {
    var taken: Set<String> = []
    return groups.map { group in
      var group = group
      if group.paths.count == 1 {
        group.isDated = false
        group.name = FileStem.name(of: URL(fileURLWithPath: group.paths[0]).lastPathComponent)
      }
      let base = sanitized(group.name)
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)_\(number)"
        number += 1
      }
      group.name = name
      return group
    }
  }

  /// A name that can be that of a source.
  private static func sanitized(_ text: String) -> String {
    let name = String(text.map { "/\\".contains($0) || $0.isWhitespace ? "_" : $0 })
      .drop { $0 == "." || $0 == "_" }
    return name.isEmpty ? "source" : String(name)
  }
}

/// A file's name without what tells the parts and days of one export apart.
private struct FileStem {
  private static let signs = CharacterSet(charactersIn: " -_.()（）[]")

  /// Without date, number and ending.
  var text: String
  var ending: String
  var isDated = false
  /// Whether nothing was taken out, so that the file stands alone.
  var isWhole: Bool

  init(_ file: String) {
    let name = Self.name(of: file)
    ending = String(file.dropFirst(name.count))
    var stem = name
    if let date = FileNameDate(name) {
      isDated = true
      var scalars = Array(name.unicodeScalars)
      scalars.removeSubrange(date.range)
      stem = String(String.UnicodeScalarView(scalars))
    }
    text = Self.withoutNumber(stem)
    isWhole = text == name
  }

  /// A file's name without its endings, such as `.csv` and `.csv.gz`.
  static func name(of file: String) -> String {
    var name = file
    for ending in [
      ".gz", ".zip", ".csv", ".tsv", ".txt", ".json", ".ndjson", ".jsonl", ".xlsx", ".xlsm",
    ]
    where name.lowercased().hasSuffix(ending) && name.count > ending.count {
      name.removeLast(ending.count)
    }
    return name
  }

  /// Takes a part's number off the end, with the signs and the word before it.
  private static func withoutNumber(_ text: String) -> String {
    let trimmed = text.trimmingCharacters(in: signs)
    let digits = trimmed.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.count
    guard digits > 0, digits < 7 else { return trimmed }
    let rest = String(trimmed.dropLast(digits))
    var stem = rest.trimmingCharacters(in: signs)
    for word in ["part", "Part", "PART", "第"] where stem.hasSuffix(word) {
      return String(stem.dropLast(word.count)).trimmingCharacters(in: signs)
    }
    if stem == rest { stem = trimmed }  // no sign before the number: it belongs to the name
    return stem
  }
}

extension FileGroup {
  /// The paths as a pipeline file had better name them: a glob, where it means these files alone, so
  /// that tomorrow's is found too.
  var pattern: [String] {
    guard paths.count > 1, let first = paths.first else { return paths }
    let folder = URL(fileURLWithPath: first).deletingLastPathComponent().path
    let names = paths.map { URL(fileURLWithPath: $0).lastPathComponent }
    var prefix = names.dropFirst().reduce(names[0]) { $0.commonPrefix(with: $1) }
    while let last = prefix.last, last.isNumber || "-.年月".contains(last) { prefix.removeLast() }
    let suffix = FileStem(names[0]).ending
    guard !prefix.contains(where: { "*?[".contains($0) }),
      let all = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return paths }
    let matching = all.filter {
      $0.hasPrefix(prefix) && $0.hasSuffix(suffix) && $0.count >= prefix.count + suffix.count
        && !$0.hasPrefix(".")
    }
    return Set(matching) == Set(names) ? ["\(folder)/\(prefix)*\(suffix)"] : paths
  }
}

/// Paths as they are seen from a folder.
enum RelativePath {
  /// A path relative to a folder; both are absolute.
  static func of(_ path: String, from folder: String) -> String {
    let own = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var shared = 0
    while shared < min(own.count - 1, base.count), own[shared] == base[shared] { shared += 1 }
    // Far apart, the absolute path is the plainer one.
    guard shared > 0 else { return path }
    let up = Array(repeating: "..", count: base.count - shared)
    return (up + own[shared...].map(String.init)).joined(separator: "/")
  }
}
