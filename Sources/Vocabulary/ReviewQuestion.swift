/// A question for a steward, whether two parties are one.
///
/// It is written with short keys, since a page holds thousands of them.
package struct ReviewQuestion: Codable, Hashable, Sendable {
  /// Why a steward is asked.
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// The evidence is neither enough to merge nor to leave them apart.
    case doubtful
    /// Some evidence is strong, but most of what is known of the two parties speaks against.
    case cut
    /// The evidence would do, but their identifiers differ.
    case vetoed
    /// Both are in one party, where most of what is known of the others contradicts one of them.
    case stray
    /// Decisions of stewards about them contradict each other, so that none of them is followed.
    case disagreement
    /// One steward decided it, and a second one is to read it without knowing how.
    case secondReading
  }

  /// The same every night as long as both parties keep their golden ids.
  package var id: String
  package var kind: Kind
  package var party: Party
  /// The records that speak strongest for the two parties being one; `left` has the smaller key.
  ///
  /// Both are one record where decisions about its value or its kind contradict each other.
  package var left: String
  package var right: String
  package var probability: Probability
  /// How much hangs on the answer; higher asks first.
  package var stake: Double
  /// The pairs of records between the two parties that reach the review bound.
  package var pairs = 1
  /// Questions of one number are about parties that may all be one.
  package var group = 0
  /// What the weight of the two records is made of; weightless steps are left out.
  package var steps: [Step] = []
  /// The two parties, the one of `left` first.
  package var sides: [Side] = []
  package var rows: [Row] = []
  /// Decisions on records of the two parties that hold; none for a second reading.
  package var history: [Ruling] = []
  /// Marks of the stewards who read it already, by `mark(of:)`.
  package var readers: [UInt32] = []
  /// For a disagreement: which decisions contradict each other, in words.
  package var cause = ""
  /// For a disagreement, by the answer: the decisions that it takes back.
  package var revokes: [String: [String]] = [:]

  package init(
    id: String, kind: Kind, party: Party, left: String, right: String, probability: Probability,
    stake: Double
  ) {
    self.id = id
    self.kind = kind
    self.party = party
    self.left = left
    self.right = right
    self.probability = probability
    self.stake = stake
  }

  private enum CodingKeys: String, CodingKey {
    case id = "i"
    case kind = "k"
    case party = "p"
    case left = "l"
    case right = "r"
    case probability = "m"
    case stake = "s"
    case pairs = "n"
    case group = "g"
    case steps = "e"
    case sides = "a"
    case rows = "f"
    case history = "h"
    case readers = "d"
    case cause = "c"
    case revokes = "x"
  }

  /// The two golden ids; empty where they would give the first reader's answer away.
  package var goldenIDs: [String] { sides.map(\.goldenID) }

  /// The steward who reads the question, as far as the page needs to tell.
  ///
  /// FNV-1a over the question's id and the name; it says nothing to whoever does not know the name.
  package func mark(of steward: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in (id + steward).utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

extension ReviewQuestion {
  /// One comparison of the two records.
  package struct Step: Codable, Hashable, Sendable {
    /// Such as 电话相同.
    package var words: String
    package var bits: Double

    package init(words: String, bits: Double) {
      self.words = words
      self.bits = bits
    }

    private enum CodingKeys: String, CodingKey {
      case words = "w"
      case bits = "b"
    }
  }

  /// One of the two parties.
  package struct Side: Codable, Hashable, Sendable {
    package var goldenID = ""
    package var records = 1
    /// Indices into the sheet's sources.
    package var sources: [Int] = []
    /// Such as `sales:王芳`.
    package var owners: [String] = []
    /// ISO 8601 days; nil where no record names one.
    package var firstSeen: String?
    package var lastSeen: String?
    /// Golden ids that led here since.
    package var former: [String] = []

    package init() {}

    private enum CodingKeys: String, CodingKey {
      case goldenID = "g"
      case records = "n"
      case sources = "s"
      case owners = "o"
      case firstSeen = "b"
      case lastSeen = "z"
      case former = "x"
    }
  }

  /// What the two parties say in one field.
  package struct Row: Codable, Hashable, Sendable {
    /// How the two sides compare.
    package enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
      case same = "="
      /// Not the same, but the model takes it for a sign of one party.
      case alike = "~"
      /// The model takes it for a sign of two parties.
      case contradicts = "!"
      /// Not the same, which says little.
      case differs = "/"
      case leftOnly = "<"
      case rightOnly = ">"
    }

    /// Index into the sheet's fields.
    package var field: Int
    package var verdict: Verdict
    package var left: [Value]
    package var right: [Value]

    package init(field: Int, verdict: Verdict, left: [Value], right: [Value]) {
      self.field = field
      self.verdict = verdict
      self.left = left
      self.right = right
    }

    private enum CodingKeys: String, CodingKey {
      case field = "f"
      case verdict = "v"
      case left = "l"
      case right = "r"
    }
  }

  /// A value, and who says so.
  package struct Value: Codable, Hashable, Sendable {
    package var text: String
    /// Indices into the sheet's sources, ascending.
    package var sources: [Int]
    /// The newest ISO 8601 day on which one of its records was changed.
    package var day: String?

    package init(text: String, sources: [Int], day: String?) {
      self.text = text
      self.sources = sources
      self.day = day
    }

    private enum CodingKeys: String, CodingKey {
      case text = "t"
      case sources = "s"
      case day = "d"
    }
  }

  /// A decision that was made before.
  package struct Ruling: Codable, Hashable, Sendable {
    package var verb: String
    package var left: String
    package var right: String
    package var by: String
    package var at: String
    package var why: String

    package init(
      verb: String, left: String, right: String, by: String, at: String, why: String
    ) {
      self.verb = verb
      self.left = left
      self.right = right
      self.by = by
      self.at = at
      self.why = why
    }

    private enum CodingKeys: String, CodingKey {
      case verb = "v"
      case left = "l"
      case right = "r"
      case by = "b"
      case at = "a"
      case why = "w"
    }
  }
}

