extension PersonNameWork {
  /// Parts `text` into the letters outside of brackets and what stands in them.
  ///
  /// An open bracket reaches to the end.
  mutating func part() {
    reset()
    let text = text
    var separator: UInt32 = 0
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if NameText.joinsHan(scalar) {
        var end = index + 1
        while end < text.count, NameText.joinsHan(text[end]) { end += 1 }
        add(text.span, index..<end, .han, &separator)
        index = end
        continue
      }
      if scalar == 0x28 {
        let close = text[index...].firstIndex(of: 0x29) ?? text.count
        notes.append(trimmed(index + 1..<close))
        index = close
        if separator == 0 { separator = 0x20 }
      } else if Self.isLetter(scalar) || joinsWords(index) {
        add(text.span, index..<index + 1, isInitial(index) ? .han : Self.script(scalar), &separator)
      } else if separator == 0 || separator == 0x20, scalar != 0x29 {
        separator = Self.isSeparator(scalar) ? scalar : 0x20
      }
      index += 1
    }
    while let last = pieces.last, last.script == .latin, letters.last == 0x20 {
      letters.removeLast()
      pieces[pieces.count - 1].range = last.range.lowerBound..<letters.count
    }
  }

  /// Adds letters to the last piece, or to a new one behind a separator or in another script.
  private mutating func add(
    _ text: Span<UInt32>, _ range: Range<Int>, _ script: NameScript, _ separator: inout UInt32
  ) {
    let start = letters.count
    letters.append(text, range)
    if separator == 0, let last = pieces.last, last.script == script || script == .mixed {
      pieces[pieces.count - 1].range = last.range.lowerBound..<letters.count
    } else {
      pieces.append(
        PersonNamePiece(
          range: start..<letters.count, separator: separator,
          script: script == .mixed ? .latin : script))
    }
    separator = 0
  }

  /// Whether a Latin letter stands between name dots: 乔治·F·米勒.
  private func isInitial(_ index: Int) -> Bool {
    index + 1 < text.count && text[index + 1] == 0xB7 && (index == 0 || text[index - 1] == 0xB7)
  }

  /// A range of `text` without blanks at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text[first] == 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, text[last] == 0x20 { range = range.lowerBound..<last }
    return range
  }

  /// The script of what is not Han; marks within Latin names are of any.
  private static func script(_ scalar: UInt32) -> NameScript {
    if NameText.isLatin(scalar) { return .latin }
    if scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0x2E { return .mixed }
    return NameText.isOtherLetter(scalar) ? .other : .none
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    NameText.isLatin(scalar) || NameText.isDigit(scalar) || NameText.isOtherLetter(scalar)
  }

  /// Whether a mark stands within or between Latin words, as in O'Brien and Jean-Luc.
  private func joinsWords(_ index: Int) -> Bool {
    let scalar = text[index]
    guard scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0x2E, index > 0 else {
      return false
    }
    if scalar == 0x2E, NameText.isLatin(text[index - 1]) { return true }
    guard index + 1 < text.count, NameText.isLatin(text[index + 1]) else { return false }
    return NameText.isLatin(text[index - 1]) || scalar == 0x20 && text[index - 1] == 0x2E
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x2B...0x2F, 0x3A, 0x3B, 0x3D, 0x40, 0x5C, 0x5F, 0x7C, 0x7E, 0x2026, 0x26: true
    default: false
    }
  }
}

extension PersonNameNormalizer {
  /// Says what pieces are as a whole, and forgets labels.
  func classify(_ work: inout PersonNameWork) {
    var kept = 0
    for index in work.pieces.indices {
      var piece = work.pieces[index]
      if piece.script == .han || piece.script == .latin {
        takeRemarkBehind(&work, index, &piece)
        if piece.role == .open { piece.role = role(of: piece, at: index, work) }
      }
      takeCounted(&work, index, &piece)
      guard piece.role != .label, !piece.range.isEmpty else { continue }
      work.pieces[kept] = piece
      kept += 1
    }
    work.pieces.removeLast(work.pieces.count - kept)
  }

  /// Gives the counted thing behind digits to them: 3组, 12楼, 3号楼, A座.
  private func takeCounted(
    _ work: inout PersonNameWork, _ index: Int, _ piece: inout PersonNamePiece
  ) {
    guard index + 1 < work.pieces.count,
      piece.script == .none || piece.script == .latin && piece.range.count <= 2,
      work.pieces[index + 1].separator == 0,
      work.pieces[index + 1].script == .han
    else { return }
    let next = work.pieces[index + 1].range
    var end = next.lowerBound
    while end < next.upperBound, end < next.lowerBound + 2, Self.isCounted(work.letters[end]) {
      end += 1
    }
    guard end > next.lowerBound else { return }
    piece.role = .number
    piece.range = piece.range.lowerBound..<end
    work.pieces[index + 1].range = end..<next.upperBound
    work.pieces[index + 1].separator = 0x2F
  }

