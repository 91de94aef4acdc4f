import Foundation
import Testing
import Vocabulary

@testable import Ingest

@Suite struct GzipTests {
  private static let folder = fixtures + "/gz/"
  private static let plain = "编号,姓名,手机\n1,张三,13800138000\n2,李四,13900139000\n"

  @Test(arguments: ["plain", "members", "trailing_zeros", "trailing_bytes"])
  func `the members of a gzip file are one text`(_ name: String) throws {
    let path = Self.folder + name + ".csv.gz"
    for step in [1, 7, 1 << 16] { #expect(try text(of: path, step: step) == Self.plain) }
  }

  @Test func `what is packed may have any encoding and form`() async throws {
    let path = Self.folder + "gb18030.csv.gz"
    let result = try await ingest([SourceOptions(name: "s", paths: [path])])
    #expect(listing(result.records, fields: ["name"]) == ["1 name=张三", "2 name=李四"])
    #expect(result.files[0].layout.encoding == .gb18030)
    #expect(result.files[0].layout.container == .gz)
    var source = SourceOptions(name: "s", paths: [Self.folder + "lines.ndjson.gz"])
    source.id = ["id"]
    source.map = [FieldMapping(field: "name", columns: [ColumnReference(path: "name")])]
    let lines = try await ingest([source])
    #expect(lines.files[0].layout.format == .ndjson)
    #expect(lines.records.count == 2)
  }

  @Test func `the digest and size are those of the packed file`() async throws {
    let path = Self.folder + "trailing_zeros.csv.gz"
    let file = try await ingest([SourceOptions(name: "s", paths: [path])]).files[0]
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(file.byteCount == bytes.count)
    #expect(try digest(ofFile: path).sha256 == file.sha256)
  }

  @Test func `a file that is cut off anywhere is refused`() throws {
    let folder = try Folder()
    let whole = Array(try Data(contentsOf: URL(filePath: Self.folder + "plain.csv.gz")))
    for length in 2..<whole.count {
      let path = try folder.write(Array(whole[..<length]), to: "cut.csv.gz")
      let error = #expect(throws: IngestError.self) { try text(of: path) }
      #expect(error?.reason == .damaged("its end is cut off"))
      #expect(error?.path == path)
    }
  }

  @Test func `a file whose bytes were changed is refused`() throws {
    let folder = try Folder()
    var bytes = Array(try Data(contentsOf: URL(filePath: Self.folder + "plain.csv.gz")))
    bytes[bytes.count - 6] ^= 1  // within the checksum
    let path = try folder.write(bytes, to: "changed.csv.gz")
    let error = #expect(throws: IngestError.self) { try text(of: path) }
    #expect(error?.description.hasSuffix("copy or export it again") == true)
  }

  @Test func `an export unfolds to what it is, a bomb does not`() {
    #expect(!InflationBound.isExceeded(packed: 1, unpacked: InflationBound.freeBytes))
    #expect(InflationBound.isExceeded(packed: 1 << 20, unpacked: InflationBound.freeBytes + 1))
    #expect(!InflationBound.isExceeded(packed: 100 << 20, unpacked: 40 << 30))
  }
}
