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
      let matches = path.contains(where: { "*?[".contains($0) }) ? glob(path) : [path]
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
    guard source.pick == .newest, files.count > 1 else { return files }
    return try newest(of: files)
  }

  private static func newest(of files: [String]) throws(IngestError) -> [String] {
    var best: (path: String, modified: Int)?
    for path in files {
      let modified = try ByteFile(path: path).modified
      if best.map({ modified >= $0.modified }) ?? true { best = (path, modified) }
    }
    return best.map { [$0.path] } ?? []
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
