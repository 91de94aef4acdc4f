import Digests
import Ingest
import Testing

@Suite struct CSVReaderTests {
  @Test func `a small file is read as text with its lines`() throws {
    let folder = try Folder()
    let path = try folder.write(
      "\u{FEFF} verb ,left\n\nsame,\"a\n\"\"b\"\"\"\ndifferent,\n", to: "decisions.csv")
    let file = try CSVReader(path: path)
    #expect(file.header == ["verb", "left"])
    #expect(file.rows == [["same", "a\n\"b\""], ["different", ""]])
    #expect(file.lines == [3, 5])
    #expect(file[column: "Left"] == ["a\n\"b\"", ""])
    #expect(file[column: "right"] == nil)
  }

  @Test func `a row of another width is refused with its line`() throws {
    let folder = try Folder()
    let path = try folder.write("a,b\n1,2\n3\n", to: "roster.csv")
    let error = #expect(throws: IngestError.self) { try CSVReader(path: path) }
    #expect(error?.line == 3)
  }

  @Test func `digests are those of the standards`() {
    #expect(
      SHA256.digest(of: "abc").hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    var hash = SHA256()
    hash.update("a")
    hash.update("bc")
    #expect(hash.finish() == SHA256.digest(of: "abc"))
    #expect(hash.finish() == SHA256.digest(of: ""))
    // RFC 4231, test cases 1 and 2.
    #expect(
      messageCode(key: [UInt8](repeating: 0x0B, count: 20), of: "Hi There").hex
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      messageCode(key: Array("Jefe".utf8), of: "what do ya want for nothing?").hex
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      messageCode(key: [], of: "").hex
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }
}
