import Vocabulary

/// Reads postal addresses: Chinese ones into province, city, district, town and the rest, others as
/// words.
package struct AddressNormalizer: Sendable {
  private let table = DivisionTable.shared
  private let han = HanTable()
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  /// No text of Chinese characters that fills a cell is longer.
  private static let longestFiller = 24

  package func read(_ raw: Span<UInt8>) -> AddressReading {
    var reading = AddressReading()
    read(raw, into: &reading)
    return reading
  }

  /// Reads a cell in the memory of an earlier reading.
  package func read(_ raw: Span<UInt8>, into reading: inout AddressReading) {
    reading.reset()
    reading.clean.read(raw)
    guard !reading.clean.scalars.isEmpty else { return }
    if let issue = UnreadableCell.issue(of: reading.clean.scalars) {
      reading.issues = issue
      return
    }
    if reading.clean.isRepaired { reading.issues.insert(.repaired) }
    let isShort = reading.clean.scalars.count <= Self.longestFiller
    if isShort || !isHan(reading.clean.scalars[0]),
      lexicon.placeholders.isPlaceholder(reading.clean.scalars.span)
    {
      reading.issues.insert(.placeholder)
      return
    }
    if MaskedText.hidesAddress(reading.clean.scalars) {
      reading.issues.insert(.masked)
      return
    }
    let isChinese = reading.join(han)
    reading.set(.canonical, 0..<reading.typed.count)
    let starts = isChinese ? splitChinese(&reading) : (town: 0, detail: 0)
    reading.set(.detail, starts.town..<reading.typed.count)
    // A town counts only where nothing else tells two details of one district apart.
    let hasNumber = reading.typed[starts.detail...].contains(where: isScalarDigit)
    reading.setKey(from: hasNumber ? starts.detail : starts.town)
  }

  /// Takes off divisions and town.
  ///
  /// - Returns: Where the town begins, or would, and where what follows it does.
  private func splitChinese(_ reading: inout AddressReading) -> (town: Int, detail: Int) {
    var scanner = DivisionScanner(reading.simplified, breaks: reading.breaks, table)
    scanner.scan()
    reading.issues.formUnion(scanner.issues)
    if let province = scanner.province { reading.set(.province, table.shortName(province)) }
    if let city = scanner.city { reading.set(.city, table.shortName(city)) }
    var place = scanner.place
    if let county = scanner.county {
      reading.set(.district, table.name(county))
    } else if let open = scanner.openCounty {
      reading.set(.district, open)
    } else if let length = AddressTail.districtLength(reading.simplified, from: place) {
      let district = place..<place + length
      let isListed = scanner.city.map(table.hasCounties) ?? true
      if isListed, !AddressTail.isZone(reading.simplified, district) {
        reading.issues.insert(.unknownPlace)
      }
      reading.set(.district, district)
      place += length
    }
    let town = AddressTail.skipMarks(reading.simplified, from: place)
    place = town
    if let length = AddressTail.townLength(reading.simplified, from: place) {
      reading.set(.town, place..<place + length)
      place += length
    }
    return (town, AddressTail.skipMarks(reading.simplified, from: place))
  }
}

extension AddressReading {
  /// Makes one line of the cell: blanks beside a Chinese character go, others become one.
  ///
  /// - Returns: Whether the line has a Chinese character.
  fileprivate mutating func join(_ han: HanTable) -> Bool {
    typed.removeAll(keepingCapacity: true)
    simplified.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    var hasHan = false
    var isBlank = false
    var last: UInt32 = 0
    let source = clean.scalars
    typed.append(addingCapacity: source.count * 2) { output in
      for scalar in source {
        if scalar == 0x20 || scalar == 0x0A {
          isBlank = true
          continue
        }
        let isHanHere = isHan(scalar)
        if isBlank, last != 0 {
          if isHanHere || isHan(last) {
            breaks.append(output.count)
          } else {
            output.append(0x20)
          }
        }
        isBlank = false
        output.append(scalar)
        hasHan = hasHan || isHanHere
        last = scalar
      }
    }
    simplified += typed
    var letters = simplified.mutableSpan
    for place in 0..<letters.count where letters[place] >= 0x3400 {
      letters[place] = han.simplified(letters[place])
    }
    return hasHan
  }

  fileprivate mutating func set(_ part: Part, _ name: String) { text.set(part.rawValue, name) }

  fileprivate mutating func set(_ part: Part, _ range: Range<Int>) {
    let typed = typed  // a span of the property would hold the whole reading
    text.set(part.rawValue, typed.span.extracting(range))
  }

  fileprivate mutating func setKey(from start: Int) {
    text.begin(Part.key.rawValue)
    AddressKey.append(simplified, from: start, to: &text)
    text.end(Part.key.rawValue)
  }
}

func isHan(_ scalar: UInt32) -> Bool {
  (0x3400...0x9FFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
    || (0xF900...0xFAFF).contains(scalar) || scalar == 0x3007
}
