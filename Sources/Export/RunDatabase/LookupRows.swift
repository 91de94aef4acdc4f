import Database
import Vocabulary

/// The rows of the table `lookup`: for each bucket of keys its entries.
///
/// An entry is 8 bytes, little-endian: the number of a golden record, then 32 bits of the key. Few large
/// rows are built and found faster than many small ones. The number of buckets is a power of two; the
/// first bits of a key say its bucket.
final class LookupRows: RowSource {
  private let entries: [UInt64]
  private let starts: [UInt32]
  private var bucket = -1
  private var bytes: [UInt8] = []

  init(_ results: ResultTables, _ places: GoldenPlaces, _ texts: ClaimTexts) {
    var keys: [UInt64] = []
    var goldens: [UInt32] = []
    let numbers = results.crosswalk.goldenNumbers(places)
    for party in Party.allCases {
      let collector = LookupCollector(results.table, party)
      let text = party == .person ? texts.persons : texts.organizations
      collector.collect(
        text, goldenOf: party == .person ? numbers.persons : numbers.organizations,
        &keys, &goldens)
    }
    let bits = Self.bits(entries: keys.count)
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for key in keys { starts[Int(key >> UInt64(64 - bits)) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    let firsts = starts
    var entries = [UInt64](repeating: 0, count: keys.count)
    for (index, key) in keys.enumerated() {
      let bucket = Int(key >> UInt64(64 - bits))
      entries[Int(starts[bucket])] = key << 32 | UInt64(goldens[index])
      starts[bucket] += 1
    }
    self.starts = firsts
    self.entries = entries
  }

  /// As many as give some thirty entries to a bucket.
  static func bits(entries: Int) -> Int {
    var bits = 4
    while bits < 24, entries >> (bits + 5) > 0 { bits += 1 }
    return bits
  }

  func next() -> Bool {
    bucket += 1
    guard bucket + 1 < starts.count else { return false }
    bytes.removeAll(keepingCapacity: true)
    var last: UInt64?
    for entry in entries[Int(starts[bucket])..<Int(starts[bucket + 1])].sorted()
    where entry != last {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: entry >> UInt64(8 * shift))) }
      last = entry
    }
    return true
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    if column == 0 { cell.put(bucket) } else { cell.put(bytes: bytes) }
  }
}

/// Finds the keys of all mentions of one kind of party.
private struct LookupCollector {
  private let keys: LookupKeys
  private let mentions: MentionTable
  private let issues: [[ValueIssues]]

  init(_ table: NormalizedTable, _ party: Party) {
    keys = LookupKeys(table)
    mentions = table.mentions(of: party)
    issues = table.readings.map(\.issues)
  }

  func collect(
    _ text: ClaimText, goldenOf: [UInt32], _ found: inout [UInt64], _ goldens: inout [UInt32]
  ) {
    for mention in 0..<mentions.count {
      let golden = goldenOf[Int(mentions.record[mention])]
      var (surname, given): (UInt32?, UInt32?)
      for claim in mentions.claimRange(of: mention) {
        let reference = mentions.claims[claim]
        let field = Int(reference.field)
        if keys.isNamePart(field) {
          if keys.isSurname(field) { surname = UInt32(claim) } else { given = UInt32(claim) }
          continue
        }
        guard issues[field][Int(reference.raw)].isDisjoint(with: .notIdentity) else { continue }
        text.readValue(UInt32(claim)) { value in
          keys.forEachKey(field: field, value: reference.value, text: value) { _, key in
            found.append(key)
            goldens.append(golden)
          }
        }
      }
      if let surname, let given {
        text.readValue(surname) { surname in
          text.readValue(given) { found.append(LookupKeys.key(surname: surname, given: $0)) }
        }
        goldens.append(golden)
      }
    }
  }
}

extension Crosswalk {
  /// By record: the numbers of the golden records that it mentions, 0 where there is none.
  fileprivate func goldenNumbers(
    _ places: GoldenPlaces
  ) -> (persons: [UInt32], organizations: [UInt32]) {
    let count = Int(rows.last?.record ?? 0) + 1
    var persons = [UInt32](repeating: 0, count: count)
    var organizations = persons
    for row in rows {
      let isPerson = row.party == .person
      let number = UInt32(places.number(row.cluster, isPerson: isPerson))
      if isPerson {
        persons[Int(row.record)] = number
      } else {
        organizations[Int(row.record)] = number
      }
    }
    return (persons, organizations)
  }
}
