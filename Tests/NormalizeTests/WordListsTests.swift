import Normalize
import Testing

@Suite struct WordListsTests {
  private func file(_ path: String, _ text: String) -> WordFile {
    WordFile(path: path, bytes: Array(text.utf8))
  }

  private func message(_ path: String, _ text: String) -> String {
    do throws(WordListError) {
      _ = try WordLists(adding: [file(path, text)])
      return "no error"
    } catch {
      return error.description
    }
  }

  private func isPlaceholder(_ text: String, by lists: WordLists) throws -> Bool {
    let letters = text.unicodeScalars.map(\.value)
    return try Lexicon(lists).placeholders.isPlaceholder(letters.span)
  }

  @Test func `the shipped lists are read`() throws {
    let lists = try WordLists()
    for name in WordListName.allCases { #expect(!lists[name].isEmpty, "\(name)") }
    _ = try Lexicon(lists)
  }

  @Test func `a word of a steward's own is known`() throws {
    let own = file("words/placeholders.tsv", "# ours\nword\tsense\n老系统导入\tabsence\n")
    #expect(try isPlaceholder("老系统导入", by: WordLists(adding: [own])))
    #expect(try !isPlaceholder("老系统导入", by: WordLists()))
  }

  @Test func `a word is taken out`() throws {
    let own = file("placeholders.tsv", "word\n-待查\n")
    #expect(try isPlaceholder("待查", by: WordLists()))
    #expect(try !isPlaceholder("待查", by: WordLists(adding: [own])))
  }

  @Test func `a word that is said again is replaced where it stands`() throws {
    let shipped = try WordLists()[.placeholders]
    let own = file("placeholders.tsv", "word\tsense\n无\tnobody\n")
    let lists = try WordLists(adding: [own])
    #expect(lists[.placeholders].count == shipped.count)
    #expect(lists[.placeholders].first?.cells == ["无", "nobody"])
  }

  @Test func `a byte order mark, blank lines and Windows line ends do not count`() throws {
    let own = file("placeholders.tsv", "\u{FEFF}word\tsense\r\n\r\n甲乙丙丁\tnobody\r\n")
    #expect(try isPlaceholder("甲乙丙丁", by: WordLists(adding: [own])))
  }

  struct Wrong: Sendable {
    var path = "w/placeholders.tsv"
    let text: String
    let message: String
  }

  @Test(arguments: [
    Wrong(
      path: "w/placeholder.tsv", text: "word\n",
      message: "w/placeholder.tsv: error: no word list is called 'placeholder'; "
        + "did you mean 'placeholders'?"),
    Wrong(
      text: "无\tabsence\n",
      message: "w/placeholders.tsv:1: error: the first line must name the columns, 'word' first; "
        + "known here: word, sense"),
    Wrong(
      text: "word\tsens\n",
      message: "w/placeholders.tsv:1: error: unknown column 'sens'; did you mean 'sense'?"),
    Wrong(
      text: "word\tword\n", message: "w/placeholders.tsv:1: error: column 'word' stands here twice"),
    Wrong(
      text: "word\n甲\tabsence\n",
      message: "w/placeholders.tsv:2: error: the line has 2 cells, the first line names 1"),
    Wrong(
      text: "word\tsense\n\tabsence\n",
      message: "w/placeholders.tsv:2: error: the line has no word in front"),
    Wrong(
      text: "word\n-没有这个词\n",
      message: "w/placeholders.tsv:2: error: the list does not hold the word to be taken out; "
        + "leave the '-' away to add it"),
  ])
  func `a wrong line is named`(_ wrong: Wrong) {
    #expect(message(wrong.path, wrong.text) == wrong.message)
  }

  @Test func `a sense that nobody knows is refused`() throws {
    let own = file("placeholders.tsv", "word\tsense\n甲\tabsense\n")
    #expect(
      throws: WordListError(
        path: "placeholders.tsv", line: 2,
        message: "'absense' is not known here; did you mean 'absence'?")
    ) { try Lexicon(WordLists(adding: [own])) }
  }
}
