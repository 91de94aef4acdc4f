import Foundation

/// A number in 0...1.
package struct Probability: Hashable, Codable, Sendable, Comparable {
  package var value: Double

  package init(_ value: Double) { self.value = value }

  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// Evidence that two records describe one party, in bits.
///
/// The log2 of the odds. Weights of independent comparisons add (Fellegi and Sunter, 1969).
package struct MatchWeight: Hashable, Sendable, Comparable {
  package var bits: Double

  package init(bits: Double) { self.bits = bits }

  /// The weight whose odds are those of a probability.
  package init(_ probability: Probability) {
    bits = log2(probability.value / (1 - probability.value))
  }

  package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }

  package static func + (left: Self, right: Self) -> Self { Self(bits: left.bits + right.bits) }

  package var probability: Probability { Probability(1 / (1 + exp2(-bits))) }
}
