package import Vocabulary

/// How one column is compared: its levels, strongest first, with shipped parameters for each.
///
/// The first level that holds is the outcome; `.otherwise` comes last and always holds. A pair in
/// which one side has no value, or whose values cannot be compared, has no outcome.
package struct Comparison: Hashable, Sendable {
  /// A level with the m and u probabilities that decide where there is too little data to train on.
  package struct Grade: Hashable, Sendable {
    package var level: ComparisonLevel
    /// How often two records of one party agree like this.
    package var m: Double
    /// How often records of two parties do.
    package var u: Double
    /// How often records of two related parties do: people of one household or firm, branches of
    /// one company.
    package var related: Double

    /// Without `related`, relatives agree no more than strangers do.
    init(_ level: ComparisonLevel, m: Double, u: Double, related: Double? = nil) {
      self.level = level
      self.m = m
      self.u = u
      self.related = related ?? u
    }
  }

  package var column: String
  package var grades: [Grade]

  /// The comparison of a column by its kind.
  ///
  /// The parameters are round numbers from general experience with customer data (people mistype
  /// about one value in twenty, and change a phone in about one of five records); they are not
  /// fitted to any file.
  package init(column: EvidenceColumn) {
    self.column = column.name
    grades = Self.grades(of: column.kind)
  }

  /// The comparison of a column by levels that the pipeline file lists.
  ///
  /// `otherwise` is added when the list does not end with it. Levels that the kind's own comparison
  /// knows keep its parameters; others start between the strongest and the weakest.
  package init(column: EvidenceColumn, levels: [ComparisonLevel]) {
    self.column = column.name
    let known = Self.grades(of: column.kind)
    let complete = levels.last == .otherwise ? levels : levels + [.otherwise]
    grades = complete.enumerated().map { index, level in
      known.first { $0.level == level }
        ?? Grade(
          level, m: index == 0 ? 0.8 : 0.1, u: index == 0 ? 0.001 : 0.01,
          related: level == .otherwise ? 0.5 : 0.1)
    }
  }

  private static func grades(of kind: EvidenceColumn.Kind) -> [Grade] {
    switch kind {
    case .personName:
      [
        Grade(.exact, m: 0.52, u: 0.000_2, related: 0.001),
        Grade(.homophone, m: 0.01, u: 0.000_1, related: 0.000_1),
        Grade(.nearHomophone, m: 0.01, u: 0.000_2, related: 0.000_2),
        Grade(.romanized, m: 0.08, u: 0.000_1, related: 0.000_1),
        Grade(.fewerWords, m: 0.03, u: 0.000_1, related: 0.001),
        Grade(.nickname, m: 0.05, u: 0.000_5, related: 0.001_5),
        Grade(.initial, m: 0.01, u: 0.000_5, related: 0.003),
        Grade(.lookAlike, m: 0.01, u: 0.000_2, related: 0.000_5),
        Grade(.oneEdit, m: 0.02, u: 0.000_5, related: 0.001_5),
        Grade(.alikeParts, m: 0.02, u: 0.000_1, related: 0.002_5),
        Grade(.englishName, m: 0.01, u: 0.000_5, related: 0.005),
        Grade(.surnameOnly, m: 0.21, u: 0.02, related: 0.12),
        Grade(.givenOnly, m: 0.02, u: 0.000_5, related: 0.002),
        Grade(.sameGiven, m: 0.01, u: 0.002, related: 0.004),
        Grade(.sameSurname, m: 0.004, u: 0.03, related: 0.35),
        Grade(.otherwise, m: 0.006, u: 0.948, related: 0.514),
      ]
    case .organizationName:
      [
        // Whole company names are given to one company only; where nothing else is known, they decide.
        Grade(.exact, m: 0.70, u: 0.000_01, related: 0.002),
        Grade(.homophone, m: 0.03, u: 0.000_01, related: 0.001),
        Grade(.oneEdit, m: 0.03, u: 0.000_2, related: 0.004),
        Grade(.abbreviation, m: 0.12, u: 0.000_2, related: 0.01),
        Grade(.words(atLeast: 0.9), m: 0.03, u: 0.000_2, related: 0.006),
        Grade(.dice(atLeast: 0.8), m: 0.02, u: 0.000_2, related: 0.006),
        Grade(.words(atLeast: 0.6), m: 0.02, u: 0.001, related: 0.03),
        Grade(.dice(atLeast: 0.6), m: 0.01, u: 0.001, related: 0.02),
        Grade(.otherBranch, m: 0.001, u: 0.000_02, related: 0.15),
        Grade(.sameBrand, m: 0.02, u: 0.001, related: 0.15),
        Grade(.otherwise, m: 0.04, u: 0.997, related: 0.603),
      ]
    case .phone:
      [
        Grade(.exact, m: 0.70, u: 0.000_005, related: 0.10),
        Grade(.shared, m: 0.04, u: 0.000_005, related: 0.35),
        Grade(.ending, m: 0.01, u: 0.000_005, related: 0.10),
        Grade(.oneEdit, m: 0.03, u: 0.000_05, related: 0.01),
        Grade(.otherwise, m: 0.22, u: 0.999_9, related: 0.54),
      ]
    case .email:
      [
        Grade(.exact, m: 0.80, u: 0.000_005, related: 0.02),
        Grade(.shared, m: 0.02, u: 0.000_005, related: 0.08),
        Grade(.oneEdit, m: 0.03, u: 0.000_005, related: 0.005),
        Grade(.sameMailbox, m: 0.04, u: 0.000_05, related: 0.005),
        Grade(.levenshtein(atMost: 3), m: 0.02, u: 0.000_5, related: 0.01),
        Grade(.otherwise, m: 0.09, u: 0.999_4, related: 0.88),
      ]
    case .identifier:
      [
        Grade(.exact, m: 0.88, u: 0.000_005, related: 0.002),
        Grade(.shared, m: 0.02, u: 0.000_005, related: 0.05),
        Grade(.oneEdit, m: 0.05, u: 0.000_05, related: 0.005),
        Grade(.otherwise, m: 0.05, u: 0.999_9, related: 0.943),
      ]
    case .date:
      [
        Grade(.exact, m: 0.82, u: 0.000_1, related: 0.01),
        Grade(.swapped, m: 0.01, u: 0.000_1, related: 0.001),
        Grade(.oneEdit, m: 0.08, u: 0.001, related: 0.005),
        Grade(.days(atMost: 31), m: 0.02, u: 0.002, related: 0.01),
        Grade(.differences(atMost: 2), m: 0.02, u: 0.015, related: 0.02),
        Grade(.days(atMost: 366), m: 0.01, u: 0.02, related: 0.03),
        Grade(.days(atMost: 3660), m: 0.01, u: 0.2, related: 0.2),
        Grade(.otherwise, m: 0.03, u: 0.76, related: 0.724),
      ]
    case .givenName:
      [
        Grade(.exact, m: 0.72, u: 0.005, related: 0.004),
        Grade(.swapped, m: 0.01, u: 0.000_02, related: 0.000_1),
        Grade(.fewerWords, m: 0.03, u: 0.001, related: 0.001),
        Grade(.nickname, m: 0.03, u: 0.002, related: 0.003),
        Grade(.initial, m: 0.02, u: 0.003, related: 0.006),
        Grade(.oneEdit, m: 0.08, u: 0.002, related: 0.003),
        Grade(.jaroWinkler(atLeast: 0.85), m: 0.03, u: 0.01, related: 0.006),
        Grade(.otherwise, m: 0.08, u: 0.98, related: 0.977),
      ]
    case .surname:
      [
        Grade(.exact, m: 0.75, u: 0.005, related: 0.6),
        Grade(.oneEdit, m: 0.10, u: 0.002, related: 0.04),
        Grade(.jaroWinkler(atLeast: 0.85), m: 0.05, u: 0.01, related: 0.02),
        Grade(.sharedWord, m: 0.02, u: 0.001, related: 0.02),
        Grade(.otherwise, m: 0.08, u: 0.98, related: 0.32),
      ]
    case .address:
      [
        Grade(.exact, m: 0.60, u: 0.000_1, related: 0.4),
        Grade(.sameNumber, m: 0.12, u: 0.000_2, related: 0.10),
        Grade(.dice(atLeast: 0.75), m: 0.08, u: 0.000_5, related: 0.05),
        Grade(.dice(atLeast: 0.5), m: 0.06, u: 0.01, related: 0.06),
        Grade(.otherwise, m: 0.14, u: 0.99, related: 0.39),
      ]
    case .place:
      [
        Grade(.exact, m: 0.80, u: 0.02, related: 0.7),
        Grade(.jaroWinkler(atLeast: 0.9), m: 0.06, u: 0.005, related: 0.05),
        Grade(.otherwise, m: 0.14, u: 0.975, related: 0.25),
      ]
    case .postcode:
      [
        Grade(.exact, m: 0.85, u: 0.001, related: 0.7),
        Grade(.oneEdit, m: 0.06, u: 0.005, related: 0.05),
        Grade(.otherwise, m: 0.09, u: 0.994, related: 0.25),
      ]
    case .category:
      [
        Grade(.exact, m: 0.85, u: 0.2, related: 0.4),
        Grade(.otherwise, m: 0.15, u: 0.8, related: 0.6),
      ]
    case .number:
      [
        Grade(.exact, m: 0.75, u: 0.01, related: 0.3),
        Grade(.oneEdit, m: 0.10, u: 0.05, related: 0.1),
        Grade(.otherwise, m: 0.15, u: 0.94, related: 0.6),
      ]
    case .text:
      [
        Grade(.exact, m: 0.65, u: 0.005, related: 0.3),
        Grade(.jaroWinkler(atLeast: 0.9), m: 0.12, u: 0.005, related: 0.1),
        Grade(.jaroWinkler(atLeast: 0.75), m: 0.06, u: 0.03, related: 0.06),
        Grade(.otherwise, m: 0.17, u: 0.96, related: 0.54),
      ]
    case .generation:
      [
        Grade(.exact, m: 0.97, u: 0.4, related: 0.3),
        Grade(.otherwise, m: 0.03, u: 0.6, related: 0.7),
      ]
    case .entity:
      [
        Grade(.exact, m: 0.75, u: 0.000_5, related: 0.6),
        Grade(.otherwise, m: 0.25, u: 0.999_5, related: 0.4),
      ]
    }
  }

  /// How often two records of one party can disagree at most where each party has a value of its own;
  /// nil where there is no such bound.
  ///
  /// Colleagues agree on all but the name, brothers on all but given name and birthday; without labels
  /// and without a bound they would pass for one person who is named now this way and now that.
  static func mostDisagreement(_ grade: Grade, _ column: EvidenceColumn) -> Double? {
    guard column.topic == nil else { return nil }
    switch column.kind {
    case .personName, .organizationName: return grade.level.contradictsName ? grade.m : nil
    case .givenName: return grade.level == .otherwise ? 1.5 * grade.m : nil
    case .generation: return grade.level == .otherwise ? grade.m : nil
    case .date: return grade.level == .otherwise ? 3 * grade.m : nil
    default: return nil
    }
  }

  /// Whether agreement at a level belongs to one party alone, so that relatives lack it.
  ///
  /// Relatives share a surname, an address, a phone; of names, birthdays and numbers of identity each
  /// has its own. This is what tells the two apart, so training never takes it from the data: without
  /// labels, brothers would pass for one person with two given names.
  static func isPersonal(_ level: ComparisonLevel, _ kind: EvidenceColumn.Kind) -> Bool {
    switch kind {
    case .personName, .organizationName:
      switch level {
      case .englishName, .surnameOnly, .sameSurname, .sameBrand, .otherBranch, .otherwise: false
      default: true
      }
    case .givenName, .identifier: level != .otherwise && level != .shared
    case .date:
      switch level {
      case .days, .differences, .otherwise: false
      default: true
      }
    default: false
    }
  }
}
