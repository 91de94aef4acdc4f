/// HTML whose interpolated text is escaped.
///
/// `"<td>\(name)</td>"` is a cell whatever the name holds. Only other markup enters as it is.
package struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  package private(set) var html: String

  package init(stringLiteral value: String) { html = value }

  package init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

  package static func += (left: inout Self, right: Self) { left.html += right.html }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: String) { html += literal }

    package mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    package mutating func appendInterpolation(_ list: [Markup]) {
      for markup in list { html += markup.html }
    }

    package mutating func appendInterpolation(_ number: Int) { html += String(number) }

    /// Appends text, safe as content and within quotes of either kind.
    package mutating func appendInterpolation(_ text: String) {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "&": html += "&amp;"
        case "<": html += "&lt;"
        case ">": html += "&gt;"
        case "\"": html += "&quot;"
        case "'": html += "&#39;"
        case _ where Self.isUnseen(scalar): html += "\u{FFFD}"
        default: html.unicodeScalars.append(scalar)
        }
      }
    }

    /// Whether a character would show nothing, or turn the text around it.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
