extension OrganizationNameNormalizer {
  private typealias Part = OrganizationNameReading.Part

  func writeParts(
    _ core: Span<UInt32>, _ work: OrganizationNameWork, brand: Range<Int>, industry: Range<Int>,
    _ reading: inout OrganizationNameReading
  ) {
    reading.text.begin(Part.place.rawValue)
    for (index, place) in work.places.enumerated() {
      if index > 0 { reading.text.append(0x20) }
      let name = places.text(place)
      reading.text.append(name.span, 0..<name.count)
    }
    reading.text.end(Part.place.rawValue)
    write(core, brand, to: .brand, &reading)
    write(core, industry, to: .industry, &reading)
    reading.text.begin(Part.legalForm.rawValue)
    for form in work.forms.reversed() {
      let meant = words.meantForm(form.node)
      if meant == 0 {
        reading.text.append(core, form.range)
      } else {
        append(text: meant, to: &reading)
      }
    }
    reading.text.end(Part.legalForm.rawValue)
    reading.text.begin(Part.latin.rawValue)
    reading.text.append(addingCapacity: brand.count * 6) { output, end in
      for place in brand {
        if HanTable.isHan(core[place]) {
          han.putPinyin(core[place], to: &output, at: &end)
        } else if OrganizationNameLetters.isContent(core[place]) {
          output.put(folded: core[place], at: &end)
        }
      }
    }
    reading.text.end(Part.latin.rawValue)
  }

  /// Appends the text of a number.
  func append(text number: UInt16, to reading: inout OrganizationNameReading) {
    let text = words.text(number)
    reading.text.append(text.span, 0..<text.count)
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
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: Range<Int>,
    branch: Range<Int>, _ reading: inout OrganizationNameReading
  ) {
    let part = branch.isEmpty ? Part.key : Part.group
    reading.text.begin(part.rawValue)
    reading.text.append(textOf: Part.place.rawValue)
    reading.text.append(0x7C)
    reading.text.append(letters: core, head)
    if !work.tags.isEmpty {
      reading.text.append(letters: work.tags.span, 0..<work.tags.count)
    }
    reading.text.append(0x7C)
    for family in work.families.reversed() {
      append(text: family, to: &reading)
    }
    if work.families.isEmpty, let family = work.weakFamilies.last {
      append(text: family, to: &reading)
    }
    reading.text.end(part.rawValue)
    guard !branch.isEmpty else { return }
    gatherBranch(core, branch, &work.branch)
    reading.text.set(Part.branch.rawValue, work.branch.span)
    reading.text.begin(Part.key.rawValue)
    reading.text.append(textOf: Part.group.rawValue)
    reading.text.append(0x7C)
    reading.text.append(letters: work.branch.span, 0..<work.branch.count)
    reading.text.end(Part.key.rawValue)
  }

  /// The branch without 省, 市 or 区 behind the places that it begins with.
  private func gatherBranch(
    _ core: Span<UInt32>, _ range: Range<Int>, _ branch: inout [UInt32]
  ) {
    branch.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    var last: Int?
    while start < range.upperBound {
      let place = places.prefix(core, start..<range.upperBound, behind: last)
      guard place.length > 0, start + place.length < range.upperBound else { break }
      let name = places.text(place.number)
      branch += name[((name.lastIndex(of: 0x20) ?? name.startIndex - 1) + 1)...]
      last = place.number
      start += place.length
    }
    for index in start..<range.upperBound where OrganizationNameLetters.isContent(core[index]) {
      branch.append(core[index])
    }
  }
}
