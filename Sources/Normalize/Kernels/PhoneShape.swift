/// Whether a cell is grouped as nobody but North Americans group numbers: (713) 455-3400, 1-786-897-5522.
///
/// A Chinese mobile of eleven digits and a landline without its zero would pass for one without the
/// groups. Neither an area code nor an exchange begins with 0 or 1 (North American Numbering Plan,
/// NPA-NXX). Words may follow the number, such as an extension; further digits of its own may not.
func hasNorthAmericanShape(_ cell: Span<UInt8>) -> Bool {
  var place = 0
  func isDigit(at place: Int) -> Bool {
    place < cell.count && cell[place] >= 0x30 && cell[place] <= 0x39
  }
  /// Steps over blanks, hyphens, dots, slashes and brackets; tells whether there was one.
  func skipSeparators() -> Bool {
    let start = place
    while place < cell.count {
      switch cell[place] {
      case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F: place += 1
      default: return place > start
      }
    }
    return place > start
  }
  func skipDigits(_ count: Int) -> Bool {
    for _ in 0..<count {
      guard isDigit(at: place) else { return false }
      place += 1
    }
    return !isDigit(at: place)
  }
  func skipGroup() -> Bool {
    guard isDigit(at: place), cell[place] >= 0x32 else { return false }
    return skipDigits(3)
  }
  _ = skipSeparators()
  if isDigit(at: place), cell[place] == 0x31 {
    place += 1
    guard skipSeparators() else { return false }
  }
  guard skipGroup(), skipSeparators(), skipGroup(), skipSeparators() else { return false }
  guard skipDigits(4) else { return false }
  while place < cell.count, cell[place] == 0x20 || cell[place] == 0x2C { place += 1 }
  return place == cell.count || cell[place] | 0x20 == 0x65 || cell[place] | 0x20 == 0x78
    || cell[place] == 0x23
}
