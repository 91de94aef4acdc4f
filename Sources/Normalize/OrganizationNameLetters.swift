/// Letters of organizations' names: what they are and what counts of them.
enum OrganizationNameLetters {
  /// Simplified, with round brackets, ASCII punctuation and name dots as U+00B7.
  static func canonical(_ scalar: UInt32, _ han: HanTable) -> UInt32 {
    switch scalar {
    case 0x4E00...0x9FFF: han.simplified(scalar)
    case 0x0A: 0x20
    case 0x5B, 0x7B: 0x28
    case 0x5D, 0x7D: 0x29
    case ..<0x2022: scalar
    case 0x3010, 0x3014, 0x3016, 0x300A, 0x3008, 0x300C, 0xFE59, 0xFE5B, 0xFE5D: 0x28
    case 0x3011, 0x3015, 0x3017, 0x300B, 0x3009, 0x300D, 0xFE5A, 0xFE5C, 0xFE5E: 0x29
    case 0x2022, 0x30FB, 0x2027, 0x22C5, 0x2219, 0xFF65: 0xB7
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0x2460...0x2468: scalar - 0x2460 + 0x31
    default: han.simplified(scalar)
    }
  }

  /// The lower-case form without accents, one or two letters; 0 where there is none.
  static func folded(_ scalar: UInt32) -> (UInt32, UInt32) {
    if scalar < 0x80 { return (0x41...0x5A ~= scalar ? scalar + 0x20 : scalar, 0) }
    let small = lower(scalar)
    if 0xDF...0x17F ~= small {
      let index = Int(small - 0xDF) * 2
      return (bases[index], bases[index + 1] == 0x20 ? 0 : bases[index + 1])
    }
    return 0x300...0x36F ~= small ? (0, 0) : (small, 0)
  }

  /// The lower-case form; scalars whose lower case is not one scalar stay as they are.
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x80: 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar
    case 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 0x20
    case 0xDF...0xFF, 0x430...0x44F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: scalar
    default: NameText.lower(scalar)
    }
  }

  /// Whether the scalar counts where names are compared: a letter, a digit or a Han character.
  static func isContent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    case ..<0xC0: false
    default:
      HanTable.isHan(scalar) || NameText.isLatin(scalar) || NameText.isOtherLetter(scalar)
    }
  }

  /// The letters without accents of U+00DF...U+017F, two for each, the second often a blank.
  private static let bases: [UInt32] = {
    let text =
      "ssa a a a a a aec e e e e i i i i d n o o o o o / o u u u u y thy "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ijijj j k k k "
      + "l l l l l l l l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s "
    return text.unicodeScalars.map(\.value)
  }()
}

extension PartText {
  /// Appends the lower-case form of a scalar without accents; marks are left out.
  mutating func append(folded scalar: UInt32) {
    let letters = OrganizationNameLetters.folded(scalar)
    if letters.0 != 0 { append(scalar: letters.0) }
    if letters.1 != 0 { append(scalar: letters.1) }
  }
}
