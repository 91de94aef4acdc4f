extension OrganizationNameNormalizer {
  private typealias Part = OrganizationNameReading.Part

  func writeParts(
    _ core: Span<UInt32>, _ work: OrganizationNameWork, brand: Range<Int>, industry: Range<Int>,
    _ reading: inout OrganizationNameReading
  ) {
    reading.text.begin(Part.place.rawValue)
    for (index, place) in work.places.enumerated() {
      if index > 0 { reading.text.append(0x20) }
      for scalar in places.text(place) { reading.text.append(scalar: scalar) }
    }
    reading.text.end(Part.place.rawValue)
    write(core, brand, to: .brand, &reading)
    write(core, industry, to: .industry, &reading)
    reading.text.begin(Part.legalForm.rawValue)
    for form in work.forms.reversed() { reading.text.append(core, form) }
    reading.text.end(Part.legalForm.rawValue)
    reading.text.begin(Part.latin.rawValue)
    for place in brand {
      if HanTable.isHan(core[place]) {
        for byte in han.pinyin(core[place]).utf8 { reading.text.append(byte) }
      } else if OrganizationNameLetters.isContent(core[place]) {
        reading.text.append(folded: core[place])
      }
    }
    reading.text.end(Part.latin.rawValue)
  }

  private func write(
    _ core: Span<UInt32>, _ range: Range<Int>, to part: Part,
    _ reading: inout OrganizationNameReading
  ) {
    reading.text.begin(part.rawValue)
    reading.text.append(core, range)
    reading.text.end(part.rawValue)
  }

  /// The places, the letters of brand and business, the forms that tell, and the branch.
  func writeKey(
    _ core: Span<UInt32>, _ work: OrganizationNameWork, _ head: Range<Int>, branch: Range<Int>,
    _ reading: inout OrganizationNameReading
  ) {
    let part = branch.isEmpty ? Part.key : Part.group
    reading.text.begin(part.rawValue)
    reading.text.append(textOf: Part.place.rawValue)
    reading.text.append(0x7C)
    appendLetters(core, head, &reading.text)
    reading.text.append(0x7C)
    for family in work.families.reversed() {
      for scalar in words.familyText(family) { reading.text.append(scalar: scalar) }
    }
    if work.families.isEmpty, let family = work.weakFamilies.last {
      for scalar in words.familyText(family) { reading.text.append(scalar: scalar) }
    }
    reading.text.end(part.rawValue)
    guard !branch.isEmpty else { return }
    writeBranch(core, branch, &reading)
    reading.text.begin(Part.key.rawValue)
    reading.text.append(textOf: Part.group.rawValue)
    reading.text.append(0x7C)
    reading.text.append(textOf: Part.branch.rawValue)
    reading.text.end(Part.key.rawValue)
  }

  /// The branch without 省 or 市 behind its place.
  private func writeBranch(
    _ core: Span<UInt32>, _ branch: Range<Int>, _ reading: inout OrganizationNameReading
  ) {
    let place = places.prefix(core, branch)
    reading.text.begin(Part.branch.rawValue)
    if place.length > 0, place.length < branch.count {
      for scalar in places.text(place.number) { reading.text.append(scalar: scalar) }
      reading.text.append(core, branch.lowerBound + place.length..<branch.upperBound)
    } else {
      reading.text.append(core, branch)
    }
    reading.text.end(Part.branch.rawValue)
  }

  /// What counts for the key: letters, digits and Han characters in lower case.
  private func appendLetters(
    _ core: Span<UInt32>, _ range: Range<Int>, _ text: inout PartText
  ) {
    for index in range {
      let scalar = core[index]
      if HanTable.isHan(scalar) {
        text.append(scalar: scalar)
      } else if OrganizationNameLetters.isContent(scalar) {
        text.append(folded: scalar)
      }
    }
  }
}
