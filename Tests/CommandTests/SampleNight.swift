import Foundation

/// The head of each export of Fixtures/customers, small enough to run several times.
///
/// Rows that span lines are left out, so that a line is a row and rows can change places.
enum SampleNight {
  static let files = [
    "sales_crm.csv", "finance_erp.csv", "service_tickets.ndjson", "hubspot_contacts.csv",
  ]

  static let sources = sources(in: ".")

  /// The sources with their exports in a folder.
  static func sources(in folder: String) -> [String] {
    zip(["sales", "finance", "service", "hubspot"], files).map { name, file in
      #"{ name: "\#(name)", path: "\#(folder)/\#(file)" }"#
    }
  }

  /// The lines of one export: those above the records, the records, those below.
  struct Lines {
    var head: [Data]
    var rows: [Data]
    var tail: [Data] = []

    var data: Data {
      var data = Data()
      for line in head + rows + tail { data += line + [0x0A] }
      return data
    }

    /// The rows in another order, which is always the same.
    func shuffled() -> Self {
      var generator = Shuffler(state: 20_260_630)
      var lines = self
      lines.rows.shuffle(using: &generator)
      return lines
    }
  }

  /// The head of an export.
  ///
  /// - Parameters:
  ///   - file: A file of Fixtures/customers.
  ///   - count: The most rows that are taken.
  /// - Returns: Its lines.
  /// - Throws: What reading the fixture throws.
  static func lines(of file: String, count: Int) throws -> Lines {
    let data = try Data(contentsOf: URL(filePath: Repository.fixture("customers/" + file)))
    let all = data.split(separator: 0x0A).map { Data($0) }
    if file.hasSuffix(".ndjson") { return Lines(head: [], rows: Array(all.prefix(count))) }
    let isFinance = file.hasPrefix("finance")
    let headCount = isFinance ? 3 : 1
    let rows = all.dropFirst(headCount).dropLast(isFinance ? 1 : 0)
    return Lines(
      head: Array(all.prefix(headCount)),
      rows: Array(
        rows.filter { line in !line.contains(0x22) && Self.commas(line) >= 10 }.prefix(count)),
      tail: isFinance ? Array(all.suffix(1)) : [])
  }

  /// The commas of a line; the second half of a record that spans lines has few.
  private static func commas(_ line: Data) -> Int { line.count { $0 == 0x2C } }

  /// A generator that gives the same numbers on every machine (splitmix64).
  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
