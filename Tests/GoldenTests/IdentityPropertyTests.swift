import Testing
import Vocabulary

@testable import Golden

@Suite struct IdentityPropertyTests {
  @Test(arguments: UInt64(0)..<150)
  func `no id ever goes to a party that holds none of the records it had`(seed: UInt64) {
    var random = IdentityRandom(seed: seed)
    var world = IdentityWorld()
    var history: [UInt32: Set<String>] = [:]
    for _ in 0..<12 {
      let before = world.state
      let clusters = random.clusters()
      let result = world.run(clusters)
      for (cluster, records) in world.clustersOfLastRun.enumerated() {
        let number = result.ids[cluster].number
        if let held = history[number] {
          #expect(!held.isDisjoint(with: records))
        } else {
          #expect(number >= before.nextNumber)
        }
        history[number, default: []].formUnion(records)
      }
      #expect(Set(result.ids).count == result.ids.count)
      expectConsistent(result.next, before: before)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `the order of clusters changes nothing`(seed: UInt64) {
    var random = IdentityRandom(seed: seed)
    var (one, other) = (IdentityWorld(), IdentityWorld())
    for _ in 0..<6 {
      let clusters = random.clusters()
      let first = one.run(clusters)
      let second = other.run(clusters.shuffled(using: &random).map { $0.reversed() })
      #expect(first.changes == second.changes)
      #expect(one.ids == other.ids)
      #expect(first.next.redirects == second.next.redirects)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `one change taken back at once restores every id`(seed: UInt64) {
    var random = IdentityRandom(seed: seed)
    var world = IdentityWorld()
    let records = (0..<12).map { "r\($0)" }
    var clusters = random.partition(records, parts: 6)
    world.run(clusters)
    let before = world.ids
    let old = clusters
    let merged = clusters.removeLast()
    clusters[0] += merged
    world.run(clusters)
    world.run(old)
    #expect(world.ids == before)
    #expect(world.state.redirects.isEmpty)
  }

  private func expectConsistent(_ next: PartyIdentities, before: PartyIdentities) {
    let alive = Set(next.membership.numbers)
    #expect(next.nextNumber >= before.nextNumber)
    for redirect in next.redirects {
      #expect(!alive.contains(redirect.old))
      #expect(alive.contains(redirect.current))
    }
    let lost = Set(next.redirects.map(\.old))
    for number in 1..<max(1, next.nextNumber) {
      #expect(alive.contains(number) || lost.contains(number))
    }
  }
}
