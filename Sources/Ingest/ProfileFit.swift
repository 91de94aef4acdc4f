/// How well one profile fits the labels of a source.
struct ProfileFit: Sendable {
  /// Index into the catalog's profiles.
  var profile: Int
  /// 0...1.
  var score: Double
  /// How telling the labels are that the profile knows, added up; a label of one system alone is 1.
  var evidence: Double
  /// Whether the profile knows every label and the file has a label for each of its columns.
  var isComplete: Bool
  /// Indices of the labels that the profile knows.
  var known: Set<Int>

  /// Below this score a profile is not taken without being named.
  static let threshold = 0.6
  /// Below this evidence a file might be anybody's list.
  static let enoughEvidence = 1.6
  /// How far the best profile has to be ahead of the next.
  static let lead = 0.05

  var isEnough: Bool {
    score >= Self.threshold && (evidence >= Self.enoughEvidence || isComplete)
  }
}

/// The labels of all profiles, so that a file's labels are looked up once.
struct ProfileIndex: Sendable {
  private let catalog: ProfileCatalog
  /// By comparable label: the profiles that know it.
  private var profilesOf: [String: [Int]] = [:]
  /// Labels of which only the beginning or the end is known, in lower case.
  private var patterns: [(pattern: LabelPattern, profile: Int)] = []
  private let common: Set<String>
  /// By profile: the system that it belongs to, which is the name's first word.
  private let systems: [Substring]
  /// By profile and column, the id first: the comparable labels.
  private let columns: [[Set<String>]]

  init(_ catalog: ProfileCatalog) {
    self.catalog = catalog
    common = Set(catalog.general.allLabels)
    systems = catalog.profiles.map { $0.name.prefix { $0 != "-" } }
    columns = catalog.profiles.map { profile in
      let ids = profile.id.isEmpty ? [] : [Set(profile.id.map(comparable))]
      return ids + profile.columns.map { Set($0.allLabels.map(comparable)) }
    }
    for (index, profile) in catalog.profiles.enumerated() {
      for label in Set(profile.allLabels) { profilesOf[label, default: []].append(index) }
      patterns += profile.patterns.map { ($0, index) }
    }
  }

  /// The labels that a header row may be told by.
  var knownLabels: Set<String> { common.union(profilesOf.keys) }

  private func profiles(knowing label: String, _ key: String) -> Set<Int> {
    var found = Set(profilesOf[key] ?? [])
    for entry in patterns where entry.pattern.matches(label) { found.insert(entry.profile) }
    return found
  }

  /// The profiles that know three of the labels or more, best first.
  ///
  /// A label counts the more the fewer systems know it, least where hand-kept lists have it, too.
  /// One that nobody knows, such as a field of a company's own, speaks little against a profile.
  func fits(_ labels: [String]) -> [ProfileFit] {
    struct Known {
      var profiles: Set<Int>
      var weight: Double
      var isKnown: Bool
    }
    let keys = labels.map(comparable)
    let all = zip(labels, keys).map { label, key -> Known in
      let profiles = profiles(knowing: label, key)
      let count = Set(profiles.map { systems[$0] }).count
      let isCommon = common.contains(key)
      let weight = count == 0 ? 0 : 1 / Double(count + (isCommon ? 2 : 0))
      return Known(profiles: profiles, weight: weight, isKnown: isCommon || count > 0)
    }
    let total = all.reduce(0.0) { $0 + ($1.isKnown ? 0.3 + $1.weight : 0.15) }
    let present = Set(keys)
    var fits: [ProfileFit] = []
    for index in catalog.profiles.indices {
      let known = all.indices.filter { all[$0].profiles.contains(index) }
      guard known.count >= 3 else { continue }
      let evidence = known.reduce(0.0) { $0 + all[$1].weight }
      let share = (evidence + 0.3 * Double(known.count)) / total
      let met = columns[index].count { !$0.isDisjoint(with: present) }
      let coverage = Double(met) / Double(columns[index].count)
      fits.append(
        ProfileFit(
          profile: index, score: 0.7 * share + 0.3 * coverage, evidence: evidence,
          isComplete: known.count == labels.count && met == columns[index].count,
          known: Set(known)))
    }
    let names = catalog.profiles.map(\.name)
    return fits.sorted { ($1.score, names[$0.profile]) < ($0.score, names[$1.profile]) }
  }

  /// What the labels decide.
  enum Choice {
    case profile(Int)
    /// Several fit about equally well.
    case tie
    /// None fits.
    case none
  }

  /// Chooses among fits, best first.
  ///
  /// Two that are close are told apart by a column that only one of them knows.
  func choice(among fits: [ProfileFit]) -> Choice {
    let enough = fits.filter(\.isEnough)
    guard var best = enough.first else { return .none }
    let rivals = enough.dropFirst().filter { best.score - $0.score < ProfileFit.lead }
    for rival in rivals where rival.known.isStrictSuperset(of: best.known) { best = rival }
    let isTie = ([enough[0]] + rivals).contains {
      $0.profile != best.profile && !best.known.isStrictSuperset(of: $0.known)
    }
    return isTie ? .tie : .profile(best.profile)
  }
}

/// A label of which only the beginning or the end is known.
struct LabelPattern: Hashable, Sendable {
  private let text: String
  private let isEnding: Bool

  /// Nil where the label has no `*` at its beginning or end.
  init?(_ label: String) {
    let label = label.lowercased()
    if label.hasPrefix("*") {
      (text, isEnding) = (String(label.dropFirst()), true)
    } else if label.hasSuffix("*") {
      (text, isEnding) = (String(label.dropLast()), false)
    } else {
      return nil
    }
  }

  func matches(_ label: String) -> Bool {
    let label = label.replacing("[]", with: "").lowercased()
    return isEnding ? label.hasSuffix(text) : label.hasPrefix(text)
  }
}
