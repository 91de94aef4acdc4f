extension IngestError {
  /// Whether there is no export, rather than one that cannot be read.
  package var isAbsence: Bool {
    switch reason {
    case .fileMissing, .nothingMatches, .empty: true
    default: false
    }
  }
}

extension SourceOptions {
  /// The files that the paths name, in the order in which they are read.
  ///
  /// - Throws: `IngestError` where a path names no file or a glob matches none.
  package func files() throws(IngestError) -> [String] { try FileSet.resolve(self) }

  /// Why the source has no export, or nil where it has one.
  ///
  /// A file that is there and holds no byte is no export.
  package func absence() -> IngestError? {
    do throws(IngestError) {
      for path in try FileSet.resolve(self) where try ByteFile(path: path).byteCount == 0 {
        throw IngestError(.empty, source: name, path: path)
      }
      return nil
    } catch {
      return error.isAbsence ? IngestError(error.reason, source: name, path: error.path) : nil
    }
  }
}