extension ReviewQuestion {
  /// An id that only depends on the kind of party and two names, in whichever order.
  ///
  /// - Parameters:
  ///   - party: What the two are.
  ///   - names: Two golden ids, or two record keys.
  /// - Returns: A q and 16 hexadecimal digits.
  package static func id(_ party: Party, _ names: [String]) -> String {
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let text = ([party.rawValue] + sorted).joined(separator: "\u{0}")
    let digits = String(hashBytes(text.utf8.span), radix: 16)
    return "q" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ReviewQuestion {
  /// Why it is asked, in words: what stands in the way, then what each comparison weighs.
  package func reasons(in language: ReportLanguage) -> [String] {
    let words = cause.isEmpty ? kind.words[language] : cause
    return (kind == .doubtful ? [] : [words]) + steps.map(\.text)
  }
}

extension ReviewQuestion.Step {
  /// Such as 电话相同 +14.2.
  package var text: String { words + " " + signedBits }

  /// With a sign and one decimal.
  package var signedBits: String {
    let tenths = Int((abs(bits) * 10).rounded())
    return (bits < 0 ? "-" : "+") + "\(tenths / 10).\(tenths % 10)"
  }
}

extension ReviewQuestion.Kind {
  /// Why a steward is asked, in a few words.
  package var words: Phrase {
    switch self {
    case .doubtful: Phrase("证据不足以断定", "the evidence does not decide")
    case .cut: Phrase("有相同之处，但双方另有矛盾", "alike in part, contradicted elsewhere")
    case .vetoed: Phrase("证据够强，但标识不同", "strong evidence, but other identifiers")
    case .stray: Phrase("其中一条记录看来不属于这一方", "one of the records does not seem to belong to its party")
    case .disagreement: Phrase("管理员意见不一", "stewards disagree")
    case .secondReading: Phrase("第二人复核", "second reading")
    }
  }
}
