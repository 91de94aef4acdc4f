import Foundation
import TestSupport
import Testing

@testable import Database

@Suite struct InsertTests {
  /// Numbers with a text of each, some of them null.
  private final class Numbers: RowSource {
    private var number = -1
    private let count: Int

    init(_ count: Int) { self.count = count }

    func next() -> Bool {
      number += 1
      return number < count
    }

    func put(_ column: Int, into cell: borrowing Cell) {
      switch column {
      case 0: cell.put(number * 2)
      case 1: cell.put("value \(number)")
      case 2: cell.put(Double(number) / 2)
      case 3: cell.put(number % 2 == 0 ? "even" : nil)
      default: break
      }
    }
  }

  private func fill(_ path: String, rows: Int) throws {
    let connection = try Connection(path: path, for: .filling)
    try connection.execute(
      "CREATE TABLE numbers (id INTEGER PRIMARY KEY, text TEXT, half REAL, even TEXT, none TEXT)")
    let count = try connection.insert(Numbers(rows), into: "numbers", columns: 5)
    #expect(count == rows)
  }

  @Test(arguments: [0, 1, 10_000])
  func `all rows arrive, in order and with their types`(rows: Int) throws {
    let folder = try TemporaryFolder()
    try fill(folder.path + "/a.sqlite", rows: rows)
    let connection = try Connection(path: folder.path + "/a.sqlite", for: .reading)
    let found = try Statement("SELECT * FROM numbers ORDER BY id", on: connection)
    var number = 0
    while try found.step() {
      let (id, text, half) = (found.int(0), found.string(1), found.double(2))
      let nulls = [found.isNull(3), found.isNull(4)]
      #expect(id == Int64(number * 2))
      #expect(text == "value \(number)")
      #expect(half == Double(number) / 2)
      #expect(nulls == [number % 2 == 1, true])
      number += 1
    }
    #expect(number == rows)
  }

  @Test func `equal rows give equal files, readable by the owner alone`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try fill("\(folder.path)/\(name).sqlite", rows: 5000) }
    let files = try ["a", "b"].map {
      try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\($0).sqlite"))
    }
    #expect(files[0] == files[1])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.sqlite")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a row that the table refuses is an error without a value`() throws {
    let folder = try TemporaryFolder()
    let connection = try Connection(path: folder.path + "/a.sqlite", for: .filling)
    try connection.execute("CREATE TABLE numbers (a, b, c, d NOT NULL, e)")
    let error = #expect(throws: DatabaseError.self) {
      _ = try connection.insert(Numbers(3), into: "numbers", columns: 5)
    }
    #expect(error?.description.contains("INSERT INTO numbers") == true)
    #expect(error?.description.contains("value 1") == false)
  }

  @Test func `a file that is read only is not made`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DatabaseError.self) {
      _ = try Connection(path: folder.path + "/none.sqlite", for: .reading)
    }
    #expect(try folder.files().isEmpty)
  }
}
