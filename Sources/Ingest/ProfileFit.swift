/// How well one profile fits the labels of a source.
struct ProfileFit: Sendable {
  /// Index into the catalog's profiles.
  var profile: Int
  /// 0...1.
  var score: Double
  /// How telling the labels are that the profile knows, added up; a label of one system alone is 1.
  var evidence: Double
  /// Whether the profile knows every label and the file has a label for each of its columns.
  var isComplete: Bool
  /// Indices of the labels that the profile knows.
  var known: Set<Int>

  /// Below this score a profile is not taken without being named.
  static let threshold = 0.6
  /// Below this evidence a file might be anybody's list.
  static let enoughEvidence = 1.6
  /// How far the best profile has to be ahead of the next.
  static let lead = 0.05

  var isEnough: Bool {
    score >= Self.threshold && (evidence >= Self.enoughEvidence || isComplete)
  }
}
