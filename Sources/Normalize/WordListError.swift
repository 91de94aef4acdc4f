/// What is wrong with a word file.
package struct WordListError: Error, Hashable, Sendable {
  package var path: String
  /// From 1; nil where it is the file as a whole.
  package var line: Int?
  /// The rule that is broken, and the way out.
  package var message: String

  package init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }
}

extension WordListError: CustomStringConvertible {
  package var description: String {
    line.map { "\(path):\($0): error: \(message)" } ?? "\(path): error: \(message)"
  }
}
