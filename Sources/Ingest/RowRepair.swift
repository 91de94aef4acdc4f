/// What all values of a column look like, where they look alike.
enum CellShape: Sendable, Hashable {
  /// Digits and what divides them: numbers, amounts, dates, phones.
  case digits
  /// One word with an @ in it.
  case email
  /// Letters of ASCII and digits, both, without blanks.
  case code

  init?(_ text: String) {
    let text = shown(text)
    if isNumeric(text) {
      self = .digits
    } else if text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) {
      if text.contains("@") {
        self = .email
      } else if text.contains(where: \.isNumber), text.contains(where: \.isLetter) {
        self = .code
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// Whether another value may stand in the column.
  func admits(_ other: CellShape?) -> Bool { self == other || self == .code && other == .digits }
}

/// Puts a row right that has too many cells because a cell holds the delimiter unquoted.
///
/// It is put right only where the row as it stands contradicts what the columns look like, and joining
/// neighbours agrees with it in one place alone.
struct RowRepair: Sendable {
  /// The values that a column needs before it is said to look like something, and their share.
  private static let leastValues = 5
  private static let leastShare = 0.95

  /// By column: what its values look like; nil for free text.
  private let shapes: [CellShape?]

  /// Learns from rows with a cell for each column.
  init(rows: [[String]], width: Int) {
    shapes = (0..<width).map { column in
      let values = rows.map { $0[column] }.filter { !shown($0).isEmpty }
      guard values.count >= Self.leastValues else { return nil }
      let shapes = values.map { CellShape($0) }
      return [CellShape.digits, .code, .email].first { shape in
        let hits = shapes.count { shape.admits($0) }
        return Double(hits) >= Self.leastShare * Double(values.count)
      }
    }
  }

  /// The cells of a row that are to be joined, which has more of them than there are columns: the first
  /// and their number.
  ///
  /// Nil where there is not one way alone.
  func join(_ cells: [String]) -> (first: Int, count: Int)? {
    let extra = cells.count - shapes.count
    guard extra > 0 else { return nil }
    let found = cells.map { shown($0).isEmpty ? nil : Found(shape: CellShape($0)) }
    if fits(found[..<shapes.count], shapes[...]) { return nil }
    var place: Int?
    for column in shapes.indices where shapes[column] == nil {
      guard fits(found[..<column], shapes[..<column]),
        fits(found[(column + extra + 1)...], shapes[(column + 1)...])
      else { continue }
      if place != nil { return nil }
      place = column
    }
    return place.map { ($0, extra + 1) }
  }

  /// A cell that holds something.
  private struct Found {
    var shape: CellShape?
  }

  private func fits(_ cells: ArraySlice<Found?>, _ columns: ArraySlice<CellShape?>) -> Bool {
    zip(cells, columns).allSatisfy { cell, column in
      guard let cell, let column else { return true }
      return column.admits(cell.shape)
    }
  }
}
