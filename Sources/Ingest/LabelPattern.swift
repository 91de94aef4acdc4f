/// A label of which only the beginning or the end is known.
struct LabelPattern: Hashable, Sendable {
  private let text: String
  private let isEnding: Bool

  /// Nil where the label has no `*` at its beginning or end.
  init?(_ label: String) {
    let label = label.lowercased()
    if label.hasPrefix("*") {
      (text, isEnding) = (String(label.dropFirst()), true)
    } else if label.hasSuffix("*") {
      (text, isEnding) = (String(label.dropLast()), false)
    } else {
      return nil
    }
  }

  func matches(_ label: String) -> Bool {
    let label = label.replacing("[]", with: "").lowercased()
    return isEnding ? label.hasSuffix(text) : label.hasPrefix(text)
  }
}
