/// Finds the word that somebody meant to write.
package enum SpellingSuggestion {
  /// Returns the nearest of the known words, or nil when none is near.
  ///
  /// Letter case, `-` and `_` do not count; about one slip is allowed in three letters, and two
  /// neighbours changing places are one slip. Ties go to the word that stands first.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let typed = letters(of: word)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let wanted = letters(of: candidate)
      let limit = max(1, (max(typed.count, wanted.count) + 1) / 3)
      let found = distance(typed, wanted)
      if found <= limit, found < (best?.distance ?? .max) { best = (candidate, found) }
    }
    return best?.word
  }

  /// The words `; did you mean 'x'?`, or the known words when none is near.
  package static func wayOut(for word: String, among known: [String]) -> String {
    if let nearest = nearest(to: word, among: known) { return "did you mean '\(nearest)'?" }
    return "known here: " + known.joined(separator: ", ")
  }

  private static func letters(of word: String) -> [Character] {
    word.lowercased().filter { $0 != "-" && $0 != "_" }
  }

  /// The optimal string alignment distance.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (character == other ? 0 : 1))
        if i > 0, j > 0, character == right[j - 1], left[i - 1] == other {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
