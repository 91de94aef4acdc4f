/// How far tonight's data is from what a match model was trained on.
///
/// Each measure is held against a bound of its own; the value is that of the worst, where 1 is the
/// bound.
package struct ModelDrift: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// The links that agree in a column on another level than they did, as a share of all.
    case agreement
    /// How much rarer, or less rare, agreement in a column by chance has become, in bits.
    case rarity
    /// The share of mentions that have a value in a column.
    case coverage
    /// The share of all pairs that are links, as odds in bits.
    case prior
    /// Of the pairs from the review threshold on, the share that stays below the accept threshold.
    case doubt

    /// The change from which a model should be trained again.
    package var bound: Double {
      switch self {
      case .agreement, .doubt: 0.1
      case .coverage: 0.2
      case .rarity, .prior: 1
      }
    }
  }

  package struct Measure: Codable, Hashable, Sendable {
    package var kind: Kind
    /// Nil where it is about the model as a whole.
    package var column: String?
    /// The level whose share changed most; nil but for agreement.
    package var level: String?
    package var before: Double
    package var now: Double
    /// The change that counts, which chance alone does not explain.
    package var change: Double

    package init(
      _ kind: Kind, column: String? = nil, level: String? = nil, before: Double, now: Double,
      change: Double
    ) {
      self.kind = kind
      self.column = column
      self.level = level
      self.before = before
      self.now = now
      self.change = change
    }

    /// The change as a share of its bound.
    package var value: Double { change / kind.bound }
    package var isBeyond: Bool { value > 1 }
  }

  /// Of the worst measure; 1 is the bound.
  package var value: Double
  package var measures: [Measure]

  package init(_ measures: [Measure]) {
    self.measures = measures
    value = measures.map(\.value).max() ?? 0
  }

  /// Whether the model should be trained again.
  package var isBeyond: Bool { value > 1 }
  /// The measures beyond their bound, the worst first.
  package var beyond: [Measure] {
    measures.enumerated().filter(\.element.isBeyond)
      .sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
  }
}
