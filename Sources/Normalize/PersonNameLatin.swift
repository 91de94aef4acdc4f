/// Letter case of Latin names.
enum PersonNameLatin {
  /// The word in title case if it is all capitals or all small letters; mixed case stays.
  ///
  /// A letter behind a hyphen or an apostrophe is a capital too: O'Brien, Jean-Pierre.
  static func titleCase(_ word: ArraySlice<UInt32>) -> String {
    let letters = word.filter { NameText.isLatin($0) || NameText.isOtherLetter($0) }
    let isUpper = letters.allSatisfy(NameText.isUpper)
    let isLower = !letters.contains(where: NameText.isUpper)
    guard isUpper && letters.count > 1 || isLower else { return String(scalars: word) }
    var result: [UInt32] = []
    var isFirst = true
    var follows: UInt32 = 0
    for (offset, scalar) in word.enumerated() {
      let isLast = offset == word.count - 1
      result.append(
        isFirst && !(isLast && follows == 0x27) ? NameText.upper(scalar) : NameText.lower(scalar))
      follows = scalar
      isFirst = scalar == 0x2D || scalar == 0x27 || scalar == 0x2E
    }
    return String(scalars: result)
  }
}
