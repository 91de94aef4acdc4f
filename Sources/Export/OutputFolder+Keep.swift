import Foundation

/// How many finished runs stay.
package struct KeepOptions: Codable, Hashable, Sendable {
  /// The newest runs that stay, gated ones counted too.
  ///
  /// The default is 14.
  package var runs = 14

  /// The months whose last published run stays, the newest months first.
  ///
  /// The default is 24.
  package var monthEnds = 24

  package init(runs: Int = 14, monthEnds: Int = 24) {
    self.runs = runs
    self.monthEnds = monthEnds
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    runs = try values.decodeIfPresent(Int.self, forKey: .runs) ?? runs
    monthEnds = try values.decodeIfPresent(Int.self, forKey: .monthEnds) ?? monthEnds
  }
}

extension OutputFolder {
  /// Removes the runs that need not be kept; never the current one.
  ///
  /// A month is told by the as-of day of the manifest. A run whose manifest cannot be read counts
  /// among the newest runs only.
  ///
  /// - Returns: The ids of the runs that were removed.
  package func removeOldRuns(keep: KeepOptions) throws(ExportError) -> [String] {
    let runs = try runIDs()
    var kept = Set(runs.suffix(max(0, keep.runs)))
    if let currentRunID { kept.insert(currentRunID) }
    var months: [String] = []
    for run in runs.reversed() {
      guard let manifest = try? Manifest(folder: folder(of: run)), manifest.status == .published
      else { continue }
      let month = String(manifest.asOf.prefix(7))
      if !months.contains(month), months.count < keep.monthEnds {
        months.append(month)
        kept.insert(run)
      }
    }
    let removed = runs.filter { !kept.contains($0) }
    for run in removed { try remove(run) }
    return removed
  }

  /// Hides the run first, so that none is seen half removed.
  private func remove(_ runID: String) throws(ExportError) {
    let hidden = path + "/runs/" + RunFolder.partialPrefix + runID
    try move(folder(of: runID), to: hidden)
    try removeTree(hidden)
  }
}
