import Vocabulary

extension PipelineFile {
  /// By mention: the number of the duplicate-free source that it is filed under, 0 for all others;
  /// empty when there is no such source.
  ///
  /// Only the party that a record is filed under is meant: many contacts of one list may name the same
  /// employer.
  func duplicateFree(_ mentions: MentionTable, _ records: RecordTable) -> [UInt16] {
    let isLinked = match(mentions.party).mode == .link
    let isFree = records.sources.map { info in
      sources.first { $0.name == info.name }?.duplicateFree ?? isLinked
    }
    guard isFree.contains(true) else { return [] }
    return zip(mentions.record, mentions.role).map { record, role in
      let source = records.source[Int(record)]
      return role == .subject && isFree[Int(source)] ? source + 1 : 0
    }
  }
}
