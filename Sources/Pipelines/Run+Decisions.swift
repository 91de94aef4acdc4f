import Normalize
import Vocabulary

extension Run {
  /// The decisions that the run follows, with the values in the form of the golden record.
  ///
  /// - Throws: `RunError` that names the file and the line of a decision that cannot be followed.
  func decisions(key: [UInt8]) throws -> Decisions {
    var decisions = try Decisions(
      pipeline, adding: addedDecisions, leavingOut: omittedDecisions)
    if decisions.lines.contains(where: { $0.verb == .value }) {
      try decisions.normalizeValues(
        pipeline.schema, Normalizer(try normalizeOptions(key: key)))
    }
    return decisions
  }
}
