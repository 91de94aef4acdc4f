package import Vocabulary

/// A grade of agreement between two values of one column.
package enum ComparisonLevel: Hashable, Sendable {
  /// The canonical values are equal; for names, complete and equal.
  case exact
  /// Equal, but on a value that people or organizations of clearly different names share.
  case shared
  /// Written differently, pronounced the same; of persons' names with the same tones.
  case homophone
  /// Han names that sound alike: other tones, -n for -ng, another reading of a character.
  case nearHomophone
  /// A Han name and its romanization, in either order.
  case romanized
  /// The same words, some of which one side leaves out: a middle name, half of a double surname.
  case fewerWords
  /// The same surname, and a nickname or an English name for the given name.
  case nickname
  /// The same surname, and an initial for the given name.
  case initial
  /// The same surname, and an English given name where the other side has a Chinese one.
  case englishName
  /// Han names of which one character differs, and looks alike.
  case lookAlike
  /// One insertion, deletion, substitution or swap of neighbours.
  case oneEdit
  /// The same surname where one side has no given name; it supports, and never decides.
  case surnameOnly
  /// The same given or English name where one side has no surname.
  case givenOnly
  /// The same surname with a different given name: relatives and namesakes.
  case sameSurname
  /// The same company name with parts left out on one side.
  case abbreviation
  /// The same brand with another place or industry.
  case sameBrand
  /// The same company, but another branch of it.
  case otherBranch
  /// The same mailbox at another domain.
  case sameMailbox
  /// Latin names of which both parts are alike, each by itself: a short form, a slip, a word left out.
  case alikeParts
  /// The same given name under another surname: it was mistyped, or changed by marriage.
  case sameGiven
  /// A word in common: one of a double surname.
  case sharedWord
  /// The words in common are at least that share of the shorter name's, by what they tell.
  case words(atLeast: Double)
  /// Addresses with one house number, and much else in common.
  case sameNumber
  /// A number without its area code, and one that ends with it.
  case ending
  /// The same parts in each other's place: day and month, or surname and given name.
  case swapped
  /// Dates at most so many days apart.
  case days(atMost: Int)
  /// Jaro-Winkler similarity of at least the given value.
  case jaroWinkler(atLeast: Double)
  /// Dice coefficient of bigrams of at least the given value.
  case dice(atLeast: Double)
  /// At most the given number of insertions, deletions, substitutions and swaps of neighbours.
  case levenshtein(atMost: Int)
  /// Equal but for at most the given number of characters, place by place.
  case differences(atMost: Int)
  /// Nothing above holds; always last.
  case otherwise
}

extension ComparisonLevel {
  /// Whether the level of a name speaks for two parties.
  var contradictsName: Bool {
    switch self {
    case .sameSurname, .otherBranch, .sameBrand, .otherwise: true
    default: false
    }
  }
}

extension ComparisonLevel {
  /// Whether the level can ever hold between two values of a kind.
  package func applies(to kind: EvidenceColumn.Kind) -> Bool {
    switch self {
    case .exact, .oneEdit, .jaroWinkler, .levenshtein, .otherwise: true
    case .homophone:
      [.personName, .organizationName, .givenName, .surname].contains(kind)
    case .fewerWords, .nickname, .initial: kind == .personName || kind == .givenName
    case .swapped: kind == .givenName || kind == .date
    case .alikeParts, .sameGiven: kind == .personName
    case .words: kind == .organizationName
    case .sameNumber: kind == .address
    case .ending: kind == .phone
    case .sharedWord: kind == .surname || kind == .givenName
    case .days: kind == .date
    case .nearHomophone, .lookAlike, .romanized, .englishName, .surnameOnly, .givenOnly,
      .sameSurname:
      kind == .personName
    case .abbreviation, .sameBrand, .otherBranch: kind == .organizationName
    case .sameMailbox: kind == .email
    case .dice: kind != .personName
    case .shared, .differences: kind != .personName && kind != .organizationName
    }
  }
}

extension ComparisonLevel: CustomStringConvertible {
  package var description: String {
    switch self {
    case .exact: "exact"
    case .shared: "shared"
    case .homophone: "homophone"
    case .nearHomophone: "nearHomophone"
    case .lookAlike: "lookAlike"
    case .romanized: "romanized"
    case .englishName: "englishName"
    case .fewerWords: "fewerWords"
    case .nickname: "nickname"
    case .initial: "initial"
    case .oneEdit: "oneEdit"
    case .surnameOnly: "surnameOnly"
    case .givenOnly: "givenOnly"
    case .sameSurname: "sameSurname"
    case .abbreviation: "abbreviation"
    case .sameBrand: "sameBrand"
    case .otherBranch: "otherBranch"
    case .sameMailbox: "sameMailbox"
    case .alikeParts: "alikeParts"
    case .sameGiven: "sameGiven"
    case .sharedWord: "sharedWord"
    case .words(let bound): "words>=\(bound)"
    case .sameNumber: "sameNumber"
    case .ending: "ending"
    case .swapped: "swapped"
    case .days(let bound): "days<=\(bound)"
    case .jaroWinkler(let bound): "jaroWinkler>=\(bound)"
    case .dice(let bound): "dice>=\(bound)"
    case .levenshtein(let bound): "levenshtein<=\(bound)"
    case .differences(let bound): "differences<=\(bound)"
    case .otherwise: "otherwise"
    }
  }

  /// The levels that are plain words.
  private static let words: [ComparisonLevel] = [
    .exact, .shared, .homophone, .nearHomophone, .lookAlike, .romanized, .fewerWords, .nickname,
    .initial, .oneEdit, .englishName, .surnameOnly, .givenOnly,
    .sameSurname, .abbreviation, .sameBrand, .otherBranch, .sameMailbox, .alikeParts, .sameGiven,
    .sharedWord, .sameNumber, .ending, .swapped, .otherwise,
  ]

  /// Every form a level can be written in, for messages and documentation.
  package static let grammar =
    words.map(\.description) + [
      "jaroWinkler>=0.92", "dice>=0.75", "words>=0.6", "levenshtein<=2", "differences<=2",
      "days<=31",
    ]

  /// Reads a level as it is written in the pipeline file, blanks aside; nil when there is no such level.
  package init?(_ written: String) {
    let text = written.filter { $0 != " " }
    if let word = Self.words.first(where: { $0.description == text }) {
      self = word
      return
    }
    func bound(_ name: String, _ sign: String) -> Double? {
      guard text.hasPrefix(name + sign) else { return nil }
      return Double(text.dropFirst(name.count + sign.count))
    }
    if let value = bound("jaroWinkler", ">="), (0...1).contains(value) {
      self = .jaroWinkler(atLeast: value)
    } else if let value = bound("dice", ">="), (0...1).contains(value) {
      self = .dice(atLeast: value)
    } else if let value = bound("words", ">="), (0...1).contains(value) {
      self = .words(atLeast: value)
    } else if let value = bound("levenshtein", "<="), [1, 2, 3].contains(value) {
      self = .levenshtein(atMost: Int(value))
    } else if let value = bound("days", "<="), value <= 36_600, value >= 1,
      value == value.rounded()
    {
      self = .days(atMost: Int(value))
    } else if let value = bound("differences", "<="), value <= 99, value >= 0,
      value == value.rounded()
    {
      self = .differences(atMost: Int(value))
    } else {
      return nil
    }
  }
}
