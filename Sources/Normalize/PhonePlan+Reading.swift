extension PhonePlan {
  /// A number that belongs to a plan.
  struct Found {
    var region: Int
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
    var abroad = hasPlus ? dialled : nil
    if !hasPlus {
      guard let home else { return nil }
      abroad = strippingInternationalPrefix(dialled, home: home)
    }
    if let abroad {
      guard let (code, national) = splitCallingCode(abroad) else { return nil }
      return find(national, code: code)
    }
    guard let home else { return nil }
    return find(
      strippingOwnCallingCode(dialled, home: home), code: regions[home].callingCode, in: home)
  }

  private func find(_ national: PhoneDigits, code: Int, in home: Int? = nil) -> Found? {
    let candidates = regions(ofCode: code)
    guard let main = home ?? candidates.first else { return nil }
    var digits = national
    let stripped = strippingNationalPrefix(national, in: main)
    if !isTooShort(stripped, in: main) { digits = stripped }
    guard digits.count >= 2, digits.count <= 17 else { return nil }
    for region in candidates {
      if let leading = regions[region].leadingDigits {
        var prefix = PhonePrefix(program: program, digits: digits)
        guard prefix.match(leading) != nil else { continue }
        let verdict = verdict(digits, in: region)
        return verdict.isValid ? Found(region: region, digits: digits, type: verdict.type) : nil
      }
      let verdict = verdict(digits, in: region)
      if verdict.isValid { return Found(region: region, digits: digits, type: verdict.type) }
    }
    return nil
  }

  /// Whether a region's national numbers are dialled with a zero before them.
  func writesZero(in region: Int) -> Bool {
    guard let start = regions[region].nationalPrefix else { return false }
    var zero = PhoneDigits()
    zero.append(0)
    var prefix = PhonePrefix(program: program, digits: zero)
    return prefix.match(start) == 1
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

  private func strippingInternationalPrefix(_ digits: PhoneDigits, home: Int) -> PhoneDigits? {
    guard let start = regions[home].internationalPrefix else { return nil }
    var prefix = PhonePrefix(program: program, digits: digits)
    guard let end = prefix.match(start) else { return nil }
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

  /// Takes off the home region's calling code when the number makes sense only without it.
  private func strippingOwnCallingCode(_ digits: PhoneDigits, home: Int) -> PhoneDigits {
    let code = String(regions[home].callingCode).utf8
    guard digits.count > code.count,
      code.enumerated().allSatisfy({ digits[$0.offset] == $0.element - 0x30 })
    else { return digits }
    let rest = strippingNationalPrefix(digits.dropping(code.count), in: home)
    let fitsOnlyWithout =
      !verdict(digits, in: home).fitsGeneralPlan && verdict(rest, in: home).fitsGeneralPlan
    return fitsOnlyWithout || isTooLong(digits, in: home) ? rest : digits
  }

  private func strippingNationalPrefix(_ digits: PhoneDigits, in region: Int) -> PhoneDigits {
    guard digits.count > 0, let start = regions[region].nationalPrefix else { return digits }
    var prefix = PhonePrefix(program: program, digits: digits)
    guard let end = prefix.match(start) else { return digits }
    let plan = regions[region]
    var rest: PhoneDigits
    if plan.transform.isEmpty || prefix.groups[plan.prefixGroups * 2] < 0 {
      rest = digits.dropping(end)
    } else {
      rest = PhoneDigits()
      for part in plan.transform {
        if part >= 0x30 {
          rest.append(part - 0x30)
        } else if prefix.groups[Int(part) * 2] >= 0 {
          for index in prefix.groups[Int(part) * 2]..<prefix.groups[Int(part) * 2 + 1] {
            rest.append(digits[index])
          }
        }
      }
      for index in end..<digits.count { rest.append(digits[index]) }
    }
    let loses =
      verdict(digits, in: region).fitsGeneralPlan && !verdict(rest, in: region).fitsGeneralPlan
    return loses ? digits : rest
  }
}
