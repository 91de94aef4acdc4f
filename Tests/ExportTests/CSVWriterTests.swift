import Digests
import Export
import Foundation
import Testing
import Vocabulary

@Suite struct CSVWriterTests {
  struct Cell: Sendable {
    let value: String
    let written: String
  }

  @Test(arguments: [
    Cell(value: "", written: ""),
    Cell(value: "张伟", written: "张伟"),
    Cell(value: "a,b", written: "\"a,b\""),
    Cell(value: "say \"hi\"", written: "\"say \"\"hi\"\"\""),
    Cell(value: "two\nlines", written: "\"two\nlines\""),
    Cell(value: " kept ", written: " kept "),
    Cell(value: "=1+1", written: "'=1+1"),
    Cell(value: "+86", written: "'+86"),
    Cell(value: "-5", written: "'-5"),
    Cell(value: "@SUM(A1)", written: "'@SUM(A1)"),
    Cell(value: "\tx", written: "\"'\tx\""),
    Cell(value: "\rx", written: "\"'\rx\""),
    Cell(value: "＝1", written: "'＝1"),
    Cell(value: "=A1,\"x\"", written: "\"'=A1,\"\"x\"\"\""),
    Cell(value: "'=1", written: "''=1"),
    Cell(value: "'90s", written: "'90s"),
    Cell(value: "a=1", written: "a=1"),
  ])
  func `text is quoted by need and never executes`(_ cell: Cell) throws {
    let folder = try TemporaryFolder()
    var writer = try CSVWriter(path: folder.path("a.csv"), header: ["one", "two"])
    writer.append(cell.value)
    writer.append("x")
    writer.endRow()
    let file = try writer.finish()
    #expect(try folder.text("a.csv") == "one,two\n\(cell.written),x\n")
    #expect(file.rows == 1)
    #expect(file.bytes == "one,two\n\(cell.written),x\n".utf8.count)
  }

  @Test(arguments: [
    Cell(value: "+8613912345678", written: "+8613912345678"),
    Cell(value: "+8613912345678;+862160000000", written: "+8613912345678;+862160000000"),
    Cell(value: "-159603.29", written: "-159603.29"),
    Cell(value: "", written: ""),
    Cell(value: "+cmd", written: "'+cmd"),
  ])
  func `a phone keeps its plus unless it is no phone`(_ cell: Cell) throws {
    let folder = try TemporaryFolder()
    var writer = try CSVWriter(path: folder.path("a.csv"), header: ["phone", "x"])
    writer.appendDigits(cell.value)
    writer.appendEmpty()
    writer.endRow()
    _ = try writer.finish()
    #expect(try folder.text("a.csv") == "phone,x\n\(cell.written),\n")
  }

  @Test func `numbers, flags and days have one form`() throws {
    let folder = try TemporaryFolder()
    let header = ["a", "b", "c", "d", "e", "f", "g", "h"]
    var writer = try CSVWriter(path: folder.path("a.csv"), header: header)
    writer.append(-12)
    writer.append(Int.min)
    writer.append(0.98765, decimals: 3)
    writer.append(-0.0004, decimals: 3)
    writer.append(12.0, decimals: 0)
    writer.append(true)
    writer.append(CivilDay(year: 2026, month: 6, day: 30))
    writer.append(CivilDay?.none)
    writer.endRow()
    _ = try writer.finish()
    #expect(
      try folder.text("a.csv").split(separator: "\n").last
        == "-12,-9223372036854775808,0.988,0.000,12,true,2026-06-30,")
  }

  @Test func `a file without rows has its header`() throws {
    let folder = try TemporaryFolder()
    let file = try CSVWriter(path: folder.path("a.csv"), header: ["id", "name"]).finish()
    #expect(try folder.text("a.csv") == "id,name\n")
    #expect(file.rows == 0)
  }

  @Test func `values longer than the buffer and on its edge are whole`() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "长", count: 500_000)
    var writer = try CSVWriter(path: folder.path("a.csv"), header: ["a"])
    writer.append(long)
    writer.endRow()
    for _ in 0..<200_000 {
      writer.append("0123456")
      writer.endRow()
    }
    _ = try writer.finish()
    let lines = try folder.text("a.csv").split(separator: "\n")
    #expect(lines.count == 200_002)
    #expect(lines[1] == long)
    #expect(lines[2...].allSatisfy { $0 == "0123456" })
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 1 << 20, 3_000_001])
  func `the size and the digest are those of the file`(_ length: Int) throws {
    let folder = try TemporaryFolder()
    var writer = try CSVWriter(path: folder.path("a.csv"), header: ["a"])
    for number in 0..<length / 8 {
      writer.append(10_000_000 + number % 80_000_000)
      writer.endRow()
    }
    let file = try writer.finish()
    let content = Array(try Data(contentsOf: folder.url.appendingPathComponent("a.csv")))
    #expect(file.bytes == content.count)
    #expect(file.sha256 == SHA256.digest(of: content.span).hex)
    #expect(file.rows == length / 8)
  }

  @Test(arguments: UInt8(0)...255)
  func `a text is marked exactly when a spreadsheet would execute it`(_ first: UInt8) throws {
    let folder = try TemporaryFolder()
    let value = [first] + Array("x1".utf8)
    var writer = try CSVWriter(path: folder.path("a.csv"), header: ["a"])
    writer.append(value.span)
    writer.endRow()
    _ = try writer.finish()
    let content = Array(try Data(contentsOf: folder.url.appendingPathComponent("a.csv")))
    let cell = content.dropFirst(2).filter { $0 != 0x22 }
    let isMarked = cell.first == SpreadsheetMark.byte && first != SpreadsheetMark.byte
    #expect(isMarked == SpreadsheetMark.isNeeded(value.span))
  }

  @Test func `only the owner may read the file`() throws {
    let folder = try TemporaryFolder()
    _ = try CSVWriter(path: folder.path("a.csv"), header: ["a"]).finish()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("a.csv"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a folder that is not there is an error with the path`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("missing/a.csv")
    let error = #expect(throws: ExportError.self) {
      _ = try CSVWriter(path: path, header: ["a"]).finish()
    }
    #expect(error?.reason == .cannotCreate)
    #expect(error?.description.hasPrefix(path) == true)
  }

  @Test func `a full disk is reported when the file is finished`() throws {
    var writer = try CSVWriter(path: "/dev/full", header: ["a"])
    writer.append("x")
    writer.endRow()
    do {
      _ = try writer.finish()
      Issue.record("a full disk went unnoticed")
    } catch {
      #expect(error.reason == .cannotWrite)
    }
  }
}
