/// What a value looks like, with no character of it left.
///
/// Digits become 9, Han characters 某, letters x or X; blanks, marks and symbols stay as they are, since
/// they say how the value is built and not what it is.
struct ValueShape {
  /// The number of characters beyond which a shape is cut.
  static let longest = 32

  static func text(of value: String) -> String {
    var shape = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      if shape.count == longest {
        shape.append("…")
        break
      }
      shape.append(mark(of: scalar))
    }
    return String(shape)
  }

  private static func mark(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    let properties = scalar.properties
    if properties.isIdeographic { return "某" }
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return "9"
    case .uppercaseLetter, .titlecaseLetter: return "X"
    case .lowercaseLetter, .otherLetter, .modifierLetter: return "x"
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return " "
    case .dashPunctuation, .openPunctuation, .closePunctuation, .connectorPunctuation,
      .otherPunctuation, .initialPunctuation, .finalPunctuation, .mathSymbol, .currencySymbol:
      return scalar
    default: return "·"
    }
  }
}
