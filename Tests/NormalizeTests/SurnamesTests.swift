import Normalize
import Testing

@Suite struct SurnamesTests {
  private let surnames = Lexicon.shipped.surnames
  private let table = HanTable()

  @Test(arguments: [
    ("单", "shan"), ("仇", "qiu"), ("查", "zha"), ("曾", "zeng"), ("解", "xie"), ("区", "ou"),
    ("尉迟", "yuchi"), ("祭", "zhai"), ("员", "yun"), ("秘", "bi"), ("句", "gou"),
    ("万俟", "moqi"), ("张", "zhang"), ("欧阳", "ouyang"),
  ])
  func `a surname is read as surnames are`(_ surname: String, _ reading: String) {
    #expect(surnames.reading(surname, table) == reading)
  }

  @Test func `frequent surnames weigh more than rare ones, and other characters nothing`() throws {
    let wang = try #require(surnames.frequency(0x738B))
    let zhong = try #require(surnames.frequency(0x949F))
    let qiu = try #require(surnames.frequency(0x4EC7))
    #expect(wang > zhong && zhong > qiu)
    #expect(surnames.frequency(0x7684) == nil)
    #expect(surnames.frequency(0x41) == nil)
  }

  @Test func `surnames are found by sound and by the spellings of the south`() throws {
    let zhang = try #require(surnames.frequency(pinyin: "zhang"))
    let cheung = try #require(surnames.frequency(pinyin: "cheung"))
    #expect(zhang > cheung)
    #expect(surnames.frequency(pinyin: "smith") == nil)
  }
}

@Suite struct NicknamesTests {
  @Test(arguments: [
    ("bob", "robert"), ("rob", "robert"), ("bobby", "robert"), ("robert", "robert"),
    ("bill", "william"),
    ("liz", "elizabeth"), ("kate", "katherine"), ("wei", "wei"), ("", ""),
  ])
  func `a short form goes to its formal name`(_ short: String, _ formal: String) {
    #expect(Lexicon.shipped.nicknames.canonical(short) == formal)
  }
}

@Suite struct PersonNamePartsTests {
  @Test(arguments: [
    ("", ""), ("  KEVIN ", "kevin"), ("Jean-Pierre", "jean pierre"), ("O’Brien", "obrien"),
    ("José", "jose"),
    ("偉", "伟"), ("欧 阳", "欧阳"), ("n/a", ""), ("Na", "na"), ("无", ""), ("甲", "甲"), ("J", "j"),
    ("13812345678", ""), ("ｗｅｉ", "wei"), ("Dr. Sheri", "sheri"), ("Mrs Gloria R", "gloria r"),
    ("Floyd Jr.", "floyd"), ("Miss", ""),
  ])
  func `a part is small letters or simplified characters`(_ raw: String, _ canonical: String) {
    #expect(GivenNameNormalizer().read(Array(raw.utf8).span).canonical == canonical)
    #expect(SurnameNormalizer().read(Array(raw.utf8).span).canonical == canonical)
  }
}
