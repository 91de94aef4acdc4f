/// How much a night asks the stewards.
package struct ReviewOptions: Codable, Hashable, Sendable {
  /// The number of questions that a night may put to the stewards.
  ///
  /// The default is 200.
  package var budget = 200
  /// The share of answered questions that a second steward reads without knowing the first answer,
  /// 0...1; as much of the budget at most.
  ///
  /// Nobody reads twice before two stewards have answered something. The default is 0.05.
  package var secondReading = 0.05

  package init() {}
}
