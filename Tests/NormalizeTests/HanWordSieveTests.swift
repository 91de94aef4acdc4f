import Testing

@testable import Normalize

@Suite struct HanWordSieveTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private func sieve(_ words: String...) -> HanWordSieve {
    var sieve = HanWordSieve()
    for word in words { sieve.insert(scalars(word)) }
    return sieve
  }

  @Test(arguments: ["", "王", "欧阳明珠"])
  func `a text of another length never passes`(text: String) {
    #expect(!sieve().passes(scalars(text)))
  }

  @Test(arguments: ["王芳", "王小芳"])
  func `a text passes where there is no word`(text: String) {
    #expect(sieve().passes(scalars(text)))
    #expect(sieve("张总", "欧阳明珠", "").passes(scalars(text)))
  }

  @Test(arguments: ["老", "王总", "北京", "王北京", "北京王", "老王伟", "王伟老", "王老伟", "总经理"])
  func `a text with a word in any place does not pass`(text: String) {
    #expect(!sieve("老", "王总", "北京", "总经理").passes(scalars(text)))
  }
}
