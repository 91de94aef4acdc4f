package import Vocabulary

/// Settings of the scorecard.
package struct ScorecardOptions: Codable, Hashable, Sendable {
  /// The calendar unit that a report is about.
  package enum Period: String, Codable, CaseIterable, Hashable, Sendable {
    case week
    case month
    case quarter
  }

  /// The names of the settings, as the pipeline file writes them.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case period
    case required
    case notContent
    case weights
    case minimumRecords
    case minimumUnits
    case maximumExcludedShare
    case graceDays
    case lateEntryDays
    case slowClosingHours
  }

  /// The default is a month.
  package var period = Period.month

  /// The required fields, by source name, by kind of system or, for all others, `default`.
  ///
  /// `name|party_name` asks for either. A field that a source does not map is not asked for.
  package var required: [String: [String]] = [
    "sales": ["party_name|name", "phone|email", "city", "level", "channel"],
    "finance": ["party_name|name|company", "phone", "address"],
    "service": ["party_name|name", "phone|email|wechat"],
    "default": ["party_name|name|company", "phone|email"],
  ]

  /// Fields that do not count as content for `completeness.fill_rate`.
  ///
  /// The default is note and receivable.
  package var notContent = ["note", "receivable"]

  /// Weights that differ from the rules' own; 0 keeps a rule out of the totals.
  package var weights: [String: Int] = [:]

  /// The number of records below which a person is not ranked.
  ///
  /// The default is 30.
  package var minimumRecords = 30

  /// The number of scored units below which a person is not ranked.
  ///
  /// The default is 100.
  package var minimumUnits = 100

  /// The share of excluded units above which a person is not ranked.
  ///
  /// The default is 0.2.
  package var maximumExcludedShare = 0.2

  /// The number of days from an employee's first day, by the roster, in which there is no rank.
  ///
  /// The default is 30.
  package var graceDays = 30

  /// The number of days from an event to its record from which the entry is late.
  ///
  /// The default is 3.
  package var lateEntryDays = 3

  /// The number of hours that a ticket may stay open.
  ///
  /// The default is 72.
  package var slowClosingHours = 72

  package init() {}

  /// Decodes what is there; a missing key keeps its default.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    period = try values.decodeIfPresent(Period.self, forKey: .period) ?? period
    if let asked = try values.decodeIfPresent([String: [String]].self, forKey: .required) {
      required.merge(asked) { _, new in new }
    }
    notContent = try values.decodeIfPresent([String].self, forKey: .notContent) ?? notContent
    weights = try values.decodeIfPresent([String: Int].self, forKey: .weights) ?? weights
    minimumRecords =
      try values.decodeIfPresent(Int.self, forKey: .minimumRecords) ?? minimumRecords
    minimumUnits = try values.decodeIfPresent(Int.self, forKey: .minimumUnits) ?? minimumUnits
    maximumExcludedShare =
      try values.decodeIfPresent(Double.self, forKey: .maximumExcludedShare)
      ?? maximumExcludedShare
    graceDays = try values.decodeIfPresent(Int.self, forKey: .graceDays) ?? graceDays
    lateEntryDays = try values.decodeIfPresent(Int.self, forKey: .lateEntryDays) ?? lateEntryDays
    slowClosingHours =
      try values.decodeIfPresent(Int.self, forKey: .slowClosingHours) ?? slowClosingHours
  }

  /// Every problem of the settings, in words; empty when there is none.
  ///
  /// - Parameter schema: The fields that `required` may name.
  /// - Returns: One phrase a problem, in the order of the settings.
  package func problems(schema: Schema) -> [String] {
    var problems: [String] = []
    let rules = Set(QualityRule.builtIn.map(\.id))
    for (rule, weight) in weights.sorted(by: { $0.key < $1.key }) {
      if !rules.contains(rule) { problems.append("weights: there is no rule '\(rule)'") }
      if !(0...100).contains(weight) {
        problems.append("weights: '\(rule)' is \(weight), a weight is within 0...100")
      }
    }
    let defaults = ScorecardOptions()
    for (key, groups) in required.sorted(by: { $0.key < $1.key })
    where groups != defaults.required[key] {
      for field in groups.flatMap(Self.alternatives) where schema.index(of: field) == nil {
        problems.append("required: '\(key)' names the field '\(field)', which the schema lacks")
      }
    }
    for (key, number) in [
      (CodingKeys.minimumRecords, minimumRecords), (.minimumUnits, minimumUnits),
      (.graceDays, graceDays), (.lateEntryDays, lateEntryDays),
      (.slowClosingHours, slowClosingHours),
    ] where number < 0 {
      problems.append("\(key.rawValue): is \(number), it cannot be negative")
    }
    if !(0...1).contains(maximumExcludedShare) {
      problems.append("maximumExcludedShare: is \(maximumExcludedShare), a share is within 0...1")
    }
    return problems
  }

  /// The required fields of one source, each as its alternatives.
  func requirements(of source: SourceInfo) -> [[String]] {
    let groups =
      required[source.name] ?? source.system.flatMap { required[$0.rawValue] }
      ?? required["default"] ?? []
    return groups.map(Self.alternatives)
  }

  private static func alternatives(_ group: String) -> [String] {
    group.split(separator: "|").map(String.init)
  }
}
