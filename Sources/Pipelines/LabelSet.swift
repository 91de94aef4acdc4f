import Digests
import Ingest
import Vocabulary

/// What is known about pairs of records of one kind of party, and from where.
struct LabelSet: Sendable {
  enum Origin: Int, Sendable {
    /// A steward decided it, in the pipeline's decision files.
    case decision
    /// A person answered it, in a sample.
    case answer
    /// The users of a system merged the two.
    case merge
  }

  struct Label: Hashable, Sendable {
    /// Record keys, the smaller one first.
    var left: String
    var right: String
    var isSame: Bool
    var origin: Origin

    init(_ one: String, _ other: String, isSame: Bool, _ origin: Origin) {
      (left, right) = (min(one, other), max(one, other))
      self.isSame = isSame
      self.origin = origin
    }

    /// Whether the label measures a model instead of training it; depends on the two keys alone.
    var isHeld: Bool {
      let text = left + "\u{1F}" + right
      return SHA256.digest(of: text).bytes[0] % LabelSet.heldEvery == 0
    }
  }

  /// Every so many-th label is held back.
  fileprivate static let heldEvery: UInt8 = 3

  /// Each pair once, ascending; those that contradict others are left out.
  private(set) var labels: [Label] = []
  /// The pairs that are different by one label and the same by others, ascending.
  private(set) var contradictions: [TrainingReport.Contradiction] = []
  /// The labels that those leave out.
  private(set) var contradicted = 0

  /// - Parameter all: In any order; of labels that say the same of one pair the strongest stays.
  init(_ all: [Label]) {
    var known: [Label] = []
    for label in all.sorted(by: Self.comesBefore) where label.left != label.right {
      if let last = known.last, last.left == label.left, last.right == label.right,
        last.isSame == label.isSame
      {
        continue
      }
      known.append(label)
    }
    var groups = KeyGroups()
    for label in known where label.isSame { groups.join(label.left, label.right) }
    var contested: Set<String> = []
    for label in known where !label.isSame && groups.root(label.left) == groups.root(label.right) {
      contested.insert(groups.root(label.left))
      contradictions.append(TrainingReport.Contradiction(left: label.left, right: label.right))
    }
    labels = known.filter { label in
      let root = groups.root(label.left)
      return !contested.contains(root) || root != groups.root(label.right)
    }
    contradicted = known.count - labels.count
  }

  private static func comesBefore(_ one: Label, _ other: Label) -> Bool {
    (one.left, one.right, one.isSame ? 1 : 0, one.origin.rawValue)
      < (other.left, other.right, other.isSame ? 1 : 0, other.origin.rawValue)
  }
}

extension LabelSet {
  /// Collects the labels about one kind of party.
  ///
  /// - Parameters:
  ///   - party: The kind of party.
  ///   - decisions: The pipeline's.
  ///   - files: Samples with answers.
  ///   - merges: What the systems' users merged.
  /// - Throws: `RunError` when a file cannot be read or holds an answer that is none.
  init(
    _ party: Party, decisions: Decisions, files: [String], merges: [RecordMerge]
  ) throws {
    let ruled = (decisions.inForce(.same) + decisions.inForce(.different)).sorted()
      .map { decisions.lines[$0] }
    var all = ruled.filter { $0.party == party }.map {
      Label($0.left, $0.right, isSame: $0.verb == .same, .decision)
    }
    for path in files {
      try PairLabels.forEachAnswer(in: path, about: party.rawValue) { left, right, isSame in
        all.append(Label(left, right, isSame: isSame, .answer))
      }
    }
    all += merges.map {
      Label("\($0.source)/\($0.id)", "\($0.source)/\($0.other)", isSame: true, .merge)
    }
    self.init(all)
  }
}

/// Record keys that are the same party by a chain of labels.
private struct KeyGroups {
  private var parents: [String: String] = [:]

  func root(_ key: String) -> String {
    var current = key
    while let parent = parents[current] { current = parent }
    return current
  }

  mutating func join(_ one: String, _ other: String) {
    let (a, b) = (root(one), root(other))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
