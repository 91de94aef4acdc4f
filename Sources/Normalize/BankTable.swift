/// The banks that issue cards, by the first digits of these.
struct BankTable: Sendable {
  /// What a card is for.
  enum Kind: String, CaseIterable, Sendable {
    case card = ""
    case debit
    case credit
    case prepaid

    var name: String { self == .card ? "card" : rawValue + "_card" }
  }

  struct Bank: Sendable {
    var name: String
    var kind: Kind
  }

  private let banks: WordTable<Bank>

  init(_ lists: WordLists) throws(WordListError) {
    var banks = WordTable<Bank>()
    for entry in lists[.banks] {
      let digits = entry.word.unicodeScalars.map(\.value)
      guard (4...10).contains(digits.count), digits.allSatisfy(isScalarDigit) else {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "'\(entry.word)' is no start of a card number; write 4 to 10 digits")
      }
      banks[digits.span] = Bank(name: entry.cells[1], kind: try entry.value(2, as: Kind.self))
    }
    self.banks = banks
  }

  /// The bank whose cards begin as a number does, by the longest start; nil when there is none.
  func bank(of number: [UInt8]) -> Bank? {
    var start = InlineArray<10, UInt32>(repeating: 0)
    let count = min(10, number.count)
    for place in 0..<count { start[place] = UInt32(number[place]) }
    for length in stride(from: count, through: 4, by: -1) {
      if let bank = banks[start.span.extracting(0..<length)] { return bank }
    }
    return nil
  }
}
