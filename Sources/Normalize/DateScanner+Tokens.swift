extension DateScanner {
  struct Number {
    var value: Int
    var count: Int

    /// Year, month and day of digits in a row, two for each of the last.
    var parts: (year: Int, month: Int, day: Int) {
      (value / 10_000, value / 100 % 100, value % 100)
    }

    /// Hour, minute and second of six digits.
    var clock: Clock {
      Clock(hour: value / 10_000, minute: value / 100 % 100, second: value % 100)
    }
  }

  /// The next scalar, or nil at the end.
  var peek: UInt32? { place < scalars.count ? scalars[place] : nil }

  var isBracket: Bool { peek == 0x28 || peek == 0x5B }

  mutating func takeNumber() -> Number? {
    var number = Number(value: 0, count: 0)
    while place < scalars.count, isScalarDigit(scalars[place]), number.count < 18 {
      number.value = number.value * 10 + Int(scalars[place] - 0x30)
      number.count += 1
      place += 1
    }
    return number.count > 0 ? number : nil
  }

  mutating func take(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == 1 ? takeASCII(text) : takeHan(text)
  }

  private mutating func takeASCII(_ text: StaticString) -> Bool {
    guard place < scalars.count, text.withUTF8Buffer({ unsafe UInt32($0[0]) }) == scalars[place]
    else {
      return false
    }
    place += 1
    return true
  }

  private mutating func takeHan(_ text: StaticString) -> Bool {
    guard place < scalars.count, scalars[place] >= 0x80 else { return false }
    var next = place
    for scalar in text.description.unicodeScalars {
      guard next < scalars.count, scalars[next] == scalar.value else { return false }
      next += 1
    }
    place = next
    return true
  }

  /// A word of ASCII letters, in any case.
  mutating func takeWord(_ word: StaticString) -> Bool {
    guard place + word.utf8CodeUnitCount <= scalars.count else { return false }
    let found = word.withUTF8Buffer { word in
      for index in word.indices {
        let scalar = scalars[place + index]
        // Safe because the index is one of the buffer's own.
        guard scalar < 0x80, unsafe lowercase(UInt8(scalar)) == word[index] else { return false }
      }
      return true
    }
    if found { place += word.utf8CodeUnitCount }
    return found
  }

  /// A month by its name, with the full stop of an abbreviation.
  mutating func takeMonthName() -> Int? {
    guard let (word, end) = words.word(scalars, at: place), case .month(let month) = word else {
      return nil
    }
    place = end
    if peek == 0x2E { place += 1 }
    return month
  }

  /// Words such as of, de and the, and blanks.
  mutating func skipFillers() {
    while let (word, end) = words.word(scalars, at: place), case .filler = word {
      place = end
      skipBlanks()
    }
  }

  mutating func takeOrdinal() {
    guard let first = peek else { return }
    if first == 0xBA || first == 0xAA || first == 0xB0 {  // º ª °
      place += 1
      return
    }
    guard first < 0x80, isASCIILetter(UInt8(first)) else { return }
    _ = takeWord("st") || takeWord("nd") || takeWord("rd") || takeWord("th") || takeWord("er")
  }

  /// 日 or 号 behind a day.
  mutating func takeDayWord() {
    skipBlanks()
    _ = take("日") || take("号") || take("號") || take("일")
  }

  // MARK: - What does not count

  /// A day of the week, perhaps in brackets: 星期二, (周二), Tue.
  mutating func skipWeekday() {
    guard let first = peek, !isScalarDigit(first) else { return }
    let start = place
    let hasBracket = take("(")
    guard takeWeekday(), !hasBracket || take(")") else {
      place = start
      return
    }
    skip(in: " ,.")
  }

  private mutating func takeWeekday() -> Bool {
    guard let first = peek else { return false }
    if first >= 0x3000 {
      if isJapaneseWeekday(first), let next = scalars[min(place + 1, scalars.count)...].first,
        next == 0x29
      {  // (火)
        place += 1
        return true
      }
      guard take("星期") || take("周") || take("週") || take("礼拜") || take("禮拜") else { return false }
      place = min(place + 1, scalars.count)
      return true
    }
    guard let (word, end) = words.word(scalars, at: place), case .weekday = word else {
      return false
    }
    place = end
    return true
  }

  /// A remark in brackets that ends the text, such as the name of a time zone.
  mutating func skipBracket() {
    skipBlanks()
    guard isBracket, let last = scalars.last, last == 0x29 || last == 0x5D else { return }
    place = scalars.count
  }

  /// Blanks and full stops, commas and semicolons at the end.
  mutating func skipEnd() {
    while let next = peek {
      switch next {
      case 0x20, 0x0A, 0x2C, 0x2E, 0x3B, 0x3002, 0x3001: place += 1
      default: return
      }
    }
  }

  mutating func skipBlanks() {
    while let next = peek, next == 0x20 || next == 0x0A { place += 1 }
  }

  mutating func skip(in marks: StaticString) {
    while place < scalars.count, scalars[place] < 0x80,
      marks.withUTF8Buffer({ unsafe $0.contains(UInt8(scalars[place])) })
    {
      place += 1
    }
  }

  /// 月 火 水 木 金 土 日.
  private func isJapaneseWeekday(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6708, 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F, 0x65E5: true
    default: false
    }
  }
}
