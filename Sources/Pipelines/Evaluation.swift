/// How well a clustering agrees with the truth.
///
/// Records that the clustering does not name count as clusters of their own; what the truth does not
/// know is left out before.
package struct ClusterScores: Hashable, Sendable, Codable {
  /// Precision, recall and their harmonic mean, each in 0...1.
  package struct Rates: Hashable, Sendable, Codable {
    package var precision: Double
    package var recall: Double
    package var f1: Double

    init(precision: Double, recall: Double) {
      self.precision = precision
      self.recall = recall
      let sum = precision + recall
      f1 = sum == 0 ? 0 : 2 * precision * recall / sum
    }
  }

  package var records = 0
  package var entities = 0
  package var clusters = 0
  /// Over pairs of records put together.
  package var pairwise: Rates
  /// Mean over records of the share of its cluster that is right, of its entity that is found
  /// (Bagga and Baldwin, 1998).
  package var bcubed: Rates
  /// Clusters that are an entity, whole and nothing else.
  package var cluster: Rates
  package var truePairs = 0
  package var madePairs = 0
  package var rightPairs = 0
  package var exactClusters = 0
  /// Clusters that hold several entities, and entities that lie in several clusters.
  package var overMergedClusters = 0
  package var underMergedEntities = 0

  /// Scores a clustering.
  ///
  /// - Parameters:
  ///   - clusters: For each record the number of its cluster, below `clusterCount`.
  ///   - clusterCount: A number above that of every cluster.
  ///   - entities: For each record the number of its entity, below `entityCount`.
  ///   - entityCount: A number above that of every entity.
  package init(
    clusters: [Int], clusterCount: Int, entities: [Int], entityCount: Int
  ) {
    var cells = Contingency(
      clusterCount: clusterCount, entityCount: entityCount, capacity: clusters.count)
    for (cluster, entity) in zip(clusters, entities) { cells.add(cluster, entity) }
    let made = cells.clusterSizes
    let real = cells.entitySizes
    records = clusters.count
    self.entities = real.count { $0 > 0 }
    self.clusters = made.count { $0 > 0 }
    truePairs = real.reduce(0) { $0 + pairs($1) }
    madePairs = made.reduce(0) { $0 + pairs($1) }
    var (precision, recall) = (0.0, 0.0)
    var clusterParts = [Int](repeating: 0, count: clusterCount)
    var entityParts = [Int](repeating: 0, count: entityCount)
    for cell in cells.all {
      let share = Double(cell.count * cell.count)
      precision += share / Double(made[cell.cluster])
      recall += share / Double(real[cell.entity])
      rightPairs += pairs(cell.count)
      if cell.count == made[cell.cluster], cell.count == real[cell.entity] { exactClusters += 1 }
      clusterParts[cell.cluster] += 1
      entityParts[cell.entity] += 1
    }
    overMergedClusters = clusterParts.count { $0 > 1 }
    underMergedEntities = entityParts.count { $0 > 1 }
    pairwise = Rates(
      precision: madePairs == 0 ? 1 : Double(rightPairs) / Double(madePairs),
      recall: truePairs == 0 ? 1 : Double(rightPairs) / Double(truePairs))
    let count = Double(max(1, records))
    bcubed = Rates(precision: precision / count, recall: recall / count)
    cluster = Rates(
      precision: Double(exactClusters) / Double(max(1, self.clusters)),
      recall: Double(exactClusters) / Double(max(1, self.entities)))
  }
}

/// The records of each cluster and entity together, in the order in which the cells first occur.
private struct Contingency {
  struct Cell {
    var cluster: Int
    var entity: Int
    var count: Int
  }

  private(set) var all: [Cell] = []
  private(set) var clusterSizes: [Int]
  private(set) var entitySizes: [Int]
  private var places: [Cell.Key: Int] = [:]

  init(clusterCount: Int, entityCount: Int, capacity: Int) {
    clusterSizes = [Int](repeating: 0, count: clusterCount)
    entitySizes = [Int](repeating: 0, count: entityCount)
    places.reserveCapacity(capacity)
  }

  mutating func add(_ cluster: Int, _ entity: Int) {
    clusterSizes[cluster] += 1
    entitySizes[entity] += 1
    let key = Cell.Key(cluster: cluster, entity: entity)
    if let place = places[key] {
      all[place].count += 1
    } else {
      places[key] = all.count
      all.append(Cell(cluster: cluster, entity: entity, count: 1))
    }
  }
}

extension Contingency.Cell {
  struct Key: Hashable {
    var cluster: Int
    var entity: Int
  }
}

private func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
