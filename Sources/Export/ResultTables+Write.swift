extension ResultTables {
  /// Writes every file about records and parties into a folder, several at a time.
  ///
  /// The files are golden.csv, golden.ndjson, crosswalk.csv, claims.csv, affiliations.csv, links.csv,
  /// review.csv, redirects.csv, identity_changes.csv and quarantine.csv; each exists even when it has
  /// no rows.
  ///
  /// - Parameter folder: The path of a folder that exists.
  /// - Returns: What was written, in the order of the names.
  /// - Throws: `ExportError` for the first file that cannot be written.
  package func write(to folder: String) async throws -> [WrittenFile] {
    let order = goldenOrder
    return try await withThrowingTaskGroup(of: WrittenFile.self) { group in
      for file in ResultFile.allCases {
        group.addTask { try write(file, order, to: folder + "/" + file.rawValue) }
      }
      var files: [WrittenFile] = []
      for try await file in group { files.append(file) }
      return files.sorted { $0.path < $1.path }
    }
  }

  private func write(
    _ file: ResultFile, _ order: [GoldenRun], to path: String
  ) throws(ExportError) -> WrittenFile {
    switch file {
    case .claims: try writeClaims(order, to: path)
    case .goldenCSV: try writeGoldenCSV(order, to: path)
    case .goldenNDJSON: try writeGoldenNDJSON(order, to: path)
    case .crosswalk: try writeCrosswalk(to: path)
    case .links: try writeLinks(to: path)
    case .affiliations: try writeAffiliations(to: path)
    case .review: try writeReview(to: path)
    case .redirects: try writeRedirects(to: path)
    case .identityChanges: try writeIdentityChanges(to: path)
    case .quarantine: try writeQuarantine(to: path)
    case .decisions: try writeDecisions(to: path)
    }
  }
}

/// The files by name, the largest first so that they start first.
private enum ResultFile: String, CaseIterable, Sendable {
  case claims = "claims.csv"
  case goldenCSV = "golden.csv"
  case goldenNDJSON = "golden.ndjson"
  case crosswalk = "crosswalk.csv"
  case links = "links.csv"
  case affiliations = "affiliations.csv"
  case review = "review.csv"
  case redirects = "redirects.csv"
  case identityChanges = "identity_changes.csv"
  case quarantine = "quarantine.csv"
  case decisions = "decisions.csv"
}
