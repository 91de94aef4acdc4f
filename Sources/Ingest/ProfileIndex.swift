/// The labels of all profiles, so that a file's labels are looked up once.
struct ProfileIndex: Sendable {
  let catalog: ProfileCatalog
  /// By profile, the general one last: its labels, comparable.
  private let keys: [ProfileKeys]
  /// By comparable label: the profiles that know it.
  private var profilesOf: [String: [Int]] = [:]
  /// Labels of which only the beginning or the end is known, in lower case.
  private var patterns: [(pattern: LabelPattern, profile: Int)] = []
  private let common: Set<String>
  /// By profile: the system that it belongs to, which is the name's first word.
  private let systems: [Substring]

  /// The profiles that ship with the program.
  private static let shipped = Result { () throws(ProfileError) -> ProfileIndex in
    ProfileIndex(try ProfileCatalog(own: []))
  }

  /// The shipped profiles and the user's own.
  ///
  /// - Throws: `ProfileError` where the shipped ones cannot be read.
  static func load(own: [SourceProfile]) throws(ProfileError) -> ProfileIndex {
    own.isEmpty ? try shipped.get() : ProfileIndex(try ProfileCatalog(own: own))
  }

  init(_ catalog: ProfileCatalog) {
    self.catalog = catalog
    keys = catalog.all.map(ProfileKeys.init)
    common = keys.last?.all ?? []
    systems = catalog.profiles.map { $0.name.prefix { $0 != "-" } }
    for (index, profile) in catalog.profiles.enumerated() {
      for label in keys[index].all { profilesOf[label, default: []].append(index) }
      patterns += profile.patterns.map { ($0, index) }
    }
  }

  /// The labels that a header row may be told by.
  ///
  /// Those of columns that no field takes are none, for words such as 状态 are values, too.
  var knownLabels: Set<String> { keys.reduce(into: []) { $0.formUnion($1.mapped) } }

  /// The labels of a profile of the catalog, comparable.
  func keys(of profile: SourceProfile) -> ProfileKeys {
    catalog.all.firstIndex { $0.name == profile.name }.map { keys[$0] } ?? ProfileKeys(profile)
  }

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
    let compared = labels.map(comparable)
    let all = zip(labels, compared).map { label, key -> Known in
      let profiles = profiles(knowing: label, key)
      let count = Set(profiles.map { systems[$0] }).count
      let isCommon = common.contains(key) && !key.contains(".")  // a path is nobody's habit
      let weight = count == 0 ? 0 : 1 / Double(count + (isCommon ? 2 : 0))
      return Known(profiles: profiles, weight: weight, isKnown: common.contains(key) || count > 0)
    }
    let total = all.reduce(0.0) { $0 + ($1.isKnown ? 0.3 + $1.weight : 0.15) }
    let present = Set(compared)
    var fits: [ProfileFit] = []
    for index in catalog.profiles.indices {
      let known = all.indices.filter { all[$0].profiles.contains(index) }
      guard known.count >= 3 else { continue }
      let evidence = known.reduce(0.0) { $0 + all[$1].weight }
      let share = (evidence + 0.3 * Double(known.count)) / total
      let own = (keys[index].ids.isEmpty ? [] : [keys[index].ids]) + keys[index].columns
      let met = own.count { !present.isDisjoint(with: $0) }
      let coverage = Double(met) / Double(own.count)
      fits.append(
        ProfileFit(
          profile: index, score: 0.7 * share + 0.3 * coverage, evidence: evidence,
          isComplete: known.count == labels.count && met == own.count,
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

/// The labels of one profile, comparable.
struct ProfileKeys: Sendable {
  let ids: [String]
  /// By column.
  let columns: [[String]]
  /// Those of the id and of columns that a field takes.
  let mapped: Set<String>
  /// Those of unmapped columns, too, but for the patterns.
  let all: Set<String>

  init(_ profile: SourceProfile) {
    ids = profile.id.map(comparable)
    columns = profile.columns.map { $0.allLabels.map(comparable) }
    let unmapped = (profile.unmapped + profile.mergedInto + profile.mergedFrom)
      .filter { LabelPattern($0) == nil }.map(comparable)
    mapped = Set(ids + columns.flatMap(\.self))
    all = mapped.union(unmapped)
  }
}
