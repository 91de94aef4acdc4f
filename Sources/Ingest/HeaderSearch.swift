/// Finds the row that names the columns.
struct HeaderSearch {
  /// Comparable labels that some profile, the schema or the pipeline file knows.
  var knownLabels: Set<String>

  /// The header among the first rows, or nil.
  ///
  /// By labels, or else by shape: the first row of full width whose cells are filled, distinct and
  /// mostly words. A header of two rows comes back as one, on the line of the lower.
  func find(in sample: HeadSample) -> HeadSample.Row? {
    var best: (index: Int, hits: Int)?
    for (index, row) in sample.rows.enumerated() {
      let hits = hits(row)
      let filled = row.cells.count { !shown($0).isEmpty }
      let isEnough = hits >= 2 && hits * 4 >= filled || hits == 1 && filled == 1
      if isEnough, hits > best?.hits ?? 0 { best = (index, hits) }
    }
    if let best { return joined(sample.rows, at: best.index) }
    let width = sample.mode.width
    return sample.rows.first { hasShape($0, width: width) }
  }

  private func hits(_ row: HeadSample.Row) -> Int {
    Set(row.cells.map(comparable)).intersection(knownLabels).count
  }

  // MARK: - Two rows

  /// The header at an index, with the labels of the row above or below that it lacks.
  ///
  /// Exports with merged cells put 客户名称 into the upper row and 姓名 and 电话 under a group's title
  /// into the lower one.
  private func joined(_ rows: [HeadSample.Row], at index: Int) -> HeadSample.Row {
    if index + 1 < rows.count, isLowerHalf(rows[index + 1], of: rows[index]) {
      return joined(upper: rows[index], lower: rows[index + 1])
    }
    if index > 0, isLowerHalf(rows[index], of: rows[index - 1]) {
      return joined(upper: rows[index - 1], lower: rows[index])
    }
    return rows[index]
  }

  /// Whether a row has labels below the blanks of another, and blanks below its labels.
  private func isLowerHalf(_ lower: HeadSample.Row, of upper: HeadSample.Row) -> Bool {
    guard lower.cells.count == upper.cells.count, hits(lower) >= 1, hits(upper) >= 1 else {
      return false
    }
    var hasOwn = false
    var hasGap = false
    for (low, high) in zip(lower.cells.map(shown), upper.cells.map(shown)) {
      if low.isEmpty, !high.isEmpty { hasGap = true }
      if !low.isEmpty, high.isEmpty { hasOwn = true }
      if low.isEmpty { continue }
      if isNumeric(low) || !isWord(low) { return false }
    }
    return hasOwn && hasGap
  }

  private func joined(upper: HeadSample.Row, lower: HeadSample.Row) -> HeadSample.Row {
    var row = lower
    for (index, cell) in upper.cells.enumerated() where shown(row.cells[index]).isEmpty {
      row.cells[index] = cell
    }
    return row
  }

  // MARK: - Shape

  private func hasShape(_ row: HeadSample.Row, width: Int) -> Bool {
    let labels = row.cells.map(shown)
    guard row.cells.count == width, !row.isBlank, labels.allSatisfy({ !$0.isEmpty }),
      Set(labels).count == labels.count
    else { return false }
    let numbers = labels.count { isNumeric($0) }
    return numbers * 5 <= labels.count * 2 && labels.allSatisfy(isWord)
  }

  /// Whether a cell has none of the forms that only values have: a phone, an e-mail, a day.
  private func isWord(_ cell: String) -> Bool {
    switch ValueForm.of(cell, hint: .none) {
    case .email, .url, .phone, .date, .timestamp, .creditCode, .residentID: false
    default: true
    }
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
