/// What the text of a name is made of, so that rules are asked only where they can hold.
///
/// Gathered in the pass that writes the text.
struct NameSigns: Sendable {
  private var hasHan = false
  private var hasLatin = false
  private var hasOther = false
  /// Whether there are Han characters that few names hold.
  private var hasSeldom = false
  private var hasBlank = false
  /// Whether there is anything but letters, digits and blanks.
  private(set) var hasMarks = false
  /// Whether there is a mark that may hide characters, or the character 某.
  private(set) var mayHide = false
  /// Whether there is anything beyond ASCII.
  private(set) var isWide = false
  private var digits = 0

  init() {}

  init(_ text: some Sequence<UInt32>) {
    for scalar in text { add(scalar) }
  }

  /// Adds a scalar in its canonical form.
  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x4E00...0x9FFF:
      hasHan = true
      isWide = true
      if scalar == MaskedText.someone { mayHide = true }
    case 0x61...0x7A, 0x41...0x5A: hasLatin = true
    case 0x20: hasBlank = true
    case 0x30...0x39: digits += 1
    default: addOther(scalar)
    }
  }

  private mutating func addOther(_ scalar: UInt32) {
    if scalar >= 0x80 { isWide = true }
    if MaskedText.isMark(scalar) || scalar == 0xB7 { mayHide = true }  // a bullet becomes a dot
    if HanTable.isHan(scalar) {
      hasHan = true
      hasSeldom = true
    } else if NameText.isLatin(scalar) {
      hasLatin = true
    } else if NameText.isOtherLetter(scalar) {
      hasOther = true
    } else {
      hasMarks = true
    }
  }

  /// The script of the letters.
  var script: NameScript {
    if hasHan { return hasLatin ? .mixed : .han }
    return hasLatin ? .latin : hasOther ? .other : .none
  }

  /// Whether all are common Han characters, and none hides another one.
  ///
  /// Seldom ones and kana are not counted among them.
  var isHanAlone: Bool {
    hasHan && !hasSeldom && !hasLatin && !hasOther && !hasMarks && !hasBlank && !mayHide
      && digits == 0
  }

  /// Whether there may be a phone number, an e-mail address or a web address.
  var mayBeContact: Bool { digits >= 5 || hasMarks }
}
