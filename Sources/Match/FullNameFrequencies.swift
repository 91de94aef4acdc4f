import Vocabulary

/// How often people have a full name, found from its parts.
///
/// Whoever is entered ten times has a frequent name only seemingly, and of most names there is one holder.
/// So a surname and a given name are counted once for each full name that they are part of, and a full
/// name is as frequent as its parts make it.
struct FullNameFrequencies {
  /// By value: the share of people who write their name so; 0 where it is not complete.
  private(set) var written: [Double]
  /// By value: the share of people whose name sounds so.
  private(set) var spoken: [Double]

  init(_ column: EvidenceColumn, _ counts: [UInt32], _ namesakes: Namesakes?) {
    let names = column.persons
    // The first value of each full name that somebody has.
    var isFirst = [Bool](repeating: false, count: names.count)
    var seen = [Bool](repeating: false, count: column.parts.count)
    for (value, name) in names.enumerated() where name.isFull && counts[value] > 0 {
      isFirst[value] = !seen[Int(name.full)]
      seen[Int(name.full)] = true
    }
    let firsts = names.indices.filter { isFirst[$0] }.map { names[$0] }
    let han = NamePartCounts(firsts.filter(\.isHan), parts: column.parts.count)
    let latin = NamePartCounts(firsts.filter { !$0.isHan }, parts: column.parts.count)
    let all = max(1, han.total + latin.total)
    // The two that are compared do not count; neither do names of which nothing is known.
    let people = max(namesakes?.total ?? 0, all)
    let others = { (name: PersonNameEvidence) in
      max(0, Double(namesakes?.counts[Int(name.full)] ?? 0) - 2) / people
    }
    written = names.map { name in
      guard name.isFull else { return 0 }
      let share =
        name.isHan
        ? han.share(name.surname, name.given, of: all)
        : latin.soundShare(name.latinSurname, name.latinGiven, of: all)
      return max(share, others(name))
    }
    spoken = names.map { name in
      guard name.isFull else { return 0 }
      return max(
        (name.isHan ? han : latin).soundShare(name.latinSurname, name.latinGiven, of: all),
        others(name))
    }
  }
}

extension FullNameFrequencies {
  /// By value: the share of organizations that are called so.
  ///
  /// Place, brand and line of business make a name; where one is not given, that is as telling as it is
  /// rare. No name is rarer than its mentions: firms choose names that nobody else has.
  static func ofOrganizations(
    _ column: EvidenceColumn, _ counts: [UInt32], _ namesakes: Namesakes?
  ) -> [Double] {
    let names = column.organizations
    var seen = [Bool](repeating: false, count: column.parts.count)
    var places = [UInt32](repeating: 0, count: column.parts.count)
    var brands = places
    var industries = places
    var mentions = places
    var total = 0.0
    for (value, name) in names.enumerated() { mentions[Int(name.key)] += counts[value] }
    let allMentions = Double(max(1, mentions.dropFirst().reduce(0, +)))
    for (value, name) in names.enumerated()
    where name.key != 0 && counts[value] > 0 && !seen[Int(name.key)] {
      seen[Int(name.key)] = true
      places[Int(name.place)] += 1
      brands[Int(name.brand)] += 1
      industries[Int(name.industry)] += 1
      total += 1
    }
    let all = max(1, total)
    let parties = max(namesakes?.total ?? 0, all)
    return names.map { name in
      guard name.key != 0 else { return 0 }
      let parts = [
        places[Int(name.place)], brands[Int(name.brand)], industries[Int(name.industry)],
      ]
      let share = parts.reduce(1.0) { $0 * Double(max(1, $1)) / all }
      let others = max(0, Double(namesakes?.counts[Int(name.key)] ?? 0) - 2) / parties
      return max(share, others, Double(mentions[Int(name.key)]) / allMentions)
    }
  }
}

/// How many names of one script have each surname, and each given name.
private struct NamePartCounts {
  let total: Double
  private var surnames: [UInt32]
  private var givens: [UInt32]
  private var latinSurnames: [UInt32]
  private var latinGivens: [UInt32]

  init(_ names: [PersonNameEvidence], parts: Int) {
    total = Double(names.count)
    surnames = [UInt32](repeating: 0, count: parts)
    givens = surnames
    latinSurnames = surnames
    latinGivens = surnames
    for name in names {
      surnames[Int(name.surname)] += 1
      givens[Int(name.given)] += 1
      latinSurnames[Int(name.latinSurname)] += 1
      latinGivens[Int(name.latinGiven)] += 1
    }
  }

  func share(_ surname: UInt32, _ given: UInt32, of all: Double) -> Double {
    product(surnames[Int(surname)], givens[Int(given)], of: all)
  }

  func soundShare(_ surname: UInt32, _ given: UInt32, of all: Double) -> Double {
    product(latinSurnames[Int(surname)], latinGivens[Int(given)], of: all)
  }

  private func product(_ surnames: UInt32, _ givens: UInt32, of all: Double) -> Double {
    Double(max(1, surnames)) * Double(max(1, givens)) / (max(1, total) * all)
  }
}
