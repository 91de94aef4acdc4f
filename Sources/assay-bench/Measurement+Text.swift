import Foundation

extension Measurement {
  /// The figures as a table for people.
  var text: String {
    var headings = ["repeat", "seconds", "\(unit)/s"]
    if median.megabytesPerSecond != nil { headings.append("MB/s") }
    if median.candidatePairsPerSecond != nil { headings.append("pairs/s") }
    var rows = [headings]
    for (index, figures) in repeats.enumerated() { rows.append(cells(figures, "\(index + 1)")) }
    rows.append(cells(median, "median"))

    var summary = "\(subject): \(count) \(unit)"
    if let candidatePairs { summary += ", \(candidatePairs) candidate pairs" }
    summary += threads == 1 ? ", 1 thread" : ", \(threads) threads"
    let megabytes = (Double(peakMemoryBytes) / 1e6).formatted(decimals: 0)
    let others = (peers ?? []).map(\.text).joined()
    return "\(summary)\n\(Self.table(rows))peak memory: \(megabytes) MB\n\(others)"
  }

  private func cells(_ figures: Figures, _ label: String) -> [String] {
    var cells = [label, figures.seconds.formatted(decimals: 3)]
    cells.append(figures.perSecond.formatted(decimals: 0))
    if let rate = figures.megabytesPerSecond { cells.append(rate.formatted(decimals: 1)) }
    if let rate = figures.candidatePairsPerSecond { cells.append(rate.formatted(decimals: 0)) }
    return cells
  }

  /// Columns set flush right, two blanks apart.
  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell
      }
      .joined(separator: "  ") + "\n"
    }
    .joined()
  }
}

extension PeerRun {
  /// One line for people.
  fileprivate var text: String {
    guard let perSecond, let times else { return "\(peer): missing: \(missing ?? "")\n" }
    let name = version.map { "\(peer) \($0)" } ?? peer
    return "\(name): \(perSecond.formatted(decimals: 0)) values/s; "
      + "Assay is \(times.formatted(decimals: 1)) times as fast\n"
  }
}

extension Double {
  fileprivate func formatted(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
