import Testing

@testable import Normalize

@Suite struct PersonNameBareTests {
  private let normalizers = [
    PersonNameNormalizer(expecting: .person), PersonNameNormalizer(expecting: .party),
  ]

  /// A reading of Han text to which no rule has been put yet.
  private func prepared(_ text: [UInt32], _ normalizer: PersonNameNormalizer) -> PersonNameReading {
    let cell = Array(String(scalars: text).utf8)
    var reading = PersonNameReading()
    reading.take(cell.span)
    reading.work.setText(reading.clean.scalars, normalizer.words.han)
    reading.script = .han
    return reading
  }

  @Test(arguments: ["王芳", "李秀英", "張偉", "诸葛亮", "司徒健"])
  func `a name is read the same by the short way`(name: String) {
    for normalizer in normalizers {
      let whole = prepared(name.unicodeScalars.map(\.value), normalizer)
      var (short, long) = (whole, whole)
      guard normalizer.readBare(&short) else { continue }
      normalizer.readHanByRules(&long)
      #expect(short == long)
    }
    #expect(normalizers[0].read(Array(name.utf8).span).kind == .person)
  }

  @Test func `what the short way reads all rules read the same`() {
    let surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹龙万覃闫丁".unicodeScalars.map(\.value)
    var seed: UInt64 = 20_260_630
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    var read = 0
    var wrong: [String] = []
    for number in 0..<6000 {
      let normalizer = normalizers[number % 2]
      // any character where surnames stand, and characters of the lists where given names do
      let first =
        number % 5 == 0 ? 0x4E00 + UInt32(random(0x5000)) : surnames[random(surnames.count)]
      let rest = (0...number % 3 % 2).map { _ in 0x4E00 + UInt32(random(0x5000)) }
      let whole = prepared([first] + rest, normalizer)
      var (short, long) = (whole, whole)
      guard normalizer.readBare(&short) else { continue }
      normalizer.readHanByRules(&long)
      read += 1
      if short != long { wrong.append(String(scalars: [first] + rest)) }
    }
    #expect(wrong == [], "seed 20260630")
    #expect(read > 2000)
  }

  @Test(arguments: [
    "张总", "老张", "北京", "北京人", "佐藤健", "张经理", "王某", "张三", "招商局", "腾讯", "王 伟", "王伟·", "王", "欧阳",
  ])
  func `a text with a word or a mark goes through all rules`(text: String) {
    for normalizer in normalizers {
      var reading = prepared(text.unicodeScalars.map(\.value), normalizer)
      #expect(!normalizer.readBare(&reading))
    }
  }

  @Test(arguments: [
    WordListName.honorifics, .nameRemarks, .nameLabels, .nameFillers, .nameParts, .partyWords,
    .institutions, .industries, .legalForms,
  ])
  func `no word of a list that names are held against passes`(list: WordListName) throws {
    let sieve = Lexicon.shipped.personNames.sieve
    let words = try WordLists()[list].map { $0.word.unicodeScalars.map(\.value) }
    for word in words where word.count <= 3 && word.allSatisfy(HanTable.isHan) {
      for text in [word, [0x738B] + word, word + [0x4F1F]] where text.count <= 3 {
        #expect(!sieve.passes(text))
      }
    }
  }
}
