/// A value as a pipeline file writes it.
///
/// Objects keep the order of their keys, because the order of `fields` is the order of the columns.
package indirect enum PipelineFileValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([PipelineFileValue])
  case object([PipelineFileMember])

  /// The value's kind in words, with the value itself where it is short.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool(let value): "the flag \(value)"
    case .number(let value): "the number \(PipelineFileValue.words(for: value))"
    case .text(let value): value.count <= 40 ? "the text '\(value)'" : "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// A number without a needless fraction.
  static func words(for number: Double) -> String {
    if let whole = Int(exactly: number) { String(whole) } else { String(number) }
  }
}

/// A key of an object and its value.
package struct PipelineFileMember: Hashable, Sendable {
  package var key: String
  package var value: PipelineFileValue
}

/// Reads JSON5 (json5.org, version 1.0.0).
///
/// Foundation's decoder reads JSON5 too, but on Linux it names no line, forgets the order of the keys
/// and lets a key that stands twice pass; a person who repairs a file needs all three.
struct PipelineFileSyntax {
  /// Where a text stops being JSON5, and why.
  struct Failure: Error, Hashable {
    var line: Int
    var column: Int
    var message: String
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// Nested more deeply than any pipeline file; keeps a hostile file from exhausting the stack.
  private let deepest = 64

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// Reads a whole text as one value.
  static func value(of text: String) throws(Failure) -> PipelineFileValue {
    var syntax = PipelineFileSyntax(text)
    try syntax.skipBlanks()
    let value = try syntax.readValue(depth: 0)
    try syntax.skipBlanks()
    guard syntax.index == syntax.scalars.count else {
      throw syntax.failure("text after the end of the value; remove it or close the object later")
    }
    return value
  }
}

// MARK: - Values

extension PipelineFileSyntax {
  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func failure(_ message: String, at place: Int? = nil) -> Failure {
    let end = min(place ?? index, scalars.count)
    var (line, column) = (1, 1)
    for scalar in scalars[..<end] {
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return Failure(line: line, column: column, message: message)
  }

  private mutating func readValue(depth: Int) throws(Failure) -> PipelineFileValue {
    guard depth < deepest else { throw failure("nested more than \(deepest) deep") }
    switch next {
    case nil: throw failure("the file ends where a value should be; complete it")
    case "{": return try readObject(depth: depth)
    case "[": return try readList(depth: depth)
    case "\"", "'": return .text(try readText())
    case .some(let scalar) where "+-.0123456789".unicodeScalars.contains(scalar):
      return .number(try readNumber())
    default:
      let start = index
      switch readWord() {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      case "Infinity": return .number(.infinity)
      case "NaN": return .number(.nan)
      default: throw failure("no value starts like this; put text in quotes", at: start)
      }
    }
  }

  private mutating func readObject(depth: Int) throws(Failure) -> PipelineFileValue {
    let start = index
    var members: [PipelineFileMember] = []
    index += 1
    while true {
      try skipBlanks()
      if next == "}" { break }
      let place = index
      let key = try readKey(openedAt: start)
      if members.contains(where: { $0.key == key }) {
        throw failure("the key '\(key)' stands twice in one object; keep one", at: place)
      }
      try skipBlanks()
      guard next == ":" else { throw failure("no ':' after the key '\(key)'; add it") }
      index += 1
      try skipBlanks()
      members.append(PipelineFileMember(key: key, value: try readValue(depth: depth + 1)))
      try skipBlanks()
      if next == "," { index += 1 } else if next != "}" { throw unclosed("{", "}", from: start) }
    }
    index += 1
    return .object(members)
  }

  private mutating func readList(depth: Int) throws(Failure) -> PipelineFileValue {
    let start = index
    var elements: [PipelineFileValue] = []
    index += 1
    while true {
      try skipBlanks()
      if next == "]" { break }
      guard next != nil else { throw unclosed("[", "]", from: start) }
      elements.append(try readValue(depth: depth + 1))
      try skipBlanks()
      if next == "," { index += 1 } else if next != "]" { throw unclosed("[", "]", from: start) }
    }
    index += 1
    return .list(elements)
  }

  private func unclosed(_ opening: String, _ closing: String, from start: Int) -> Failure {
    let opened = failure("", at: start)
    let place = "the '\(opening)' of line \(opened.line), column \(opened.column)"
    return next == nil
      ? failure("the file ends inside \(place); close it by '\(closing)'")
      : failure("neither ',' nor '\(closing)' here, inside \(place); add the missing one")
  }

  private mutating func readKey(openedAt start: Int) throws(Failure) -> String {
    guard let first = next else { throw unclosed("{", "}", from: start) }
    if first == "\"" || first == "'" { return try readText() }
    let word = readWord()
    guard let letter = word.unicodeScalars.first, !("0"..."9").contains(letter) else {
      throw failure("a key should stand here; put unusual keys in quotes")
    }
    return word
  }
}

// MARK: - Scalars

extension PipelineFileSyntax {
  private mutating func readWord() -> String {
    var word = ""
    while let scalar = next,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
        || scalar == "$"
    {
      word.unicodeScalars.append(scalar)
      index += 1
    }
    return word
  }

