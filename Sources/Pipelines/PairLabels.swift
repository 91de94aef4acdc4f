/// What people said about pairs of records.
package struct PairLabels: Sendable {
  private var answers: [Key: Bool] = [:]

  private struct Key: Hashable {
    var left: String
    var right: String

    init(_ one: String, _ other: String) { (left, right) = (min(one, other), max(one, other)) }
  }

  /// No answer.
  package init() {}

  /// Reads a sample that was filled in.
  ///
  /// Rows without an answer are left out.
  ///
  /// - Parameters:
  ///   - path: A CSV with the columns party, left, right and answer.
  ///   - party: Rows of the other kind of party are left out.
  /// - Throws: `RunError` when the file cannot be read, lacks a column, or holds an answer that is none.
  init(path: String, party: String) throws {
    try Self.forEachAnswer(in: path, about: party) { answers[Key($0, $1)] = $2 }
  }

  /// Calls back with the record keys and the answer of every row about one kind of party.
  static func forEachAnswer(
    in path: String, about party: String, _ body: (String, String, _ isSame: Bool) -> Void
  ) throws {
    var row = 1
    try CSVTable.forEachRow(of: path, columns: ["party", "left", "right", "answer"]) { cells in
      row += 1
      let answer = cells[3].lowercased().filter { $0 != " " }
      guard cells[0] == party, !answer.isEmpty else { return }
      guard let isSame = Self.words[answer] else {
        throw RunError(
          .usage, "\(path): error: row \(row): the answer must be same, different or empty")
      }
      body(cells[1], cells[2], isSame)
    }
  }

  private static let words = [
    "same": true, "different": false, "相同": true, "不同": false, "y": true, "n": false,
    "yes": true, "no": false, "是": true, "否": false, "1": true, "0": false,
  ]

  package var isEmpty: Bool { answers.isEmpty }
  package var count: Int { answers.count }

  /// Whether two records are the same; nil where nobody answered.
  subscript(one: String, other: String) -> Bool? { answers[Key(one, other)] }
}
