import Testing

@testable import Normalize

@Suite struct PartTextTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(arguments: [
    "", "a", "é", "王", "𠮷", "Ürümqi 乌鲁木齐 𠮷",
    "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
  ])
  func `a part holds its text in UTF-8`(text: String) {
    var parts = PartText()
    parts.set(3, scalars(text).span)
    #expect(parts.string(3) == text)
    #expect(parts.isEmpty(3) == text.isEmpty)
    #expect(parts.count == text.utf8.count)
  }

  @Test func `what is no scalar value is left out`() {
    var parts = PartText()
    let text: [UInt32] = [0x61, 0xD800, 0xDFFF, 0x11_0000, 0x62]
    parts.set(0, text.span)
    #expect(parts.string(0) == "ab")
  }

  @Test func `nothing is left of the last text`() {
    var parts = PartText()
    parts.set(0, scalars(String(repeating: "长", count: 500)).span)
    parts.set(1, "tail")
    parts.removeAll()
    #expect(parts.isEmpty(0))
    #expect(parts.isEmpty(1))
    #expect(parts.string == "")
    parts.set(1, scalars("短").span)
    #expect(parts.string == "短")
    #expect(parts.string(1) == "短")
  }

  @Test func `parts are appended to, shared and taken over`() {
    var parts = PartText()
    parts.set(0, "ab")
    parts.begin(1)
    parts.append(0x2D)
    parts.append(textOf: 0)
    parts.append(scalar: 0x738B)
    parts.end(1)
    parts.share(2, with: 0)
    #expect(parts.string(1) == "-ab王")
    #expect(parts.string(2) == "ab")
    var other = PartText()
    other.set(5, to: 1, of: parts)
    #expect(other.string(5) == "-ab王")
    #expect(other != parts)
  }
}
