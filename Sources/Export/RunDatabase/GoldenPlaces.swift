import Vocabulary

/// The golden records by their number in assay.sqlite, which counts from 1 in the order of their ids.
struct GoldenPlaces: Sendable {
  /// By number less 1.
  private(set) var isPerson: [Bool] = []
  private(set) var cluster: [UInt32] = []
  /// By cluster: the number.
  private var persons: [UInt32]
  private var organizations: [UInt32]

  init(_ results: ResultTables) {
    persons = [UInt32](repeating: 0, count: results.persons.count)
    organizations = [UInt32](repeating: 0, count: results.organizations.count)
    isPerson.reserveCapacity(persons.count + organizations.count)
    cluster.reserveCapacity(persons.count + organizations.count)
    for run in results.goldenOrder {
      for number in run.clusters {
        cluster.append(number)
        isPerson.append(run.party == .person)
        if run.party == .person {
          persons[Int(number)] = UInt32(cluster.count)
        } else {
          organizations[Int(number)] = UInt32(cluster.count)
        }
      }
    }
  }

  var count: Int { cluster.count }

  /// Behind the golden records of one kind of party that begin at a place and are looked up together.
  func endOfRun(from start: Int) -> Int {
    var end = start + 1
    let limit = min(count, start + FoundTexts.parties)
    while end < limit, isPerson[end] == isPerson[start] { end += 1 }
    return end
  }

  /// The number of a cluster.
  @inline(__always)
  func number(_ cluster: UInt32, isPerson: Bool) -> Int {
    Int(isPerson ? persons[Int(cluster)] : organizations[Int(cluster)])
  }
}

/// The texts of the claims of both kinds of party.
struct ClaimTexts {
  let persons: ClaimText
  let organizations: ClaimText
  /// The raw values, by field.
  let raw: [LentTexts]
}

extension ResultTables {
  /// Lends the texts of claims to a body; nothing of them must leave it.
  func withClaimTexts(_ body: (ClaimTexts) -> Void) throws(ExportError) {
    let fieldCount = table.readings.count
    let pools = table.readings.map(\.canonical) + table.records.pools
    try withLentTexts(of: pools[...]) { lent throws(ExportError) in
      let (canonical, raw) = (Array(lent[..<fieldCount]), Array(lent[fieldCount...]))
      body(
        ClaimTexts(
          persons: ClaimText(persons, in: table, canonical: canonical, raw: raw),
          organizations: ClaimText(organizations, in: table, canonical: canonical, raw: raw),
          raw: raw))
    }
  }
}
