import Vocabulary

/// Compares mentions in all columns, for loops that do so millions of times.
///
/// An array of comparers would count their references for every pair, on counters that all threads
/// share; this was measured to be more than half of the time of matching.
@safe
struct PairComparer: Sendable {
  let columns: [ColumnComparer]
  private let lent: [Unmanaged<ColumnComparer>]
  private let rows: MentionRows
  private let crossed: CrossedNames?
  /// The grade of names in each other's field; 0 where no column has it.
  private let swappedGrade: Int

  init(_ comparers: [ColumnComparer], mentions: Int) {
    columns = comparers
    unsafe lent = comparers.map { unsafe Unmanaged.passUnretained($0) }
    rows = MentionRows(comparers.map(\.column), count: mentions)
    crossed = CrossedNames(comparers)
    let given = crossed.map { comparers[$0.given].levels }
    swappedGrade = (given?.firstIndex(of: .swapped) ?? -1) + 1
  }

  var count: Int { columns.count }

  /// What a look at the numbers of two values tells.
  enum FirstLook {
    case nothing
    /// Both mentions have this one value.
    case equal(UInt32)
    /// The values must be compared.
    case open
  }

  /// Looks at two mentions in one column without comparing anything.
  func firstLook(_ column: Int, _ left: Int, _ right: Int) -> FirstLook {
    let (l, r) = (rows[left, column], rows[right, column])
    if l == 0 || r == 0 { return .nothing }
    if (rows.several[left] | rows.several[right]) >> UInt16(column) & 1 != 0 { return .open }
    return l == r ? .equal(l) : .open
  }

  /// What comparing a value with itself gives.
  func ownOutcome(_ column: Int, _ value: UInt32) -> ColumnComparer.Outcome {
    // Safe because `columns` holds the comparers for as long as this value lives.
    unsafe lent[column]._withUnsafeGuaranteedRef { $0.outcome(value, value) }
  }

  /// Compares two mentions in one column.
  func outcome(_ column: Int, _ left: Int, _ right: Int) -> ColumnComparer.Outcome {
    var areCrossed: Bool?
    return outcome(column, left, right, &areCrossed)
  }

  /// Compares two mentions in one column.
  ///
  /// `areCrossed` is kept from column to column: whether their names are in each other's field, nil
  /// where nobody asked yet.
  func outcome(_ column: Int, _ left: Int, _ right: Int, _ areCrossed: inout Bool?)
    -> ColumnComparer.Outcome
  {
    if let crossed, column == crossed.given || column == crossed.surname {
      let holds = areCrossed ?? crossed.holds(left, right, in: rows)
      areCrossed = holds
      // One fact, told by one column.
      if holds {
        return ColumnComparer.Outcome(grade: column == crossed.given ? swappedGrade : 0)
      }
    }
    if (rows.several[left] | rows.several[right]) >> UInt16(column) & 1 != 0 {
      // Safe because `columns` holds the comparers for as long as this value lives.
      return unsafe lent[column]._withUnsafeGuaranteedRef { $0.compare(left, right) }
    }
    let (l, r) = (rows[left, column], rows[right, column])
    guard l != 0, r != 0 else { return ColumnComparer.Outcome() }
    // Safe as above.
    return unsafe lent[column]._withUnsafeGuaranteedRef { $0.outcome(l, r) }
  }

  /// The grades of two mentions in all columns.
  func pattern(_ left: Int, _ right: Int) -> ComparisonPattern {
    var pattern = ComparisonPattern()
    var areCrossed: Bool?
    for column in 0..<count {
      pattern.set(column, to: outcome(column, left, right, &areCrossed).grade)
    }
    return pattern
  }
}
