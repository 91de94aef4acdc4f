/// The questions of one night, the best one first, with the words to ask them in.
package struct ReviewSheet: Codable, Hashable, Sendable {
  /// A field of the schema.
  package struct FieldName: Codable, Hashable, Sendable {
    package var name: String
    /// What people call it.
    package var words: String

    package init(name: String, words: String) {
      self.name = name
      self.words = words
    }
  }

  package var pipeline: String
  /// ISO 8601.
  package var asOf: String
  package var language: ReportLanguage
  package var fields: [FieldName]
  package var sources: [String]
  package var questions: [ReviewQuestion] = []
  /// Nil while no two stewards have read one question.
  package var agreement: StewardAgreement?

  package init(
    pipeline: String, asOf: CivilDay, language: ReportLanguage, fields: [FieldName],
    sources: [String]
  ) {
    self.pipeline = pipeline
    self.asOf = asOf.description
    self.language = language
    self.fields = fields
    self.sources = sources
  }
}

/// How often two stewards who read the same question gave the same answer.
package struct StewardAgreement: Codable, Hashable, Sendable {
  /// Questions that two stewards answered.
  package private(set) var pairs = 0
  package private(set) var agreed = 0
  /// How often the first and the second reader said that the two are one.
  private var firstSame = 0
  private var secondSame = 0

  package init() {}

  /// Counts a question by the answers of its first and its second reader.
  package mutating func add(firstSame first: Bool, secondSame second: Bool) {
    pairs += 1
    if first == second { agreed += 1 }
    if first { firstSame += 1 }
    if second { secondSame += 1 }
  }

  /// The share of equal answers, 0...1; 0 when there are none.
  package var rate: Double { pairs == 0 ? 0 : Double(agreed) / Double(pairs) }

  /// Agreement beyond what chance alone would bring: 1 is perfect, 0 is chance (Cohen, 1960).
  ///
  /// Nil where chance alone would agree always, as when every answer is the same.
  package var kappa: Double? {
    guard pairs > 0 else { return nil }
    let (first, second) = (
      Double(firstSame) / Double(pairs), Double(secondSame) / Double(pairs)
    )
    let expected = first * second + (1 - first) * (1 - second)
    return expected < 1 ? (rate - expected) / (1 - expected) : nil
  }
}
