import Vocabulary

/// A cluster to which an id must not follow its records, since they never were its own.
struct UndonePart: Hashable {
  var number: UInt32
  var cluster: UInt32
}

/// Where the records of the lost ids are in this run.
struct LostIdentities {
  /// One redirect, seen from this run.
  private struct Loss {
    var number: UInt32
    var survivor: UInt32
    /// The mentions of its records that are present.
    var mentions: [UInt32]
    /// The clusters of the records that the survivor had before.
    var survivorClusters: Set<UInt32>
  }

  private var losses: [Loss] = []
  private let clusterOf: [UInt32]

  /// - Parameters:
  ///   - redirects: The ids lost before this run.
  ///   - clusterOf: By mention.
  ///   - records: By mention, ascending.
  ///   - keys: By record, ascending.
  init(
    _ redirects: [IdentityRedirect], clusterOf: [UInt32], records: [UInt32], keys: TextColumn
  ) {
    self.clusterOf = clusterOf
    let lookup = MentionLookup(records: records, keys: keys)
    losses = redirects.map { redirect in
      let survivors = lookup.mentions(of: redirect.survivorRecords)
      return Loss(
        number: redirect.old, survivor: redirect.current,
        mentions: lookup.mentions(of: redirect.records),
        survivorClusters: Set(survivors.map { clusterOf[Int($0)] }))
    }
  }

  /// The parts of living ids that exist only by a merge that is undone in this run.
  ///
  /// A merge is undone when all records of the lost id are in one cluster and all those of the
  /// survivor, as of the merge, elsewhere.
  var undone: Set<UndonePart> {
    var parts: Set<UndonePart> = []
    for loss in losses where !loss.survivorClusters.isEmpty {
      let clusters = Set(loss.mentions.map { clusterOf[Int($0)] })
      guard clusters.count == 1, let cluster = clusters.first,
        !loss.survivorClusters.contains(cluster)
      else { continue }
      parts.insert(UndonePart(number: loss.survivor, cluster: cluster))
    }
    return parts
  }

  /// Gives lost ids to clusters without an owner.
  ///
  /// A cluster gets the id of which it holds most records, if these are more than half of the id's
  /// records. Records that went with a revived id count no more, so that a chain of merges can be
  /// undone in one run.
  ///
  /// - Parameter owners: By cluster.
  /// - Returns: The numbers that are back.
  func revive(in owners: inout [UInt32?]) -> Set<UInt32> {
    var revived: Set<UInt32> = []
    var settled: Set<UInt32> = []
    while true {
      let candidates = losses.compactMap { loss -> Candidate? in
        guard !revived.contains(loss.number) else { return nil }
        let open = loss.mentions.filter { !settled.contains($0) }
        guard let home = majority(of: open), owners[Int(home.cluster)] == nil else { return nil }
        return Candidate(
          number: loss.number, cluster: home.cluster, count: home.count, mentions: open)
      }
      let strongestFirst = candidates.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.number < $1.number
      }
      var isAnyRevived = false
      for candidate in strongestFirst where owners[Int(candidate.cluster)] == nil {
        owners[Int(candidate.cluster)] = candidate.number
        revived.insert(candidate.number)
        settled.formUnion(candidate.mentions)
        isAnyRevived = true
      }
      if !isAnyRevived { return revived }
    }
  }

  private struct Candidate {
    var number: UInt32
    var cluster: UInt32
    var count: Int
    var mentions: [UInt32]
  }

  /// The cluster that holds more than half of some mentions.
  private func majority(of mentions: [UInt32]) -> (cluster: UInt32, count: Int)? {
    var candidate: UInt32?
    var lead = 0
    for mention in mentions {  // Boyer and Moore's majority vote
      let cluster = clusterOf[Int(mention)]
      if lead == 0 { candidate = cluster }
      lead += cluster == candidate ? 1 : -1
    }
    guard let candidate else { return nil }
    let count = mentions.count { clusterOf[Int($0)] == candidate }
    return count * 2 > mentions.count ? (candidate, count) : nil
  }
}

/// Finds the mentions of records by their keys.
private struct MentionLookup {
  private let records: [UInt32]
  private let bytes: [UInt8]
  private let ends: [Int]

  init(records: [UInt32], keys: TextColumn) {
    self.records = records
    bytes = keys.bytes
    ends = keys.ends
  }

  /// The mentions of those records that are present, in the order of the keys.
  func mentions(of wanted: TextColumn) -> [UInt32] {
    let (wantedBytes, wantedEnds) = (wanted.bytes, wanted.ends)
    var found: [UInt32] = []
    var start = 0
    for end in wantedEnds {
      if let mention = mention(of: wantedBytes.span.extracting(start..<end)) {
        found.append(mention)
      }
      start = end
    }
    return found
  }

  private func mention(of wanted: Span<UInt8>) -> UInt32? {
    let all = bytes.span
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(all.extracting(range(of: middle)), wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < records.count, !precedes(wanted, all.extracting(range(of: low))) else {
      return nil
    }
    return UInt32(low)
  }

  private func range(of mention: Int) -> Range<Int> {
    let record = Int(records[mention])
    return (record == 0 ? 0 : ends[record - 1])..<ends[record]
  }
}
