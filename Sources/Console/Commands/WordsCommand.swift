import Foundation
import Normalize
import Vocabulary

extension Command {
  /// The word lists that normalization goes by.
  static let words = Command(
    name: "words",
    summary:
      "The word lists behind normalization: honorifics, legal forms, placeholders, nicknames …",
    operands: [
      Operand(name: "LIST", isRequired: false, help: "prints this list; nothing: names all lists")
    ],
    examples: [
      ("words", "the lists, their columns and how many words each has"),
      ("words honorifics > honorifics.tsv", "a list as it ships, to see what it holds"),
    ],
    notes: """
      To add words of your own, put a file of the list's name into the folder words beside the pipeline
      file, such as words/honorifics.tsv: tab-separated, first line 'word' and the columns you need. A
      word that the list has already is replaced; -word takes one out.
      --json prints a list of {"list", "columns", "words"}, or of a list's lines by column.
      """
  ) { arguments, terminal in
    let lists = try WordLists()
    guard let word = arguments[0] else {
      let names = WordListName.allCases
      try terminal.write(
        arguments.has(.json)
          ? JSONResult.text(of: names.map { ListSummary($0, lists) }) : text(of: names, lists))
      return .success
    }
    guard let name = WordListName(rawValue: word) else {
      let known = WordListName.allCases.map(\.rawValue)
      throw UsageError(
        "no word list is called '\(word)'; \(SpellingSuggestion.wayOut(for: word, among: known))")
    }
    guard arguments.has(.json) else {
      try terminal.write(WordLists.shipped(name).bytes)
      return .success
    }
    let lines = lists[name].map { entry in
      Dictionary(zip(name.columns, entry.cells), uniquingKeysWith: { first, _ in first })
    }
    try terminal.write(JSONResult.text(of: lines))
    return .success
  }
}

/// What the command says about one list.
private struct ListSummary: Encodable {
  var list: String
  var columns: [String]
  var words: Int

  init(_ name: WordListName, _ lists: WordLists) {
    list = name.rawValue
    columns = name.columns
    words = lists[name].count
  }
}

private func text(of names: [WordListName], _ lists: WordLists) -> String {
  var table = TextTable(["list", "words", "columns"], [.left, .right, .left])
  for name in names {
    table.add([name.rawValue, String(lists[name].count), name.columns.joined(separator: " ")])
  }
  return table.text
}
