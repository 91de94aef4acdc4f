import Match
import Vocabulary

/// Estimates how good the published clusters of one kind of party are.
struct QualityEstimator {
  let published: PublishedParty
  let pairs: [EstimationPairs.Pair]
  private let rules: [[Int]]

  init(_ party: Party, of run: RunEvidence) async throws {
    published = try await PublishedParty(party, of: run)
    let blocks = try await published.matcher.blocks(of: published.evidence)
    pairs = try await EstimationPairs(published, blocks: blocks).pairs
    // Columns of one topic move together, so they count as one.
    let columns = published.evidence.columns
    let units = columns.indices.map { column in
      columns[column].topic.flatMap { topic in columns.firstIndex { $0.topic == topic } } ?? column
    }
    rules = blocks.columns.map { $0.map { units[$0] } }
  }

  /// The estimate.
  ///
  /// - Parameter labels: What people said about pairs of the sample.
  /// - Returns: Rates over pairs of records, with their bounds.
  func estimate(_ labels: PairLabels = PairLabels()) -> QualityEstimate {
    var tallies = [StratumTally](repeating: StratumTally(), count: PairStratum.count)
    var used = 0
    for pair in pairs {
      let (stratum, count) = (PairStratum.index(pair), Double(pair.count))
      let reach = Double(pair.reach)
      tallies[stratum].pairs += count
      tallies[stratum].reach += reach
      tallies[stratum].low += count * Double(pair.low)
      tallies[stratum].middle += count * Double(pair.middle)
      tallies[stratum].high += count * Double(pair.high)
      tallies[stratum].doubt += count * Double(pair.middle * (1 - pair.middle))
      guard !labels.isEmpty, let isSame = labels[name(pair.left), name(pair.right)] else {
        continue
      }
      used += 1
      tallies[stratum].answered += 1
      tallies[stratum].same += isSame ? 1 : 0
      tallies[stratum].weight += reach
      tallies[stratum].squares += reach * reach
      tallies[stratum].sameWeight += isSame ? reach : 0
    }
    let matches = total(tallies)
    let size = size
    let links = size.records - size.clusters
    let parts =
      used > 0 ? labelled(tallies, matches, links: links) : modelled(tallies, matches, links: links)
    let strata = tallies.indices.filter { tallies[$0].pairs > 0 }.map { index in
      QualityEstimate.Stratum(
        isTogether: PairStratum.isTogether(index), atLeast: PairStratum.bound(index),
        pairs: Int(tallies[index].pairs.rounded()), answered: tallies[index].answered,
        same: tallies[index].same, share: tallies[index].share,
        modelShare: tallies[index].modelShare)
    }
    let sums = ExpectedMatches(tallies, of: matches?.matches, matches: \.matches)
    return QualityEstimate(
      party: published.clusters.party.rawValue, basis: used > 0 ? .labels : .model,
      records: size.records, clusters: size.clusters,
      madePairs: Int(sums.made.rounded()), rightPairs: sums.right, apartPairs: sums.apart,
      unseenPairs: sums.unseen, precision: parts.precision, recall: parts.recall, f1: parts.f1,
      strata: strata, unusedAnswers: labels.count - used)
  }

  /// The records and clusters that are counted.
  private var size: (records: Int, clusters: Int) {
    let counted = published.roles.indices.filter { published.isCounted(UInt32($0)) }
    return (counted.count, Set(counted.map { published.clusters.clusterOf[$0] }).count)
  }

  func name(_ mention: UInt32) -> String { published.recordKeys[Int(mention)] }

  /// The estimated number of all matches; nil where the blocking rules cannot tell.
  ///
  /// Where people answered, the expected matches of a stratum are those that they found.
  private func total(_ tallies: [StratumTally]) -> CaptureHistory.Total? {
    var history = CaptureHistory(rules: rules)
    for pair in pairs {
      let tally = tallies[PairStratum.index(pair)]
      let correction = tally.middle > 0 ? tally.share * tally.pairs / tally.middle : 1
      history.add(Double(pair.count * pair.middle) * correction, rules: pair.rules)
    }
    return history.total
  }
}