  private mutating func readNumber() throws(Failure) -> Double {
    let start = index
    var sign = 1.0
    if next == "-" || next == "+" {
      sign = next == "-" ? -1 : 1
      index += 1
    }
    var digits = ""
    while let scalar = next, scalar.isASCII,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "."
        || ((scalar == "+" || scalar == "-") && (digits.hasSuffix("e") || digits.hasSuffix("E"))
          && !digits.hasPrefix("0x"))
    {
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    if digits == "Infinity" { return sign * .infinity }
    if digits == "NaN" { return .nan }
    let number =
      if digits.lowercased().hasPrefix("0x") {
        UInt64(digits.dropFirst(2), radix: 16).map { Double($0) }
      } else {
        decimal(digits)
      }
    guard let number else { throw failure("not a number; put text in quotes", at: start) }
    return sign * number
  }

  /// A decimal number; JSON5 allows `.5` and `5.`, but not `05`.
  private func decimal(_ digits: String) -> Double? {
    let whole = digits.prefix { $0 != "." && $0 != "e" && $0 != "E" }
    guard digits != ".", !whole.hasPrefix("0") || whole == "0" else { return nil }
    guard digits.allSatisfy({ $0.isNumber || ".eE+-".contains($0) }) else { return nil }
    var text = digits.hasPrefix(".") ? "0" + digits : digits
    if text.hasSuffix(".") { text += "0" }
    return Double(text.replacing(".e", with: ".0e").replacing(".E", with: ".0e"))
  }

  private mutating func readText() throws(Failure) -> String {
    let start = index
    let quote = next
    var text = String.UnicodeScalarView()
    index += 1
    while let scalar = next, scalar != quote {
      if scalar == "\n" || scalar == "\r" {
        throw failure(
          "the text that opens here is not closed on its line; add the quote", at: start)
      }
      index += 1
      if scalar == "\\" { try readEscape(into: &text) } else { text.append(scalar) }
    }
    guard next == quote else {
      throw failure("the text that opens here is never closed; add the quote", at: start)
    }
    index += 1
    return String(text)
  }

  private mutating func readEscape(into text: inout String.UnicodeScalarView) throws(Failure) {
    guard let scalar = next else { return }
    index += 1
    switch scalar {
    case "b": text.append("\u{8}")
    case "f": text.append("\u{c}")
    case "n": text.append("\n")
    case "r": text.append("\r")
    case "t": text.append("\t")
    case "v": text.append("\u{b}")
    case "0": text.append("\0")
    case "\n", "\u{2028}", "\u{2029}": break  // the line goes on
    case "\r": if next == "\n" { index += 1 }
    case "x": try readCode(digits: 2, into: &text)
    case "u": try readCode(digits: 4, into: &text)
    default: text.append(scalar)
    }
  }

  private mutating func readCode(
    digits: Int, into text: inout String.UnicodeScalarView
  ) throws(Failure) {
    var code = try readHexadecimal(digits: digits)
    if (0xD800...0xDBFF).contains(code), next == "\\", index + 1 < scalars.count,
      scalars[index + 1] == "u"
    {
      index += 2
      let low = try readHexadecimal(digits: 4)
      if (0xDC00...0xDFFF).contains(low) {
        code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw failure("the escape names no character; write the character itself")
    }
    text.append(scalar)
  }

  private mutating func readHexadecimal(digits: Int) throws(Failure) -> UInt32 {
    var word = ""
    while word.unicodeScalars.count < digits, let scalar = next, scalar.properties.isASCIIHexDigit {
      word.unicodeScalars.append(scalar)
      index += 1
    }
    guard word.unicodeScalars.count == digits, let code = UInt32(word, radix: 16) else {
      throw failure("the escape needs \(digits) hexadecimal digits; complete it")
    }
    return code
  }

  /// Skips white space and comments.
  private mutating func skipBlanks() throws(Failure) {
    while let scalar = next {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        index += 1
      } else if scalar == "/", index + 1 < scalars.count, scalars[index + 1] == "/" {
        while let scalar = next, scalar != "\n", scalar != "\r" { index += 1 }
      } else if scalar == "/", index + 1 < scalars.count, scalars[index + 1] == "*" {
        let start = index
        index += 2
        while index + 1 < scalars.count, scalars[index] != "*" || scalars[index + 1] != "/" {
          index += 1
        }
        guard index + 1 < scalars.count else {
          throw failure("the comment that opens here is never closed; add '*/'", at: start)
        }
        index += 2
      } else {
        return
      }
    }
  }
}
