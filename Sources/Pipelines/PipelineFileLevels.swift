/// A comparison level as a pipeline file names it.
package enum ComparisonLevelName: Hashable, Sendable {
  /// The canonical values are equal.
  case exact
  /// Equal in pinyin, tones aside.
  case homophone
  /// Equal once their characters or words are sorted, such as given name and surname swapped.
  case reordered
  /// Two person names with one surname, of which at least one has no given name: 张总, 张伟.
  case sameSurname
  /// One value begins with, ends with or contains the other.
  case contains
  /// Close in the sense of the kind: dates with one slip of digits or day and month swapped, numbers
  /// within a hundredth, phones with one digit wrong or two swapped.
  case near
  /// Similarity by Jaro and Winkler, in 0...1.
  case jaroWinkler(atLeast: Double)
  /// Edit distance in characters.
  case levenshtein(atMost: Int)
  /// Edit distance in which two neighbours changing places are one edit.
  case damerauLevenshtein(atMost: Int)
  /// Shared words or character pairs ÷ all of them, in 0...1.
  case jaccard(atLeast: Double)

  /// The levels as they are written; a bound stands where the examples have one.
  package static let examples = [
    "exact", "homophone", "reordered", "sameSurname", "contains", "near", "jaroWinkler>=0.92",
    "levenshtein<=1", "damerauLevenshtein<=1", "jaccard>=0.8",
  ]

  private static let words = examples.map { $0.prefix { $0.isLetter } }.map(String.init)

  /// Nil when the text is no level; `problem(in:)` then says why.
  package init?(_ text: String) {
    let word = text.prefix { $0.isLetter }
    let rest = text.dropFirst(word.count).filter { $0 != " " }
    switch (word, rest.prefix(2), rest.dropFirst(2)) {
    case ("exact", "", ""): self = .exact
    case ("homophone", "", ""): self = .homophone
    case ("reordered", "", ""): self = .reordered
    case ("sameSurname", "", ""): self = .sameSurname
    case ("contains", "", ""): self = .contains
    case ("near", "", ""): self = .near
    case ("jaroWinkler", ">=", let bound):
      guard let bound = Self.share(bound) else { return nil }
      self = .jaroWinkler(atLeast: bound)
    case ("jaccard", ">=", let bound):
      guard let bound = Self.share(bound) else { return nil }
      self = .jaccard(atLeast: bound)
    case ("levenshtein", "<=", let bound):
      guard let bound = Self.edits(bound) else { return nil }
      self = .levenshtein(atMost: bound)
    case ("damerauLevenshtein", "<=", let bound):
      guard let bound = Self.edits(bound) else { return nil }
      self = .damerauLevenshtein(atMost: bound)
    default: return nil
    }
  }

  private static func share(_ text: Substring) -> Double? {
    Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
  }

  private static func edits(_ text: Substring) -> Int? {
    Int(text).flatMap { (1...9).contains($0) ? $0 : nil }
  }

  /// Why a text is no level, and the way out; nil when it is one.
  package static func problem(in text: String) -> String? {
    guard ComparisonLevelName(text) == nil else { return nil }
    let word = String(text.prefix { $0.isLetter })
    guard let index = words.firstIndex(of: word) else {
      let wayOut = SpellingSuggestion.wayOut(for: word, among: words)
      return "unknown comparison level '\(text)'; \(wayOut)"
    }
    return "the comparison level '\(text)' has a wrong bound; write it like '\(examples[index])'"
  }

  /// The level as it is written, without blanks.
  package var text: String {
    switch self {
    case .exact: "exact"
    case .homophone: "homophone"
    case .reordered: "reordered"
    case .sameSurname: "sameSurname"
    case .contains: "contains"
    case .near: "near"
    case .jaroWinkler(let bound): "jaroWinkler>=\(bound)"
    case .levenshtein(let bound): "levenshtein<=\(bound)"
    case .damerauLevenshtein(let bound): "damerauLevenshtein<=\(bound)"
    case .jaccard(let bound): "jaccard>=\(bound)"
    }
  }
}
