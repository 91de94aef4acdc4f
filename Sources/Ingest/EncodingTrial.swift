/// How some lines read in an encoding.
struct EncodingTrial {
  /// Below this share of everyday characters a text is held to be in another encoding.
  private static let leastShare = 0.6
  /// A line longer than this is looked at no further.
  private static let longestLine = 4096
  /// The lines among which a header is looked for.
  private static let headerLines = 20

  /// 0...1: the share of the lines that the encoding can read at all.
  private(set) var readable = 0.0
  /// 0...1: the share of the characters beyond ASCII that everyday text holds.
  private(set) var everyday = 0.0
  /// The known header words that were met.
  private(set) var words = 0

  init(
    _ encoding: TextEncoding, lines: [[UInt8]], knownLabels: Set<String>
  ) throws(IngestError) {
    guard let table = try CharacterTable.of(encoding) else { return }
    var (readableLines, characters, everydayCharacters) = (0, 0, 0)
    for (number, line) in lines.enumerated() {
      guard let reading = Self.read(line, encoding, table) else { continue }
      readableLines += 1
      characters += reading.characters
      everydayCharacters += reading.everyday
      if number < Self.headerLines { words += Self.words(in: reading.text, knownLabels) }
    }
    readable = Double(readableLines) / Double(max(1, lines.count))
    everyday = Double(everydayCharacters) / Double(max(1, characters))
  }

  /// A line's text, its characters beyond ASCII, and those of them that are everyday ones.
  ///
  /// - Returns: Nil where the encoding cannot read the line.
  private static func read(
    _ line: [UInt8], _ encoding: TextEncoding, _ table: CharacterTable
  ) -> (text: String, characters: Int, everyday: Int)? {
    var text = String.UnicodeScalarView()
    var (characters, everyday, offset) = (0, 0, 0)
    while offset < min(line.count, longestLine) {
      if line[offset] < 0x80 {
        text.append(Unicode.Scalar(line[offset]))
        offset += 1
        continue
      }
      guard let found = table.character(in: line.span, at: offset), found.character != 0,
        let scalar = Unicode.Scalar(found.character)
      else { return nil }
      characters += 1
      if encoding.isEveryday(scalar, line, offset..<offset + found.length) { everyday += 1 }
      text.append(scalar)
      offset += found.length
    }
    return (String(text), characters, everyday)
  }

  /// What trials are compared by.
  var score: Double { readable * everyday + (words >= 2 ? 1 : 0) }

  var isCredible: Bool { readable >= 0.5 && (everyday >= Self.leastShare || words >= 2) }

  /// 0...1.
  var confidence: Double { readable * (words >= 2 ? max(everyday, 0.95) : everyday) }

  /// The known words beyond ASCII among the cells of a line, whatever divides them.
  private static func words(in line: String, _ known: Set<String>) -> Int {
    line.split { ",;|\t".contains($0) }.count { cell in
      let label = comparable(cell.filter { $0 != "\"" })
      return !label.utf8.allSatisfy { $0 < 0x80 } && known.contains(label)
    }
  }
}

extension TextEncoding {
  /// Whether a character is one of everyday writing in this encoding's languages.
  ///
  /// Of Han characters, those that the encoding's standard puts first: the 3,755 of GB 2312, the 5,401
  /// of Big5, the 2,965 of JIS X 0208.
  fileprivate func isEveryday(
    _ scalar: Unicode.Scalar, _ line: [UInt8], _ place: Range<Int>
  ) -> Bool {
    if self == .windows1252 { return isWestern(scalar, line, place) }
    switch scalar.value {
    case 0x3000...0x3011, 0xFF01...0xFF5E, 0x2010...0x2026, 0xB7: return true
    case 0x3041...0x30FE: return self == .shiftJIS
    case 0x4E00...0x9FA5 where place.count == 2:
      let (lead, second) = (line[place.lowerBound], line[place.lowerBound + 1])
      return switch self {
      case .big5: 0xA4...0xC6 ~= lead
      case .shiftJIS: 0x88...0x98 ~= lead
      default: 0xB0...0xD7 ~= lead && second >= 0xA1
      }
    default: return false
    }
  }

  /// An accented letter stands among letters; a run of them is another encoding's text.
  private func isWestern(
    _ scalar: Unicode.Scalar, _ line: [UInt8], _ place: Range<Int>
  ) -> Bool {
    let before = place.lowerBound > 0 ? line[place.lowerBound - 1] : 0x20
    let after = place.upperBound < line.count ? line[place.upperBound] : 0x20
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF, 0x152...0x153, 0x160...0x161, 0x178, 0x17D...0x17E:
      return [before, after].contains { 0x61...0x7A ~= $0 | 0x20 }
    case 0xA0...0xBF, 0x2013...0x201E, 0x20AC: return before < 0x80
    default: return false
    }
  }
}
