import Foundation
import Testing

@testable import Ingest

/// All that a file's source gives out, a few bytes at a time.
func text(
  of path: String, sheet: SourceOptions.Sheet = .first, step: Int = 1 << 16
) throws -> String {
  let source = try ExportFile(path: path, sheet: sheet).open()
  var buffer = [UInt8](repeating: 0, count: step)
  var text: [UInt8] = []
  while true {
    let count = try source.read(into: &buffer, at: 0, limit: step)
    if count == 0 { return String(decoding: text, as: UTF8.self) }
    text += buffer[..<count]
  }
}

@Suite struct WorkbookTests {
  private static let folder = fixtures + "/xlsx/"

  @Test(arguments: [
    "openpyxl", "xlsxwriter", "shared_strings", "numbers", "dates", "dates_1904", "types",
    "sheets", "gaps", "strict", "prefixed", "odd_zip", "unsorted",
  ])
  func `a sheet is the text beside it`(_ name: String) throws {
    let expected = try String(contentsOfFile: Self.folder + name + ".csv", encoding: .utf8)
    #expect(try text(of: Self.folder + name + ".xlsx") == expected)
    #expect(try text(of: Self.folder + name + ".xlsx", step: 3) == expected)
  }
}
