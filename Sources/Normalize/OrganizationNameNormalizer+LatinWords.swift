extension OrganizationNameNormalizer {
  private typealias Piece = OrganizationNameWork.LatinPiece

  /// Words parted by blanks, commas, brackets and their like; `&` is the word `and`.
  func splitLatin(_ work: inout OrganizationNameWork) {
    work.words.removeAll(keepingCapacity: true)
    var folded: [UInt32] = []
    swap(&folded, &work.folded)
    folded.removeAll(keepingCapacity: true)
    let text = work.text
    folded.append(addingCapacity: text.count * 3) { output in
      Self.split(text.span, &output, &work.words)
    }
    swap(&folded, &work.folded)
    var hasPhrase = false
    work.isRewritten = false
    for word in work.words.indices {
      let sense = sense(work, word..<word + 1)
      work.words[word].sense = sense
      if sense.beginsPhrase { hasPhrase = true }
      if sense.full != 0 { work.isRewritten = true }
    }
    if hasPhrase { joinPhrases(&work) }
  }

  /// Makes one word of those that are written in one or in several parts.
  private func joinPhrases(_ work: inout OrganizationNameWork) {
    var first = 0
    while first + 1 < work.words.count {
      if work.words[first].sense.beginsPhrase, let end = phraseEnd(work, first) {
        let last = work.words[end - 1]
        work.words[first].sense = sense(work, first..<end)
        work.words[first].text = work.words[first].text.lowerBound..<last.text.upperBound
        work.words[first].folded = work.words[first].folded.lowerBound..<last.folded.upperBound
        work.words[first].isJoined = true
        work.isRewritten = true
        work.words.removeSubrange(first + 1..<end)
      }
      first += 1
    }
  }

  /// Where the longest phrase ends that begins with a word, of at most four; nil where none does.
  private func phraseEnd(_ work: OrganizationNameWork, _ first: Int) -> Int? {
    var end = min(first + 4, work.words.count)
    while end > first + 1 {
      let isWhole = work.words[end - 1].bracket == work.words[first].bracket
      if isWhole, sense(work, first..<end).isPhrase { return end }
      end -= 1
    }
    return nil
  }

  private static func split(
    _ text: Span<UInt32>, _ output: inout OutputSpan<UInt32>, _ words: inout [Piece]
  ) {
    var bracket = 0
    var brackets = 0
    var index = 0
    while index < text.count {
      let start = index
      let folded = output.count
      switch text[index] {
      case 0x28:
        brackets += 1
        bracket = brackets
      case 0x29: bracket = 0
      case 0x26, 0x2B:
        output.append(0x61)
        output.append(0x6E)
        output.append(0x64)
      default: index = fold(text, index, &output)
      }
      if index == start { index += 1 }
      guard output.count > folded else { continue }
      words.append(Piece(text: start..<index, folded: folded..<output.count, bracket: bracket))
    }
  }

  /// Folds the letters of a word, and returns where it ends.
  private static func fold(
    _ text: Span<UInt32>, _ start: Int, _ output: inout OutputSpan<UInt32>
  ) -> Int {
    var index = start
    while index < text.count {
      let scalar = text[index]
      if 0x61...0x7A ~= scalar || 0x41...0x5A ~= scalar {
        output.append(scalar | 0x20)
      } else if OrganizationNameLetters.isContent(scalar) {
        let letters = OrganizationNameLetters.folded(scalar)
        if letters.0 != 0 { output.append(letters.0) }
        if letters.1 != 0 { output.append(letters.1) }
      } else if endsWord(text, index, start) {
        break
      }
      index += 1
    }
    return index
  }

  /// Whether a word ends in front of an index.
  ///
  /// The words A/S and S.r.l. go on behind their marks, Co.Ltd are two.
  private static func endsWord(_ text: Span<UInt32>, _ index: Int, _ start: Int) -> Bool {
    switch text[index] {
    case 0x20, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x3A, 0x3B, 0x7C: return true
    case 0x2F:
      let isSingle = index == start + 1 || index > start + 1 && text[index - 2] == 0x2F
      let isForm = isSingle && index + 1 < text.count && NameText.isLatin(text[index + 1])
      return !(isForm && (index + 2 == text.count || !NameText.isLatin(text[index + 2])))
    case 0x2E:
      var end = index + 1
      while end < text.count, NameText.isLatin(text[end]) { end += 1 }
      var begin = index
      while begin > start, NameText.isLatin(text[begin - 1]) { begin -= 1 }
      return index - begin >= 2 && end - index > 2
    default: return false
    }
  }

  /// What the letters of some words mean together.
  func sense(_ work: OrganizationNameWork, _ range: Range<Int>) -> OrganizationNameWords.LatinSense
  {
    guard let first = range.first else { return OrganizationNameWords.LatinSense() }
    let folded = work.folded.span
    let letters =
      work.words[first].folded.lowerBound..<work.words[range.upperBound - 1].folded.upperBound
    return words.latin[folded.extracting(letters)] ?? OrganizationNameWords.LatinSense()
  }

  /// Words that say nothing of a name, by their letters, a byte each.
  enum LinkingWord: UInt32 {
    case the = 0x74_6865
    case and = 0x61_6E64
    case de = 0x6465
    case no = 0x6E6F
    case nr = 0x6E72
  }

  func isWord(_ work: OrganizationNameWork, _ word: Int, _ linking: LinkingWord) -> Bool {
    let folded = work.words[word].folded
    guard folded.count <= 3 else { return false }
    var letters: UInt32 = 0
    for place in folded {
      guard work.folded[place] < 0x80 else { return false }
      letters = letters << 8 | work.folded[place]
    }
    return letters == linking.rawValue
  }

  // MARK: - Remarks

  /// Takes remarks and other names of the organization out of the text, and splits it again.
  func removeLatinRemarks(_ work: inout OrganizationNameWork) {
    while let range = latinRemark(work) {
      work.text.removeSubrange(range)
      while let last = work.text.last, last != 0x2E, !Self.isEnd(last) { work.text.removeLast() }
      Self.keepSingleBlanks(&work.text)
      splitLatin(&work)
    }
  }

  /// The range of a remark in the text; nil when there is none.
  private func latinRemark(_ work: OrganizationNameWork) -> Range<Int>? {
    for index in work.words.indices {
      let word = work.words[index]
      guard word.bracket > 0 || word.sense.remark != nil || word.sense.beginsRemark else {
        continue
      }
      if word.bracket > 0 {
        guard index == 0 || work.words[index - 1].bracket != word.bracket else { continue }
        if let range = bracketedRemark(work, index) { return range }
      } else if index > 0, let range = openRemark(work, index) {
        return range
      }
    }
    return nil
  }

  /// A remark in brackets that begin with a word, the brackets included: (formerly …), (VIP).
  private func bracketedRemark(_ work: OrganizationNameWork, _ first: Int) -> Range<Int>? {
    var end = first
    while end < work.words.count, work.words[end].bracket == work.words[first].bracket { end += 1 }
    var open = work.words[first].text.lowerBound
    while open > 0, work.text[open] != 0x28 { open -= 1 }
    var close = work.words[end - 1].text.upperBound
    while close < work.text.count, work.text[close] != 0x29 { close += 1 }
    let brackets = open..<min(close + 1, work.text.count)
    if sense(work, first..<end).remark == .note {
      return open > 0 || end < work.words.count ? brackets : nil
    }
    guard let remark = remark(work, first) else { return nil }
    if remark.sense == .renamed { return 0..<work.words[first + remark.count - 1].text.upperBound }
    return remark.sense == .note || remark.sense == .label ? nil : brackets
  }

  /// A remark without brackets: `, formerly …`, `d/b/a …`, `Ltd - VIP`.
  private func openRemark(_ work: OrganizationNameWork, _ first: Int) -> Range<Int>? {
    guard let remark = remark(work, first) else { return nil }
    let start = work.words[first].text.lowerBound
    switch remark.sense {
    case .former, .trade:
      return first + remark.count < work.words.count ? start..<work.text.count : nil
    case .renamed:
      let next = first + remark.count
      return next < work.words.count ? 0..<work.words[next].text.lowerBound : nil
    case .note:
      let isLast = first + remark.count == work.words.count
      return isLast && work.words[first - 1].sense.isForm ? start..<work.text.count : nil
    case .label: return nil
    }
  }

  /// The longest remark of up to three words.
  private func remark(_ work: OrganizationNameWork, _ first: Int) -> (
    sense: OrganizationNameWords.Remark, count: Int
  )? {
    if work.words[first].sense.beginsRemark {
      for count in [3, 2] where first + count <= work.words.count {
        if let found = sense(work, first..<first + count).remark { return (found, count) }
      }
    }
    return work.words[first].sense.remark.map { ($0, 1) }
  }
}
