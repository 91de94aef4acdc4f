extension PhonePlan {
  /// A number that belongs to a plan.
  struct Found {
    var region: Int
    /// The national number.
    var digits: PhoneDigits
    var type: PhoneType
  }

  /// Reads dialled digits as the reference implementation does: calling code, then national prefix.
  ///
  /// - Parameters:
  ///   - dialled: All digits, without the plus sign.
  ///   - hasPlus: Whether a plus sign stood before them.
  ///   - home: The region from which a number without a calling code is dialled.
  /// - Returns: The valid number; nil when no plan has it.
  func find(_ dialled: PhoneDigits, hasPlus: Bool, home: Int?) -> Found? {
    guard !dialled.overflows else { return nil }
    if hasPlus {
      if let (code, national) = splitCallingCode(dialled) { return find(national, code: code) }
      // Behind the plus sign no calling code: perhaps a whole number with its prefix, as in +0086.
      guard dialled.count > 2, let home else { return nil }
      return findInternational(dialled, home: home)
    }
    guard let home else { return nil }
    if let abroad = strippingInternationalPrefix(dialled, home: home) {
      guard let (code, national) = splitCallingCode(abroad) else { return nil }
      return find(national, code: code)
    }
    let national = strippingOwnCallingCode(dialled, home: home) ?? dialled
    return find(national, code: regions[home].callingCode, in: home)
  }

  /// A number that says its calling code without a plus sign.
  private func findInternational(_ dialled: PhoneDigits, home: Int) -> Found? {
    if let abroad = strippingInternationalPrefix(dialled, home: home) {
      guard let (code, national) = splitCallingCode(abroad) else { return nil }
      return find(national, code: code)
    }
    return strippingOwnCallingCode(dialled, home: home).flatMap {
      find($0, code: regions[home].callingCode, in: home)
    }
  }

  private func find(_ national: PhoneDigits, code: Int, in home: Int? = nil) -> Found? {
    let candidates = regions(ofCode: code)
    guard let main = home ?? candidates.first else { return nil }
    var digits = national
    if let stripped = strippingNationalPrefix(national, in: main), !isTooShort(stripped, in: main) {
      digits = stripped
    }
    guard digits.count >= 2, digits.count <= 17 else { return nil }
    for region in candidates {
      if let leading = regions[region].leadingDigits {
        guard leading.canMatch(digits), prefixes.match(leading.start, digits) != nil else {
          continue
        }
        let verdict = verdict(digits, in: region)
        return verdict.isValid ? Found(region: region, digits: digits, type: verdict.type) : nil
      }
      let verdict = verdict(digits, in: region)
      if verdict.isValid { return Found(region: region, digits: digits, type: verdict.type) }
    }
    return nil
  }

  /// Whether a number is too short for the plan, fits only locally, or has a length in between.
  private func isTooShort(_ digits: PhoneDigits, in region: Int) -> Bool {
    let lengths = regions[region].possibleLengths
    let bit: UInt32 = 1 << UInt32(digits.count)
    if lengths & bit != 0 { return false }
    if regions[region].localLengths & bit != 0 { return true }
    return bit < lengths
  }

  private func isTooLong(_ digits: PhoneDigits, in region: Int) -> Bool {
    let lengths = regions[region].possibleLengths
    return lengths & (~0 << UInt32(digits.count)) == 0
      && regions[region].localLengths & (1 << UInt32(digits.count)) == 0
  }

  // MARK: - Prefixes

  private func strippingInternationalPrefix(_ digits: PhoneDigits, home: Int)
    -> PhoneDigits?
  {
    guard let prefix = regions[home].internationalPrefix, prefix.canMatch(digits),
      let end = prefixes.match(prefix.start, digits)
    else { return nil }
    if end < digits.count, digits[end] == 0 { return nil }
    return digits.dropping(end)
  }

  private func splitCallingCode(_ digits: PhoneDigits) -> (Int, PhoneDigits)? {
    guard digits.count > 2, digits[0] != 0 else { return nil }
    var code = 0
    for length in 1...3 {
      code = code * 10 + Int(digits[length - 1])
      if !regions(ofCode: code).isEmpty { return (code, digits.dropping(length)) }
    }
    return nil
  }

  /// The number without the home region's calling code, when it makes sense only so.
  private func strippingOwnCallingCode(_ digits: PhoneDigits, home: Int) -> PhoneDigits? {
    let code = regions[home].callingCode
    let length = code < 10 ? 1 : code < 100 ? 2 : 3
    guard digits.count > length else { return nil }
    var front = 0
    for index in 0..<length { front = front * 10 + Int(digits[index]) }
    guard front == code else { return nil }
    let national = digits.dropping(length)
    let rest = strippingNationalPrefix(national, in: home) ?? national
    let fitsOnlyWithout =
      !verdict(digits, in: home).fitsGeneralPlan && verdict(rest, in: home).fitsGeneralPlan
    return fitsOnlyWithout || isTooLong(digits, in: home) ? rest : nil
  }

  /// The number without its national prefix; nil when it has none, or is a number only with it.
  private func strippingNationalPrefix(_ digits: PhoneDigits, in region: Int)
    -> PhoneDigits?
  {
    guard digits.count > 0, let start = regions[region].nationalPrefix, start.canMatch(digits)
    else { return nil }
    var groups = PhonePrefixes.Groups(repeating: -1)
    guard let end = prefixes.match(start.start, digits, &groups) else { return nil }
    let plan = regions[region]
    var rest: PhoneDigits
    if plan.transform.isEmpty || groups[plan.prefixGroups * 2] < 0 {
      rest = digits.dropping(end)
    } else {
      rest = PhoneDigits()
      for part in plan.transform {
        if part >= 0x30 {
          rest.append(part - 0x30)
        } else if groups[Int(part) * 2] >= 0 {
          for index in groups[Int(part) * 2]..<groups[Int(part) * 2 + 1] {
            rest.append(digits[index])
          }
        }
      }
      for index in end..<digits.count { rest.append(digits[index]) }
    }
    let loses =
      verdict(digits, in: region).fitsGeneralPlan && !verdict(rest, in: region).fitsGeneralPlan
    return loses ? nil : rest
  }
}
