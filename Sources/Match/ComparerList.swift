/// The comparers of all columns, for loops that ask them about millions of pairs.
///
/// An array would count the references of a comparer for every pair, on counters that all threads share;
/// this was measured to be more than half of the time of matching.
@safe
struct ComparerList: Sendable {
  let all: [ColumnComparer]
  private let lent: [Unmanaged<ColumnComparer>]

  init(_ comparers: [ColumnComparer]) {
    all = comparers
    unsafe lent = comparers.map { unsafe Unmanaged.passUnretained($0) }
  }

  var count: Int { all.count }

  /// Compares two mentions in one column.
  func compare(_ column: Int, _ left: Int, _ right: Int) -> ColumnComparer.Outcome {
    // Safe because `all` holds the comparers for as long as this list lives.
    unsafe lent[column]._withUnsafeGuaranteedRef { $0.compare(left, right) }
  }
}
