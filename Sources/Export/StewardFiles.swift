import Vocabulary

extension ResultTables {
  /// Writes review.csv: the questions for a steward.
  func writeReview(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "question_id", "party", "left", "right", "left_golden_id", "right_golden_id",
        "match_probability", "stake", "reasons",
      ])
    for question in sortedQuestions {
      writer.append(question.id)
      writer.append(question.party.rawValue)
      writer.append(question.left)
      writer.append(question.right)
      for side in question.sides { writer.append(side.goldenID) }
      writer.append(question.probability.value, decimals: 6)
      writer.append(question.stake, decimals: 2)
      writer.append(question.reasons(in: language).joined(separator: ";"))
      writer.endRow()
    }
    return try writer.finish()
  }

  /// The questions in the order of their file.
  var sortedQuestions: [ReviewQuestion] {
    questions.sorted { ($0.id, $0.left, $0.right) < ($1.id, $1.left, $1.right) }
  }

  /// Writes redirects.csv: where former golden ids lead to.
  func writeRedirects(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path, header: ["old_golden_id", "current_golden_id", "reason", "since"])
    for redirect in redirects.sorted(by: { $0.oldGoldenID < $1.oldGoldenID }) {
      writer.append(redirect.oldGoldenID)
      writer.append(redirect.currentGoldenID)
      writer.append(redirect.reason)
      writer.append(redirect.since)
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Writes identity_changes.csv: this run against the last.
  func writeIdentityChanges(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path, header: ["change", "golden_id", "from", "to", "records_moved", "cause"])
    let changes = identityChanges
    let order = changes.indices.sorted { left, right in
      let (left, right) = (changes[left], changes[right])
      let (first, second) = (left.goldenID.textOrder, right.goldenID.textOrder)
      guard first == second else { return first < second }
      return (left.change.rawValue, left.from?.textOrder ?? 0)
        < (right.change.rawValue, right.from?.textOrder ?? 0)
    }
    for place in order {
      let change = changes[place]
      writer.append(change.change.rawValue)
      writer.append(change.goldenID.description)
      writer.append(change.from?.description)
      writer.append(change.to?.description)
      writer.append(change.recordsMoved)
      writer.append(change.cause.rawValue)
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Writes quarantine.csv: the rows that could not be read.
  func writeQuarantine(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: ["source", "file", "line", "byte", "column", "code", "message", "raw"])
    let sorted = quarantine.sorted { left, right in
      (left.source, left.file, left.line, left.byteOffset, left.code)
        < (right.source, right.file, right.line, right.byteOffset, right.code)
    }
    for row in sorted {
      writer.append(row.source)
      writer.append(row.file)
      writer.append(row.line)
      writer.append(row.byteOffset)
      writer.append(row.column)
      writer.append(row.code)
      writer.append(row.message)
      writer.append(row.raw)
      writer.endRow()
    }
    return try writer.finish()
  }
}

extension GoldenID {
  /// The place of the identifier's text in the order of texts: O before P, then by number.
  fileprivate var textOrder: UInt64 {
    UInt64(party == .organization ? 1 : 2) << 32 | UInt64(number)
  }
}
