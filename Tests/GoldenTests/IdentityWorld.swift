import Vocabulary

@testable import Golden

func personID(_ number: UInt32) -> GoldenID { GoldenID(party: .person, number: number) }

/// Runs one after the other, each given as clusters of record keys.
struct IdentityWorld {
  private(set) var state = PartyIdentities(party: .person)
  /// The golden number of each record of the last run.
  private(set) var ids: [String: UInt32] = [:]
  private(set) var clustersOfLastRun: [[String]] = []
  private var day: Int32 = 0

  @discardableResult
  mutating func run(_ clusters: [[String]], ruled: [String] = []) -> IdentityAssignment {
    day += 1
    // Records of the other party stand between those with a mention.
    let mentioned = clusters.flatMap(\.self).sorted()
    var keys = TextColumn()
    for key in mentioned {
      keys.append(key)
      keys.append(key + "-other")
    }
    let records = mentioned.indices.map { UInt32($0 * 2) }
    let labels = mentioned.map { key in
      UInt32(clusters.firstIndex { $0.contains(key) } ?? 0)
    }
    let partition = EntityClusters(party: .person, roots: labels)
    let result = IdentityAssignment.assign(
      clusters: partition, records: records, keys: keys,
      ruled: ruled.compactMap { mentioned.firstIndex(of: $0).map { UInt32($0) } },
      previous: state, asOf: CivilDay(number: day))
    state = result.next
    ids = [:]
    for (mention, key) in mentioned.enumerated() {
      ids[key] = result.ids[Int(partition.clusterOf[mention])].number
    }
    clustersOfLastRun = (0..<partition.count).map { cluster in
      partition.members(of: cluster).map { mentioned[Int($0)] }
    }
    return result
  }
}

/// SplitMix64 (Vigna, public domain).
struct IdentityRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A partition of some of fifteen records.
  mutating func clusters() -> [[String]] {
    let present = (0..<15).filter { _ in Int.random(in: 0..<5, using: &self) > 0 }
    return partition(
      present.map { "r\($0)" }, parts: Int.random(in: 2...10, using: &self))
  }

  mutating func partition(_ records: [String], parts: Int) -> [[String]] {
    var clusters = [[String]](repeating: [], count: parts)
    for record in records { clusters[Int.random(in: 0..<parts, using: &self)].append(record) }
    return clusters.filter { !$0.isEmpty }
  }
}
