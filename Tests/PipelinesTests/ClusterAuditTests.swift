import Testing
import Vocabulary

@testable import Pipelines

/// Records that do not seem to belong to the cluster that they are in.
@Suite struct ClusterAuditTests {
  private func clusters(_ roots: [UInt32]) -> EntityClusters {
    EntityClusters(party: .person, roots: roots)
  }

  private func contradicted(
    _ clusters: EntityClusters, threads: Int = 2, _ weights: [[Int]: Float], otherwise: Float = 10
  ) async -> [[UInt32]] {
    await ClusterAudit(floor: 0, threads: threads) { weights[[$0, $1]] ?? otherwise }
      .contradicted(in: clusters).map { [$0.left, $0.right] }
  }

  @Test func `no cluster, a single record and a pair are not asked about`() async {
    #expect(await contradicted(clusters([]), [:]).isEmpty)
    #expect(await contradicted(clusters([0, 1]), [:], otherwise: -20).isEmpty)
    #expect(await contradicted(clusters([0, 0]), [:], otherwise: -20).isEmpty)
  }

  @Test func `a record that most others contradict is named with the worst of them`() async {
    let weights: [[Int]: Float] = [[0, 3]: 12, [1, 3]: -9, [2, 3]: -14]
    #expect(await contradicted(clusters([0, 0, 0, 0]), weights) == [[2, 3]])
  }

  @Test func `a record that one other contradicts is no question`() async {
    let weights: [[Int]: Float] = [[0, 3]: 12, [1, 3]: 9, [2, 3]: -14]
    #expect(await contradicted(clusters([0, 0, 0, 0]), weights).isEmpty)
  }

  @Test func `one pair counts within bounds`() async {
    let weights: [[Int]: Float] = [[0, 1]: 15, [0, 2]: 15, [1, 2]: -400]
    #expect(await contradicted(clusters([0, 0, 0]), weights).isEmpty)
  }

  @Test func `what a steward put together is not asked about`() async {
    var clusters = clusters([0, 0, 0, 0])
    clusters.decidedBySteward[1] = true
    #expect(await contradicted(clusters, [:], otherwise: -20).isEmpty)
  }

  @Test func `the number of threads changes nothing, and large clusters are looked at in part`()
    async
  {
    let roots = (0..<UInt32(60_000)).map { $0 < 30_000 ? $0 / 5 * 5 : $0 < 31_200 ? 30_000 : $0 }
    let clusters = clusters(roots)
    func found(_ threads: Int) async -> [ScoredPair] {
      await ClusterAudit(floor: 0, threads: threads) { left, right in
        Float((left &* 7919 &+ right &* 104_729) % 41 - 18)
      }.contradicted(in: clusters)
    }
    let one = await found(1)
    #expect(one.count > 100)
    #expect(await found(4) == one)
  }
}
