import Foundation
import Testing

@testable import Ingest

@Suite struct ForeignFileTests {
  struct Foreign: Sendable, CustomTestStringConvertible {
    var file: String
    var kind: ForeignFile

    var testDescription: String { file }
  }

  @Test(arguments: [
    Foreign(file: "xlsx/legacy.xls", kind: .legacyWorkbook),
    Foreign(file: "xlsx/encrypted.xlsx", kind: .encryptedWorkbook),
    Foreign(file: "xlsx/letter.doc", kind: .otherDocument),
    Foreign(file: "xlsx/letter.docx", kind: .otherDocument),
    Foreign(file: "xlsx/binary.xlsb", kind: .binaryWorkbook),
    Foreign(file: "xlsx/table.ods", kind: .openDocument),
    Foreign(file: "xlsx/table.numbers", kind: .numbers),
    Foreign(file: "xlsx/page.xls", kind: .webPage),
    Foreign(file: "xlsx/page.mht", kind: .webArchive),
    Foreign(file: "xlsx/spreadsheet_2003.xls", kind: .xmlSpreadsheet),
    Foreign(file: "xlsx/two_files.zip", kind: .archiveOfFiles(2)),
    Foreign(file: "xlsx/workbook_inside.zip", kind: .nestedArchive),
    Foreign(file: "gz/archive.tar.gz", kind: .archive("tar")),
  ])
  func `a file that is no export is refused by what it is`(_ foreign: Foreign) throws {
    let path = "\(fixtures)/\(foreign.file)"
    let error = #expect(throws: IngestError.self) { try ExportFile(path: path) }
    #expect(error?.reason == .foreign(foreign.kind))
    #expect(error?.description.hasPrefix("\(path): error: is ") == true)
    #expect(error?.description.contains("; ") == true)
  }

  struct Head: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var kind: FileSignature.Kind

    init(_ text: String, _ rest: [UInt8] = [], _ kind: FileSignature.Kind) {
      bytes = Array(text.utf8) + rest
      self.kind = kind
    }

    var testDescription: String { "\(kind)" }
  }

  @Test(arguments: [
    Head("", [], .text),
    Head("P", [], .text),
    Head("PK,name\n1,A\n", [], .text),
    Head("<name>,phone\n", [], .text),
    Head("BZhang,1\n", [], .text),
    Head("BZh9", [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .foreign(.archive("bzip2"))),
    Head("7z", [0xBC, 0xAF, 0x27, 0x1C], .foreign(.archive("7z"))),
    Head("Rar!", [0x1A, 7, 1, 0], .foreign(.archive("RAR"))),
    Head("", [0x28, 0xB5, 0x2F, 0xFD], .foreign(.archive("Zstandard"))),
    Head("", [0xFD] + Array("7zXZ".utf8) + [0], .foreign(.archive("xz"))),
    Head("%PDF-1.7\n", [], .foreign(.pdf)),
    Head("", [0x89] + Array("PNG\r\n".utf8), .foreign(.image)),
    Head("SQLite format 3", [0], .foreign(.database)),
    Head("  <TABLE border=1>", [], .foreign(.webPage)),
    Head("<!DOCTYPE html>", [], .foreign(.webPage)),
    Head("", [0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }, .foreign(.webPage)),
    Head("<?xml version='1.0'?><rows/>", [], .foreign(.xml)),
  ])
  func `a file is told by its first bytes`(_ head: Head) {
    #expect(FileSignature.kind(of: head.bytes) == head.kind)
  }

  @Test func `a zip archive of one file is read`() async throws {
    let path = fixtures + "/xlsx/one_file.zip"
    #expect(try text(of: path) == "编号,姓名\n1,张三\n")
    let result = try await ingest([SourceOptions(name: "s", paths: [path])])
    #expect(result.files[0].layout.container == .zip)
    #expect(result.files[0].layout.sheet == nil)
  }
}
