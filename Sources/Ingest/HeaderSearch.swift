/// Finds the row that names the columns.
struct HeaderSearch {
  /// Comparable labels that some profile, the schema or the pipeline file knows.
  var knownLabels: Set<String>

  /// The header among the first rows, or nil.
  ///
  /// By labels, or else by shape: the first row of full width whose cells are filled, distinct and
  /// mostly no numbers.
  func find(in sample: HeadSample) -> HeadSample.Row? {
    var best: (row: HeadSample.Row, hits: Int)?
    for row in sample.rows {
      let hits = Set(row.cells.map(comparable)).intersection(knownLabels).count
      let filled = row.cells.count { !shown($0).isEmpty }
      let isEnough = hits >= 2 && hits * 4 >= filled || hits == 1 && filled == 1
      if isEnough, hits > best?.hits ?? 0 { best = (row, hits) }
    }
    if let best { return best.row }
    let width = sample.mode.width
    return sample.rows.first { hasShape($0, width: width) }
  }

  private func hasShape(_ row: HeadSample.Row, width: Int) -> Bool {
    let labels = row.cells.map(shown)
    guard row.cells.count == width, !row.isBlank, labels.allSatisfy({ !$0.isEmpty }),
      Set(labels).count == labels.count
    else { return false }
    let numbers = labels.count { isNumeric($0) }
    return numbers * 5 <= labels.count * 2
  }
}

/// Whether a text is a number, an amount, a date or a phone rather than a word.
func isNumeric(_ text: String) -> Bool {
  var hasDigit = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "0"..."9": hasDigit = true
    case "+", "-", ".", ",", "/", ":", "%", "(", ")", " ", "¥", "￥", "$", "€": continue
    default: return false
    }
  }
  return hasDigit
}
