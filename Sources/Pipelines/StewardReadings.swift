import Vocabulary

/// Who read which question, so that a share is read twice and the answers can be compared.
struct StewardReadings {
  /// What stewards said about two records.
  struct Reading {
    var party: Party
    /// Record keys; `left` is the smaller one.
    var left: String
    var right: String
    /// In the order in which they answered, each once.
    var stewards: [String] = []
    /// By steward: whether the two are one, by the last answer.
    var isSame: [Bool] = []
    /// Whether an answer holds that nobody took back.
    var holds = false
  }

  /// In the order of their first answers.
  private(set) var readings: [Reading] = []
  /// All who ever answered, sorted.
  private(set) var stewards: [String] = []

  init(_ decisions: Decisions) {
    let lines = decisions.lines
    var places: [String: Int] = [:]
    let answers = Self.answers(decisions).sorted {
      (lines[$0].at, lines[$0].id) < (lines[$1].at, lines[$1].id)
    }
    for line in answers {
      let answer = lines[line]
      guard let party = answer.party, !answer.by.isEmpty else { continue }
      let keys = [answer.left, answer.right].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let name = ([party.rawValue] + keys).joined(separator: "\u{0}")
      let place = places[name] ?? readings.count
      if place == readings.count {
        places[name] = place
        readings.append(Reading(party: party, left: keys[0], right: keys[1]))
      }
      let isSame = answer.verb == .same
      if let steward = readings[place].stewards.firstIndex(of: answer.by) {
        readings[place].isSame[steward] = isSame
      } else {
        readings[place].stewards.append(answer.by)
        readings[place].isSame.append(isSame)
      }
      if decisions.isInForce[line] { readings[place].holds = true }
    }
    stewards = Set(readings.flatMap(\.stewards)).sorted()
  }

  /// The places of all lines about two records but those that their own steward took back.
  private static func answers(_ decisions: Decisions) -> [Int] {
    let lines = decisions.lines
    var takenBack: Set<[String]> = []
    for (index, line) in lines.enumerated()
    where decisions.isInForce[index] && !line.revokes.isEmpty {
      takenBack.insert([line.revokes, line.by])
    }
    return lines.indices.filter {
      (lines[$0].verb == .same || lines[$0].verb == .different)
        && !takenBack.contains([lines[$0].id, lines[$0].by])
    }
  }

  /// The questions that want a second reader: about a share of those that one steward answered.
  ///
  /// Which ones depends on the record keys alone, so they stay the same over the nights.
  func sample(share: Double) -> [Reading] {
    readings.filter { reading in
      let name = [reading.party.rawValue, reading.left, reading.right].joined(separator: "\u{0}")
      let place = hashBytes(name.utf8.span) >> 11
      return reading.holds && reading.stewards.count == 1
        && Double(place) < share * Double(UInt64(1) << 53)
    }
  }

  /// How often the first two readers of a question agreed; nil where none was read twice.
  ///
  /// An answer counts though somebody else took it back, for else no disagreement would be left.
  var agreement: StewardAgreement? {
    var agreement = StewardAgreement()
    for reading in readings where reading.stewards.count > 1 {
      agreement.add(firstSame: reading.isSame[0], secondSame: reading.isSame[1])
    }
    return agreement.pairs > 0 ? agreement : nil
  }
}
