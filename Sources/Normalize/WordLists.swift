import CTables
import Vocabulary

/// The words that the rules go by: the lists that ship with the program, and a steward's own.
package struct WordLists: Sendable {
  private let entries: [WordListName: [WordEntry]]

  /// The shipped lists with the lines of files added to them, in the order of the files.
  ///
  /// A word that a list holds already is replaced where it stands; a later file wins.
  ///
  /// - Throws: `WordListError` where a file is wrong, or takes out a word that its list does not hold.
  package init(adding files: [WordFile] = []) throws(WordListError) {
    var lists: [WordListName: [WordEntry]] = [:]
    for name in WordListName.allCases {
      lists[name] = try Self.shipped(name).entries(of: name)
    }
    for file in files {
      let name = try file.list()
      lists[name] = try Self.merged(lists[name] ?? [], file.entries(of: name))
    }
    entries = lists
  }

  /// The entries of a list, in the order of its file.
  package subscript(name: WordListName) -> [WordEntry] { entries[name] ?? [] }

  /// The file of a list as it ships with the program.
  package static func shipped(_ name: WordListName) -> WordFile {
    let file = unsafe assay_word_file(name.rawValue)
    // Safe because the table is constant memory of the size that it states.
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))
    return WordFile(path: name.rawValue + ".tsv", bytes: bytes)
  }

  private static func merged(_ list: [WordEntry], _ own: [WordEntry]) throws(WordListError)
    -> [WordEntry]
  {
    var places: [String: [Int]] = [:]
    for (index, entry) in list.enumerated() { places[entry.word, default: []].append(index) }
    var result = list.map(Optional.some)
    for entry in own {
      let known = places[entry.word] ?? []
      if entry.isRemoval, known.isEmpty {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "the list does not hold the word to be taken out; leave the '-' away to add it")
      }
      for index in known { result[index] = nil }
      places[entry.word] = []
      guard !entry.isRemoval else { continue }
      places[entry.word] = [known.first ?? result.count]
      if let first = known.first { result[first] = entry } else { result.append(entry) }
    }
    return result.compactMap(\.self)
  }
}