  /// Whether digits count a thing: 组 号 期 楼 班 级 区 室 栋 店 队 部 届 幢 座 层 排 弄 床 岁 车.
  private static func isCounted(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7EC4, 0x53F7, 0x671F, 0x697C, 0x73ED, 0x7EA7, 0x533A, 0x5BA4, 0x680B, 0x5E97, 0x961F,
      0x90E8, 0x5C4A, 0x5E62, 0x5EA7, 0x5C42, 0x6392, 0x5F04, 0x5E8A, 0x5C81, 0x8F66:
      true
    default: false
    }
  }

  /// IT部 and A类: letters and characters that are one remark.
  private func takeRemarkBehind(
    _ work: inout PersonNameWork, _ index: Int, _ piece: inout PersonNamePiece
  ) {
    guard piece.script == .latin, index + 1 < work.pieces.count,
      work.pieces[index + 1].separator == 0, work.pieces[index + 1].script == .han
    else { return }
    let whole = piece.range.lowerBound..<work.pieces[index + 1].range.upperBound
    guard words.titles.remarks[work.letters, whole] != nil else { return }
    piece.range = whole
    piece.role = .remark
    work.pieces[index + 1].range = whole.upperBound..<whole.upperBound
  }

  private func role(
    of piece: PersonNamePiece, at index: Int, _ work: PersonNameWork
  ) -> PersonNamePiece.Role {
    guard piece.script == .han else { return latinRole(piece, at: index, work) }
    if work.pieces.count > 1, let label = words.titles.labels[work.letters, piece.range] {
      // 客户 in front is a label, and 老板 behind a title
      if label != .front || piece.range.upperBound < work.letters.count { return .label }
    }
    if let honorific = words.titles.honorifics[work.letters, piece.range],
      !honorific.isDisjoint(with: [.behind, .front])
    {
      switch piece.range.count {
      case 1: return index > 0 && honorific.contains(.behind) ? .title : .open
      case 2 where isSurnameAndTitle(work.letters, piece.range): return .open
      default: return .title
      }
    }
    let isRemark =
      words.titles.remarks[work.letters, piece.range] != nil
      || work.pieces.count > 1 && isDepartment(work.letters, piece.range)
      || isOffice(work.letters, piece.range)
    return isRemark ? .remark : .open
  }

  /// 技术部经理: a department, then a title.
  private func isOffice(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard let place = words.titles.remarks.prefix(text, range, where: { $0 == .place }),
      place.length < range.count
    else { return false }
    return words.titles.isBehind(text, range.lowerBound + place.length..<range.upperBound)
  }

  /// 大客户部, 综合办公室: a word that ends as departments do.
  private func isDepartment(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    let last = text[range.upperBound - 1]
    let second = text[range.upperBound - 2]
    return last == 0x90E8 || second == 0x4E2D && last == 0x5FC3  // 部, 中心
      || second == 0x516C && last == 0x5BA4 || second == 0x8F66 && last == 0x95F4  // (办)公室, 车间
  }

  /// 高工 is a title, and more often Mr Gao, an engineer.
  private func isSurnameAndTitle(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    words.surnames.frequency(text[range.lowerBound]) ?? -20 > -9
      && words.titles.isBehind(text, range.dropFirst())
  }

  /// Name and Attn when something follows, wx and the account behind it.
  private func latinRole(
    _ piece: PersonNamePiece, at index: Int, _ work: PersonNameWork
  ) -> PersonNamePiece.Role {
    if index > 0, work.pieces[index - 1].range.isEmpty == false,
      words.titles.labels[work.letters, work.pieces[index - 1].range] == .contact
    {
      return .label
    }
    guard piece.range.count <= 16, work.pieces.count > 1 else { return .open }
    var letters = InlineArray<16, UInt32>(repeating: 0)
    for place in piece.range {
      letters[place - piece.range.lowerBound] = NameText.lower(work.letters[place])
    }
    switch words.titles.labels[letters.span.extracting(0..<piece.range.count)] {
    case .contact: return .label
    case .latin: return piece.range.upperBound < work.letters.count ? .label : .open
    default: return .open
    }
  }

  /// Joins pieces that a stray blank has parted: 张 伟, 欧阳 明, 张伟 先生.
  func merge(_ work: inout PersonNameWork) {
    guard work.pieces.count > 1 else { return }
    var kept = 1
    for index in 1..<work.pieces.count {
      let piece = work.pieces[index]
      let last = work.pieces[kept - 1]
      let isLoose =
        piece.separator == 0x20 || last.range.count == 1 && Self.partsLetters(piece.separator)
      if last.script == .han, piece.script == .han, isLoose, last.role == .open,
        last.range.upperBound == piece.range.lowerBound, belongTogether(work.letters, last, piece)
      {
        work.pieces[kept - 1].range = last.range.lowerBound..<piece.range.upperBound
      } else {
        work.pieces[kept] = piece
        kept += 1
      }
    }
    work.pieces.removeLast(work.pieces.count - kept)
  }

  /// Whether a mark is typed between a surname and a given name: 王.伟, 王_伟, 王-伟.
  private static func partsLetters(_ separator: UInt32) -> Bool {
    switch separator {
    case 0x2C, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private func belongTogether(
    _ text: [UInt32], _ left: PersonNamePiece, _ right: PersonNamePiece
  ) -> Bool {
    let whole = left.range.lowerBound..<right.range.upperBound
    if right.role == .title {
      return left.range.count <= 4
        && hanName(text, whole, at: words.classifier.place(text, whole)) != nil
    }
    guard right.role == .open else { return false }
    if right.separator != 0x20, words.classifier.isRegion(text, right.range) { return false }
    let compound = words.surnames.compound(text, left.range)
    if left.range.count > 1, let compound, compound.length == left.range.count {
      if compound.value == .chinese { return whole.count <= 4 }
      // 佐藤 太郎, but not 高木 and a second person
      return right.range.count <= 3
        && (right.range.count == 1 || !words.surnames.isKnown(text, right.range))
        && (words.surnames.frequency(text[left.range.lowerBound]) ?? -20 < -12
          || words.surnames.frequency(text[right.range.lowerBound]) ?? -20 < -9)
    }
    guard whole.count <= 4 else { return false }
    if left.range.count == 1 { return words.surnames.isKnown(text, left.range) }
    return right.range.count == 1 && words.titles.labels[text, right.range] == nil
  }
}
