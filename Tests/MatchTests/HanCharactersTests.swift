import Testing

@testable import Match

@Suite struct HanCharactersTests {
  struct Confusion: Sendable {
    let pair: String
    let looks: Bool
    let sounds: Bool
    let sameTone: Bool
  }

  @Test(arguments: [
    Confusion(pair: "王玉", looks: true, sounds: false, sameTone: false),
    Confusion(pair: "李季", looks: true, sounds: false, sameTone: false),
    Confusion(pair: "晴睛", looks: true, sounds: false, sameTone: false),
    Confusion(pair: "士土", looks: true, sounds: false, sameTone: false),
    Confusion(pair: "斌彬", looks: false, sounds: true, sameTone: true),
    Confusion(pair: "金晶", looks: false, sounds: true, sameTone: true),
    Confusion(pair: "王王", looks: false, sounds: true, sameTone: true),
    Confusion(pair: "张李", looks: false, sounds: false, sameTone: false),
    // Not in the table: confused with nothing but itself.
    Confusion(pair: "龘龖", looks: false, sounds: false, sameTone: false),
    Confusion(pair: "a王", looks: false, sounds: false, sameTone: false),
  ])
  func `characters are confused by shape and by sound`(_ confusion: Confusion) throws {
    let scalars = confusion.pair.unicodeScalars.map(\.value)
    for (a, b) in [(scalars[0], scalars[1]), (scalars[1], scalars[0])] {
      #expect(HanCharacters.all.lookAlike(a, b) == confusion.looks)
      #expect(HanCharacters.all.soundAlike(a, b) == confusion.sounds)
      #expect(HanCharacters.all.sameTone(a, b) == confusion.sameTone)
    }
  }
}
