/// What of an object is read where a text is asked for.
///
/// Systems wrap a cell's text: a text segment has `text`, a person, a lookup or a label object
/// `name`, a formula `value`, a localized name one key for each language.
struct JSONCell {
  /// The keys that hold an object's text, best first; compared without letter case.
  private static let ranking: [[String]] = [
    ["text"], ["simplifiedname", "zh_cn", "zh-cn"], ["name", "fname"],
    ["fullname", "full_name", "displayname", "display_name", "label"], ["value"], ["title"],
    ["en_name", "englishname", "nickname"], ["link", "url", "href"], ["email"],
    ["mobile", "phone"], ["fnumber", "number", "code"],
    ["id", "userid", "user_id", "open_id", "key"],
  ]

  private struct Word {
    var bytes: [UInt8]
    var rank: Int
  }

  private let words: [Word]

  init() {
    words = Self.ranking.enumerated().flatMap { rank, keys in
      keys.map { Word(bytes: Array($0.utf8), rank: rank) }
    }
  }

  /// The rank of a key, 0 the best, or nil where it holds no text of its object.
  func rank(_ bytes: Span<UInt8>, _ key: CellRange) -> Int? {
    for word in words where isWord(bytes, key, word.bytes) { return word.rank }
    return nil
  }

  /// Where the value that stands for the object at an offset begins, or nil where none does.
  func textOffset(
    _ bytes: Span<UInt8>, at offset: Int
  ) throws(JSONScanner.Fault) -> Int? {
    var best: (rank: Int, offset: Int)?
    var members = JSONMembers(at: offset)
    while let key = try members.next(bytes) {
      let start = members.offset
      try skipJSONValue(bytes, &members.offset, depth: 0)
      guard let rank = rank(bytes, key), rank < best?.rank ?? .max else { continue }
      if !isNothing(bytes, start..<members.offset) { best = (rank, start) }
    }
    return best?.offset
  }

  /// Where the text of a segment begins: `{"text": "…", "type": "text"}`, or nil for other objects.
  func segmentOffset(
    _ bytes: Span<UInt8>, at offset: Int
  ) throws(JSONScanner.Fault) -> Int? {
    var text: Int?
    var isNamed = false
    var members = JSONMembers(at: offset)
    while let key = try members.next(bytes) {
      if bytes[members.offset] == .quote, isWord(bytes, key, words[0].bytes) {
        text = members.offset
      }
      if rank(bytes, key) == 2 { isNamed = true }
      try skipJSONValue(bytes, &members.offset, depth: 0)
    }
    return isNamed ? nil : text
  }

  /// Whether an object is one cell by its keys, and not a record inside the record.
  static func isCell(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    var keys: Set<String> = []
    var members = JSONMembers(at: offset)
    do throws(JSONScanner.Fault) {
      while let key = try members.next(bytes) {
        var text: [UInt8] = []
        for index in key.start..<key.end { text.append(bytes[index]) }
        keys.insert(String(decoding: text, as: UTF8.self).lowercased())
        if keys.count > 12 { return false }
        try skipJSONValue(bytes, &members.offset, depth: 0)
      }
    } catch {
      return false
    }
    if keys.contains("text") { return !keys.isDisjoint(with: ["type", "link"]) }
    if keys == ["type", "value"] || keys == ["key", "value"] { return true }
    if !keys.isDisjoint(with: ranking[1]) { return true }
    if keys.contains("fnumber") { return keys.count <= 4 }
    return keys.contains("name") && !keys.isDisjoint(with: ["en_name", "avatar_url"])
  }

  private func isWord(_ bytes: Span<UInt8>, _ key: CellRange, _ word: [UInt8]) -> Bool {
    guard key.end &- key.start == word.count else { return false }
    for offset in word.indices {
      let byte = bytes[key.start &+ offset]
      if 0x41...0x5A ~= byte ? byte | 0x20 != word[offset] : byte != word[offset] { return false }
    }
    return true
  }

  /// `null`, `""`, `[]` or `{}`.
  private func isNothing(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes[range.lowerBound] == UInt8(ascii: "n")
      || range.count == 2 && bytes[range.lowerBound] > 0x39
      || range.count == 2 && bytes[range.lowerBound] == .quote
  }
}
