import Glibc

/// The files that a source's paths name.
enum FileSet {
  /// The number of files beyond which a glob is taken for a mistake.
  static let limit = 10_000

  /// The files, each once, in the order of their paths' bytes.
  ///
  /// - Throws: `IngestError` where a path names no file or a glob matches none.
  static func resolve(_ source: SourceOptions) throws(IngestError) -> [String] {
    var found: Set<String> = []
    for path in source.paths {
      let isGlob = path.contains(where: { "*?[".contains($0) }) && !isFile(path)
      let matches = isGlob ? glob(path) : [path]
      if matches.isEmpty {
        throw IngestError(.nothingMatches, source: source.name, path: path)
      }
      for match in matches {
        // Opening it tells a missing file, a folder and one that may not be read apart.
        _ = try ByteFile(path: match).byteCount
        found.insert(match)
      }
    }
    if found.count > limit { throw IngestError(.tooManyFiles(limit: limit), source: source.name) }
    let files = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let picked = source.pick == .newest && files.count > 1 ? try newest(of: files) : files
    return source.isCumulative ? inOrder(picked) : picked
  }

  /// The files by the dates in their names where all bear one, else as they are.
  private static func inOrder(_ files: [String]) -> [String] {
    let dated = files.compactMap { path in date(of: path).map { (path: path, date: $0) } }
    guard dated.count == files.count else { return files }
    return dated.sorted { ($0.date.moment, $0.path) < ($1.date.moment, $1.path) }.map(\.path)
  }

  private static func date(of path: String) -> FileNameDate? {
    FileNameDate(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// The files that some paths or globs name, as far as there are any; in the order of their bytes.
  static func present(_ paths: [String]) -> [String] {
    var found: Set<String> = []
    for path in paths {
      if isFile(path) { found.insert(path) } else { found.formUnion(glob(path)) }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files of the newest date in their names, when all of them bear one; else the one that was
  /// modified last, among equals the last by name.
  ///
  /// Parts of one export bear one date, so there may be several.
  private static func newest(of files: [String]) throws(IngestError) -> [String] {
    let dates = files.map(date)
    if let last = dates.compactMap(\.self).max(), !dates.contains(where: { $0 == nil }) {
      return zip(files, dates).filter { $1 == last }.map(\.0)
    }
    var best: (path: String, modified: Int)?
    for path in files {
      let modified = try ByteFile(path: path).modified
      if best.map({ modified >= $0.modified }) ?? true { best = (path, modified) }
    }
    return best.map { [$0.path] } ?? []
  }

  /// Whether a file is called just so, whatever signs its name holds.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    // Safe because the path is copied before the call returns, and stat fills the struct it is given.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The files that match a glob, folders left out.
  static func glob(_ pattern: String) -> [String] {
    var result = unsafe glob_t()
    // Safe because the C library owns the list until globfree, and its count is that of the list.
    defer { unsafe globfree(&result) }
    // Safe because the pattern is copied before the call returns.
    guard unsafe Glibc.glob(pattern, GLOB_MARK, nil, &result) == 0 else { return [] }
    var paths: [String] = []
    for index in 0..<Int(unsafe result.gl_pathc) {
      guard let path = unsafe result.gl_pathv[index] else { continue }
      unsafe paths.append(String(cString: path))
    }
    return paths.filter { !$0.hasSuffix("/") }
  }
}
