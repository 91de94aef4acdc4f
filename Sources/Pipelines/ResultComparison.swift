import Export
import Golden
import Vocabulary

/// The parties of one kind in two sets of results over the same records.
///
/// Ids that a run would give out anew depend on all others, so that they have no name here.
struct ResultComparison {
  private struct Side {
    let results: RunResults
    let party: Party
    let clusters: EntityClusters
    let mentions: MentionTable
    /// By record: its mention plus one; 0 where it mentions no such party.
    let mentionNumbers: [UInt32]
    /// The first number that no run has given out.
    let firstNew: UInt32

    init(_ results: RunResults, _ party: Party, firstNew: UInt32) {
      self.results = results
      self.party = party
      self.firstNew = firstNew
      clusters = results.resolved[party].resolution.clusters
      mentions = results.table.mentions(of: party)
      var numbers = [UInt32](repeating: 0, count: results.table.records.count)
      for (mention, record) in mentions.record.enumerated() {
        numbers[Int(record)] = UInt32(mention) + 1
      }
      mentionNumbers = numbers
    }

    func cluster(ofRecord record: Int) -> Int? {
      let number = mentionNumbers[record]
      return number == 0 ? nil : Int(clusters.clusterOf[Int(number) - 1])
    }

    func records(of cluster: Int) -> [UInt32] {
      clusters.members(of: cluster).map { mentions.record[Int($0)] }
    }

    func isNew(_ cluster: Int) -> Bool {
      results.identities[party].ids[cluster].number >= firstNew
    }

    func name(_ cluster: Int?) -> String {
      guard let cluster else { return "" }
      return isNew(cluster) ? "new" : results.identities[party].ids[cluster].description
    }

    /// The values of a golden record by golden field, as golden.csv shows them.
    func values(_ cluster: Int) -> [Int: String] {
      let golden = results.golden[party]
      var values: [Int: [String]] = [:]
      for survivor in golden.survivors(of: cluster) {
        let text = golden.text(of: survivor, in: results.table)
        values[Int(survivor.field), default: []].append(String(decoding: text, as: UTF8.self))
      }
      return values.mapValues { $0.joined(separator: ";") }
    }
  }

  private let party: Party
  private let before: Side
  private let after: Side
  private let keys: TextColumn
  /// The clusters after of which the records are not together before, or not alone.
  private var changed: [Int] = []

  init(_ party: Party, _ before: RunResults, _ after: RunResults) {
    self.party = party
    let firstNew = after.firstNew[party] ?? 1
    self.before = Side(before, party, firstNew: firstNew)
    self.after = Side(after, party, firstNew: firstNew)
    keys = after.table.records.recordKey
    changed = (0..<self.after.clusters.count).filter { !isSame($0) }
  }

  private func isSame(_ cluster: Int) -> Bool {
    let records = after.records(of: cluster)
    guard let first = records.first, let old = before.cluster(ofRecord: Int(first)) else {
      return false
    }
    return before.records(of: old) == records && before.name(old) == after.name(cluster)
  }

  /// The records that go from one golden id to another, ids and records ascending.
  var moves: [DecisionPreview.Move] {
    struct Ends: Hashable {
      var from: String
      var to: String
    }
    var moved: [Ends: [UInt32]] = [:]
    for cluster in changed {
      let to = after.name(cluster)
      for record in after.records(of: cluster) {
        let from = before.name(before.cluster(ofRecord: Int(record)))
        if from != to || from == "new" {
          moved[Ends(from: from, to: to), default: []].append(record)
        }
      }
    }
    for (record, number) in before.mentionNumbers.enumerated()
    where number > 0 && after.mentionNumbers[record] == 0 {
      let from = before.name(before.cluster(ofRecord: record))
      moved[Ends(from: from, to: ""), default: []].append(UInt32(record))
    }
    return moved.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }.map {
      ends, records in
      DecisionPreview.Move(
        party: party.rawValue, from: ends.from, to: ends.to,
        recordKeys: records.sorted().map { keys.string(Int($0)) })
    }
  }

  /// The fields that change in golden records that there are before and after.
  var fieldChanges: [DecisionPreview.FieldChange] {
    let fixed = [before, after].flatMap { side in
      side.results.ledger.claims.filter { $0.party == party }
        .flatMap { side.records(of: Int($0.cluster)) }
    }
    let touched = Set(changed + fixed.compactMap { after.cluster(ofRecord: Int($0)) })
    var earlier: [String: Int] = [:]
    for cluster in touched {
      for record in after.records(of: cluster) {
        guard let old = before.cluster(ofRecord: Int(record)), !before.isNew(old) else { continue }
        earlier[before.name(old)] = old
      }
    }
    let fields = after.results.table.records.schema.fields
    var changes: [DecisionPreview.FieldChange] = []
    for cluster in touched.sorted(by: { after.name($0) < after.name($1) }) {
      guard let old = earlier[after.name(cluster)] else { continue }
      let (was, now) = (before.values(old), after.values(cluster))
      for field in Set(was.keys).union(now.keys).sorted() where was[field] != now[field] {
        changes.append(
          DecisionPreview.FieldChange(
            goldenID: after.name(cluster), field: fields[field].name, before: was[field] ?? "",
            after: now[field] ?? ""))
      }
    }
    return changes
  }
}
