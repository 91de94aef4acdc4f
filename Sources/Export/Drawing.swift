import Vocabulary

/// A straight scale of a drawing: values on one side, places on the other.
struct Scale: Hashable, Sendable {
  var values: ClosedRange<Double>
  /// The places of the lowest and of the highest value; the first may be the larger one.
  var from: Double
  var to: Double

  /// The place of a value, at the nearer end where it lies outside.
  func place(_ value: Double) -> Double {
    guard !value.isNaN else { return from }
    let within = min(max(value, values.lowerBound), values.upperBound)
    let span = values.upperBound - values.lowerBound
    return span > 0 ? from + (within - values.lowerBound) / span * (to - from) : from
  }

  /// Whether a value lies within the scale.
  func shows(_ value: Double) -> Bool { values.contains(value) }
}

/// The elements of drawings.
///
/// Colours come from classes of the page's style, so that a drawing needs no style of its own.
enum Drawing {
  /// A drawing that is read out as one image.
  static func image(
    width: Int, height: Int, kind: String, label: String, _ content: [Markup]
  ) -> Markup {
    """
    <svg class="\(kind)" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
    role="img" aria-label="\(label)">\(content)</svg>
    """
  }

  /// A drawing that fills a table's cell, in a row whose other cells say the same in numbers.
  ///
  /// It is 100 high and stretched to the row, so that lines go on in the next one. Only lines keep
  /// their thickness then; bars and dots are lines, too.
  static func cell(width: Int, _ content: [Markup]) -> Markup {
    """
    <svg class="cell" viewBox="0 0 \(width) 100" preserveAspectRatio="none" aria-hidden="true" \
    focusable="false">\(content)</svg>
    """
  }

  /// What stands above such drawings, on the same scale.
  static func head(width: Int, _ content: [Markup]) -> Markup {
    """
    <svg class="head" viewBox="0 0 \(width) 16" aria-hidden="true" focusable="false">\(content)</svg>
    """
  }

  /// A bar of a cell's drawing.
  static func beam(_ x1: Double, _ x2: Double, kind: String) -> Markup {
    line(min(x1, x2), 50, max(x1, x2, min(x1, x2) + 1), 50, kind: "beam " + kind)
  }

  /// A dot of a cell's drawing.
  static func spot(_ x: Double, kind: String) -> Markup {
    line(x, 50, x, 50, kind: "spot " + kind)
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, kind: String
  ) -> Markup {
    let (a, b, c, d) = (Figure.place(x1), Figure.place(y1), Figure.place(x2), Figure.place(y2))
    return "<line class=\"\(kind)\" x1=\"\(a)\" y1=\"\(b)\" x2=\"\(c)\" y2=\"\(d)\"/>"
  }

  /// A bar between two places; what it stands for shows when it is pointed at.
  static func bar(
    x: ClosedRange<Double>, y: ClosedRange<Double>, kind: String, hint: String? = nil
  ) -> Markup {
    let width = Figure.place(max(1, x.upperBound - x.lowerBound))
    let height = Figure.place(max(1, y.upperBound - y.lowerBound))
    let shape: Markup = """
      x="\(Figure.place(x.lowerBound))" y="\(Figure.place(y.lowerBound))" \
      width="\(width)" height="\(height)"
      """
    guard let hint else { return "<rect class=\"\(kind)\" \(shape)/>" }
    return "<rect class=\"\(kind)\" \(shape)><title>\(hint)</title></rect>"
  }

  static func dot(_ x: Double, _ y: Double, radius: Double, kind: String, hint: String? = nil)
    -> Markup
  {
    let shape: Markup = """
      cx="\(Figure.place(x))" cy="\(Figure.place(y))" r="\(Figure.place(radius))"
      """
    guard let hint else { return "<circle class=\"\(kind)\" \(shape)/>" }
    return "<circle class=\"\(kind)\" \(shape)><title>\(hint)</title></circle>"
  }

  /// Text at a place, which it begins at, ends at (`end`) or has in its middle (`middle`).
  static func text(
    _ text: String, _ x: Double, _ y: Double, anchor: String = "start", kind: String = "label"
  ) -> Markup {
    """
    <text class="\(kind)" x="\(Figure.place(x))" y="\(Figure.place(y))" \
    text-anchor="\(anchor)">\(text)</text>
    """
  }

  static func path(_ points: [(x: Double, y: Double)], kind: String) -> Markup {
    let steps = points.map { Figure.place($0.x) + "," + Figure.place($0.y) }
    return "<polyline class=\"\(kind)\" points=\"\(steps.joined(separator: " "))\"/>"
  }
}
