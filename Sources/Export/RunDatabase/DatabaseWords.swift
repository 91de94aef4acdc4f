import Database

/// The words that many rows repeat, each under a number.
final class DatabaseWords {
  private var numbers: [String: Int] = [:]
  private var words: [String] = []

  /// The number of a word; nil for an empty one.
  func number(of word: String) -> Int? {
    guard !word.isEmpty else { return nil }
    if let known = numbers[word] { return known }
    words.append(word)
    numbers[word] = words.count
    return words.count
  }

  /// The rows of the table of words.
  var rows: ListRows<Int> {
    ListRows(Array(words.indices)) { [words] in [.number($0 + 1), .text(words[$0])] }
  }
}

/// A value of a row of a small table.
enum DatabaseValue: Sendable {
  case null
  case number(Int)
  case real(Double)
  /// Null when it is empty.
  case text(String)

  static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .null }

  static func number(_ number: Int?) -> Self { number.map { .number($0) } ?? .null }

  /// A number rounded as the files round it.
  static func decimal(_ number: Double?, decimals: Int = 6) -> Self {
    number.map { .real(rounded($0, decimals: decimals)) } ?? .null
  }

  static func flag(_ flag: Bool) -> Self { .number(flag ? 1 : 0) }
}

/// A number rounded to some decimals, as the files round it.
func rounded(_ number: Double, decimals: Int) -> Double {
  var unit = 1.0
  for _ in 0..<decimals { unit *= 10 }
  return (number * unit).rounded() / unit
}

/// The rows of a small table, one for each element of a list.
final class ListRows<Element>: RowSource {
  private let elements: [Element]
  private let values: (Element) -> [DatabaseValue]
  private var place = -1
  private var row: [DatabaseValue] = []

  init(_ elements: [Element], _ values: @escaping (Element) -> [DatabaseValue]) {
    self.elements = elements
    self.values = values
  }

  func next() -> Bool {
    place += 1
    guard place < elements.count else { return false }
    row = values(elements[place])
    return true
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    switch row[column] {
    case .null: break
    case .number(let number): cell.put(number)
    case .real(let number): cell.put(number)
    case .text(let text): cell.put(text)
    }
  }
}
