/// The parts of a Chinese organization's name.
struct OrganizationNameParts {
  /// What is left between the parts found: the brand and the line of business.
  var core: [UInt32] = []
  var places: [[UInt32]] = []
  var legalForm: [UInt32] = []
  /// The forms that tell organizations apart, in the order of the name.
  var telling: [UInt32] = []
  var branch: [UInt32] = []
  /// The place in brackets.
  var bracketed: [UInt32] = []
}

extension OrganizationNameNormalizer {
  func readHan(_ text: [UInt32], _ reading: inout OrganizationNameReading) {
    let compact = Self.withoutBlanks(text)
    let parts = split(compact)
    let industry = industryStart(parts.core[...])
    reading.canonical = String(scalars: compact)
    reading.place = parts.places.map { String(scalars: $0) }.sorted().joined(separator: " ")
    reading.brand = String(scalars: parts.core[..<industry])
    reading.industry = String(scalars: parts.core[industry...])
    reading.legalForm = String(scalars: parts.legalForm)
    reading.branch = String(scalars: parts.branch)
    for scalar in parts.core[..<industry] {
      if HanTable.isHan(scalar) {
        reading.latin += han.pinyin(scalar)
      } else if NameText.isLatin(scalar) || NameText.isDigit(scalar) {
        NameText.appendFolded(scalar, to: &reading.latin)
      }
    }
    let letters = Self.keyLetters(parts.core[...])
    guard !letters.isEmpty || !parts.places.isEmpty && !parts.legalForm.isEmpty else { return }
    reading.key = reading.place + "|" + letters + "|" + String(scalars: parts.telling)
    if !parts.branch.isEmpty { reading.key += "|" + reading.branch }
  }

  /// Blanks go where Han characters meet them, and one stays between Latin words.
  static func withoutBlanks(_ text: [UInt32]) -> [UInt32] {
    guard text.contains(0x20) else { return text }
    var compact: [UInt32] = []
    for (index, scalar) in text.enumerated() {
      if scalar == 0x20 {
        guard let last = compact.last, last < 0x250, last != 0x20, last != 0x28,
          let next = text[(index + 1)...].first(where: { $0 != 0x20 }), next < 0x250
        else { continue }
      }
      compact.append(scalar)
    }
    return compact
  }

  /// Finds the parts: brackets first, then branch and legal form from the end, places from the start.
  func split(_ text: [UInt32]) -> OrganizationNameParts {
    var parts = OrganizationNameParts()
    var rest = takeBrackets(text, &parts)[...]
    takeBranch(&rest, &parts)
    takeForms(&rest, &parts)
    takePlaces(&rest, &parts)
    parts.core = Array(rest)
    dropProvinces(&parts)
    return parts
  }

  /// Takes out what stands in brackets: places, legal forms, and notes such as (原名…).
  private func takeBrackets(
    _ text: [UInt32], _ parts: inout OrganizationNameParts
  ) -> [UInt32] {
    guard text.contains(0x28) || text.contains(0xFF08) else { return text }
    var outside: [UInt32] = []
    var index = 0
    while index < text.count {
      guard text[index] == 0x28, let close = text[index...].firstIndex(of: 0x29) else {
        if text[index] != 0x29 { outside.append(text[index]) }
        index += 1
        continue
      }
      let inside = text[(index + 1)..<close]
      let next = text[(close + 1)...]
      if words.branches.prefixLength(next) > 0 || words.branches.suffixLength(inside) > 0 {
        outside += inside
      } else if let match = places.prefix(of: inside), match.length == inside.count {
        parts.places.append(Array(match.name))
        parts.bracketed = Array(match.name)
      } else if words.tellingForms.contains(inside) || words.plainForms.contains(inside) {
        parts.telling += words.tellingForms.contains(inside) ? Array(inside) : []
        parts.legalForm += inside
      } else if outside.isEmpty {
        outside += inside
      }
      index = close + 1
    }
    return outside
  }

