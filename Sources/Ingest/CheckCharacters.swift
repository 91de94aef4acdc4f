/// The check character of 统一社会信用代码 (GB 32100-2015).
enum CreditCodeCheck {
  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY").map(String.init)

  /// Whether 18 characters, letters in upper case, are a credit code.
  static func holds(_ text: [String]) -> Bool {
    guard text.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for character in text.dropLast() {
      guard let value = characters.firstIndex(of: character) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return characters[(31 - sum % 31) % 31] == text[17]
  }
}

/// The check character of 居民身份证号 (GB 11643-1999).
enum ResidentIDCheck {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432").map(String.init)

  /// Whether 18 characters, letters in upper case, are a resident's number.
  static func holds(_ text: [String]) -> Bool {
    guard text.count == 18 else { return false }
    var sum = 0
    for (character, weight) in zip(text, weights) {
      guard let digit = Int(character) else { return false }
      sum += digit * weight
    }
    let month = Int(text[10..<12].joined()) ?? 0
    let day = Int(text[12..<14].joined()) ?? 0
    return (1...12).contains(month) && (1...31).contains(day) && checks[sum % 11] == text[17]
  }
}
