import Foundation
import Normalize
import Testing

@Suite struct HanTableTests {
  private let table = HanTable()

  private func scalar(_ text: String) -> UInt32 { text.unicodeScalars.first?.value ?? 0 }

  @Test(arguments: [
    ("張", "张"), ("偉", "伟"), ("龍", "龙"), ("鍾", "钟"), ("豔", "艳"), ("张", "张"), ("乾", "乾"), ("著", "著"),
    ("A", "A"),
    ("。", "。"), ("𠮷", "𠮷"),
  ])
  func `a traditional character becomes simplified and any other stays`(
    _ traditional: String, _ simplified: String
  ) {
    #expect(table.simplified(scalar(traditional)) == scalar(simplified))
  }

  @Test(arguments: [
    ("张", "zhang"), ("伟", "wei"), ("旅", "lv"), ("行", "xing"), ("嗯", "n"), ("A", ""), ("〇", ""),
  ])
  func `the commonest reading has no tone`(_ character: String, _ reading: String) {
    #expect(table.pinyin(scalar(character)) == reading)
  }

  @Test func `further readings follow the commonest`() {
    #expect(table.readings(scalar("重")).prefix(2) == ["zhong", "chong"])
    #expect(table.readings(scalar("伟")) == ["wei"])
    #expect(table.readings(scalar("A")) == [])
  }

  @Test func `readings and simplified forms agree with ICU`() throws {
    let hantToHans = StringTransform("Hant-Hans")
    var readingsAgree = 0
    var formsAgree = 0
    let sample = stride(from: UInt32(0x4E00), to: 0x9FA5, by: 13).map { $0 }
    for value in sample {
      let character = String(try #require(Unicode.Scalar(value)))
      let latin = try #require(character.applyingTransform(.mandarinToLatin, reverse: false))
        .replacingOccurrences(of: "ü", with: "v")
      let plain = latin.applyingTransform(.stripDiacritics, reverse: false)
      let isSameSound =
        plain == table.pinyin(value)
        || table.readings(value).contains { $0.replacing("v", with: "u") == plain }
      if isSameSound { readingsAgree += 1 }
      let form = character.applyingTransform(hantToHans, reverse: false)
      if form == String(Unicode.Scalar(table.simplified(value)) ?? "?") { formsAgree += 1 }
    }
    #expect(readingsAgree * 100 > sample.count * 95)
    // ICU leaves the forms of Japan as they are
    #expect(formsAgree * 100 > sample.count * 96)
  }
}