  /// A branch is what follows the head office's legal form, or stands at the end with its place.
  private func takeBranch(
    _ rest: inout ArraySlice<UInt32>, _ parts: inout OrganizationNameParts
  ) {
    let marker = words.branches.suffixLength(rest)
    guard marker > 0, rest.count > marker + 1 else { return }
    let head = rest.dropLast(marker)
    for end in head.indices.reversed() where endsHeadOffice(head[...end]) {
      parts.branch = branchName(rest[(end + 1)...])
      rest = rest[...end]
      return
    }
    for start in head.indices.dropFirst(2) {
      guard let match = places.prefix(of: head[start...]),
        head.endIndex - start - match.length <= 4
      else { continue }
      parts.branch = branchName(rest[start...])
      rest = rest[..<start]
      return
    }
    parts.branch = Array(rest.suffix(marker))
    rest = head
  }

  /// Whether a head office's name can end here: 有限公司, 银行.
  private func endsHeadOffice(_ text: ArraySlice<UInt32>) -> Bool {
    text.count > 2
      && (words.plainForms.suffixLength(text) >= 2 || words.institutions.suffixLength(text) >= 2)
  }

  /// The branch without 省 or 市 behind its place.
  private func branchName(_ text: ArraySlice<UInt32>) -> [UInt32] {
    guard let match = places.prefix(of: text), match.length < text.count else {
      return Array(text)
    }
    return Array(match.name) + Array(text.dropFirst(match.length))
  }

  /// Takes legal forms from the end, as many as stand there: 集团股份有限公司.
  private func takeForms(
    _ rest: inout ArraySlice<UInt32>, _ parts: inout OrganizationNameParts
  ) {
    while rest.count > 2 {
      let plain = words.plainForms.suffixLength(rest)
      let telling = words.tellingForms.suffixLength(rest)
      let length = max(plain, telling)
      guard length > 0, rest.count - length >= 2 else { return }
      parts.legalForm = Array(rest.suffix(length)) + parts.legalForm
      if telling > plain { parts.telling = Array(rest.suffix(length)) + parts.telling }
      rest = rest.dropLast(length)
      if telling > plain, telling < 2 { return }
    }
  }

  private func takePlaces(
    _ rest: inout ArraySlice<UInt32>, _ parts: inout OrganizationNameParts
  ) {
    while let match = places.prefix(of: rest), rest.count - match.length >= 2 {
      parts.places.append(Array(match.name))
      rest = rest.dropFirst(match.length)
      dropDistrict(&rest)
      guard parts.places.count < 3 else { return }
    }
    // 华信科技深圳有限公司: a place behind the line of business
    for start in rest.indices.dropFirst(4) {
      guard let match = places.prefix(of: rest[start...]), start + match.length == rest.endIndex,
        words.industries.suffixLength(rest[..<start]) > 0
      else { continue }
      parts.places.append(Array(match.name))
      rest = rest[..<start]
      return
    }
  }

  /// 海淀区 behind 北京市 is left out, for other spellings of the name do without it.
  private func dropDistrict(_ rest: inout ArraySlice<UInt32>) {
    for length in [3, 4] where rest.count >= length + 2 {
      let last = rest[rest.startIndex + length - 1]
      guard last == 0x533A || last == 0x53BF else { continue }  // 区, 县
      rest = rest.dropFirst(length)
      return
    }
  }

  /// 江苏苏州 is Suzhou, and a place is named once.
  private func dropProvinces(_ parts: inout OrganizationNameParts) {
    guard parts.places.count > 1 else { return }
    let named = parts.places
    let parents = named.compactMap { places.province(of: $0[...]) }
    parts.places = named.indices.filter { index in
      !parents.contains(named[index]) && !named[..<index].contains(named[index])
    }.map { named[$0] }
  }

  /// Where the line of business begins in brand and business; at least one character stays a brand.
  private func industryStart(_ core: ArraySlice<UInt32>) -> Int {
    var rest = core
    while true {
      let length = words.industries.suffixLength(rest)
      guard length > 0, length < rest.count else { return rest.endIndex }
      rest = rest.dropLast(length)
    }
  }

  /// What counts for the key: letters, digits and Han characters in lower case.
  static func keyLetters(_ text: ArraySlice<UInt32>) -> String {
    var letters = ""
    for scalar in text {
      if HanTable.isHan(scalar) {
        if let letter = Unicode.Scalar(scalar) { letters.unicodeScalars.append(letter) }
      } else if NameText.isLatin(scalar) || NameText.isDigit(scalar)
        || NameText.isOtherLetter(scalar)
      {
        NameText.appendFolded(scalar, to: &letters)
      }
    }
    return letters
  }
}
