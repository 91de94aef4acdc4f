import Foundation

/// A guide of the catalog, as a test reads it.
struct DocumentationGuide: Sendable {
  let text: String
  /// The words that stand in code: between backticks or in a block of code.
  let code: Set<String>

  init(_ name: String) throws {
    let catalog = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Console/Assay.docc")
    text = try String(
      contentsOf: catalog.appendingPathComponent(name + ".md"), encoding: .utf8)
    code = Self.words(of: text)
  }

  /// What is missing from the code of the guide, in the order given.
  func missing(_ words: some Sequence<String>) -> [String] { words.filter { !code.contains($0) } }

  /// Every second piece between backticks is code, for a fence has three of them.
  private static func words(of text: String) -> Set<String> {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    var words: Set<String> = []
    for (index, piece) in pieces.enumerated() where index % 2 == 1 {
      words.insert(String(piece))
      for word in piece.split(whereSeparator: {
        !($0.isLetter || $0.isNumber || "_.-".contains($0))
      }) {
        words.insert(String(word))
      }
    }
    return words
  }
}
