import Foundation
import Vocabulary

/// What hangs on two parties of one kind being one or two.
///
/// The records that both hold, two for every further person who keeps one of them, and one for each
/// power of ten of what they owe: 1,000,000 owed weighs as much as six records.
struct ReviewStakes {
  private let table: NormalizedTable
  private let mentions: MentionTable
  private let clusters: EntityClusters
  private let ownerField: Int?
  private let ownerColumns: [CellColumn]
  /// By field: whether its claims are added up.
  private let isSum: [Bool]

  init(table: NormalizedTable, clusters: EntityClusters) {
    self.table = table
    self.clusters = clusters
    mentions = table.mentions(of: clusters.party)
    let schema = table.records.schema
    ownerField = schema.index(of: "owner")
    ownerColumns = ownerField.map(table.records.columns(of:)) ?? []
    isSum = schema.fields.map { $0.golden == .sum }
  }

  func stake(of pair: (left: UInt32, right: UInt32)) -> Double {
    let parties = pair.left == pair.right ? [pair.left] : [pair.left, pair.right]
    let members = parties.flatMap { clusters.members(of: Int($0)) }
    let owners = owners(of: members[...])
    let owed = members.reduce(0) { $0 + sum(of: Int($1)) }
    return Double(members.count) + 2 * Double(max(0, owners.count - 1)) + log10(1 + abs(owed))
  }

  /// Who keeps some records, and in which source, in the order of the records.
  func owners(of members: ArraySlice<UInt32>) -> [(source: Int, name: String)] {
    guard let ownerField else { return [] }
    var found: [(source: UInt16, owner: UInt32)] = []
    for mention in members {
      let record = Int(mentions.record[Int(mention)])
      let source = table.records.source[record]
      for column in ownerColumns where column.ids[record] != 0 {
        for owner in table.readings[ownerField][column.ids[record]]
        where !found.contains(where: { $0 == (source, owner) }) {
          found.append((source, owner))
        }
      }
    }
    return found.map { (Int($0.source), table.readings[ownerField].canonical.string($0.owner)) }
  }

  /// What a record states in the fields that are added up, the first value of each.
  private func sum(of mention: Int) -> Double {
    var previous: UInt16?
    var sum = 0.0
    for claim in mentions.claims(of: mention) where isSum[Int(claim.field)] {
      if claim.field == previous { continue }
      previous = claim.field
      sum += Double(table.readings[Int(claim.field)].canonical.string(claim.value)) ?? 0
    }
    return sum
  }
}
