/// Tells the rows of another table that stands below the records.
///
/// It begins behind a blank row, with a row of another width that reads as a header, or with a row of
/// known labels that are not the file's own.
struct SecondTable {
  private let header: [String]
  private let knownLabels: Set<String>
  /// The cells of its rows, once it has begun.
  private(set) var width: Int?

  init(header: [String], knownLabels: Set<String>) {
    self.header = header.map(comparable)
    self.knownLabels = knownLabels
  }

  /// Whether a row may be the header of another table.
  func mayBegin(_ cells: [String]) -> Bool {
    let labels = cells.map(shown)
    guard cells.count > 1, labels.allSatisfy({ !$0.isEmpty && !isNumeric($0) }) else {
      return false
    }
    return Set(labels).count == labels.count
  }

  /// Whether a row of the records' width is the header of another table: known labels, and others.
  func begins(_ cells: [String]) -> Bool {
    let labels = cells.filter { !shown($0).isEmpty }.map(comparable)
    let known = labels.filter { knownLabels.contains($0) }
    return known.count >= 2 && known.count * 2 >= labels.count
      && Set(labels).isDisjoint(with: header)
  }

  mutating func begin(width: Int) { self.width = width }

  mutating func end() { width = nil }
}
