import Vocabulary

/// Cells that hold no value, whatever their kind: what a program or a spreadsheet wrote instead of it.
enum UnreadableCell {
  /// What is odd about cleaned text that no rule need look at; nil for all other text.
  ///
  /// - Complexity: O(1) unless the first character is a mark that such cells begin with.
  static func issue(of scalars: [UInt32]) -> ValueIssues? {
    guard let first = scalars.first else { return nil }
    switch first {
    case 0x23: return issueOfHash(scalars)
    case 0x3D: return isFormula(scalars.dropFirst()) ? .formula : nil
    case 0x2B, 0x2D, 0x40: return isCommand(scalars.dropFirst()) ? .formula : nil
    case 0x7B where scalars.count > 1 && scalars[1] == 0x3D:  // {=SUM(A1:A3)}
      return isFormula(scalars.dropFirst(2)) ? .formula : nil
    default: return MaskedText.isMark(first) && MaskedText.hidesAll(scalars) ? .masked : nil
    }
  }

  /// `#####` is a column too narrow to show its number, `#REF!` a formula that failed.
  private static func issueOfHash(_ scalars: [UInt32]) -> ValueIssues? {
    if scalars.count >= 2, scalars.allSatisfy({ $0 == 0x23 }) { return .precisionLost }
    return errorValues.contains(scalars) ? .placeholder : nil
  }

  private static let errorValues = Set(
    [
      "#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
      "#FIELD!", "#GETTING_DATA",
    ].map { $0.unicodeScalars.map(\.value) })

  /// What follows an equals sign: a call, a cell, or operands.
  private static func isFormula(_ text: ArraySlice<UInt32>) -> Bool {
    let body = text.drop { $0 == 0x20 }
    guard let first = body.first, first < 0x80 else { return false }
    let isStart =
      isScalarDigit(first) || isASCIILetter(UInt8(first))
      || [0x22, 0x24, 0x27, 0x28, 0x2B, 0x2D, 0x40].contains(first)
    guard isStart else { return false }
    // ( ! & | * + / : and the quotes of texts
    let marks: [UInt32] = [0x21, 0x22, 0x26, 0x28, 0x2A, 0x2B, 0x2F, 0x3A, 0x7C]
    return isReference(body) || body.contains { marks.contains($0) }
  }

  /// `A1`, `$H$5`, alone.
  private static func isReference(_ text: ArraySlice<UInt32>) -> Bool {
    let body = text.filter { $0 != 0x24 }
    let letters = body.prefix { $0 < 0x80 && isASCIILetter(UInt8($0)) }
    let digits = body.dropFirst(letters.count)
    return (1...3).contains(letters.count) && !digits.isEmpty && digits.allSatisfy(isScalarDigit)
  }

  /// What follows a plus sign, a minus sign or an at sign: `SUM(A1)`, `cmd|' /C calc'!A0`.
  ///
  /// Phones, negative numbers and nicknames such as @Alex(北京) begin with the same marks.
  private static func isCommand(_ text: ArraySlice<UInt32>) -> Bool {
    if text.contains(0x7C), text.contains(0x21) { return true }
    let name = text.prefix { (0x41...0x5A).contains($0) || $0 == 0x2E }
    return name.count >= 2 && text.dropFirst(name.count).first == 0x28 && text.last == 0x29
  }
}
