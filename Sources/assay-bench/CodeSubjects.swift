import Foundation
import Normalize
import Vocabulary

extension Subject {
  static let email = Subject(
    name: "email", input: .lines, summary: "reads e-mail addresses"
  ) { settings in
    let normalizer = EmailNormalizer()
    return try ValueWorkload(settings, reusing: EmailReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return reading.entries.count
    }
  }

  static let address = Subject(
    name: "address", input: .lines, summary: "reads postal addresses"
  ) { settings in
    let normalizer = AddressNormalizer()
    return try ValueWorkload(settings, reusing: AddressReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return reading.issues.isEmpty ? 1 : 0
    }
  }

  static let date = Subject(
    name: "date", input: .lines, summary: "reads dates and times"
  ) { settings in
    let asOf = CivilDay(number: 20_634)  // 2026-06-30
    let normalizer = DateNormalizer(asOf: asOf, timeZone: "Asia/Shanghai")
    return try ValueWorkload(settings) { normalizer.read($0).day == nil ? 0 : 1 }
  }

  static let uscc = Subject(
    name: "uscc", input: .lines, summary: "reads codes of organizations"
  ) { settings in
    let normalizer = CreditCodeNormalizer()
    return try ValueWorkload(settings, reusing: CodeReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return reading.isValid ? 1 : 0
    }
  }

  static let residentID = Subject(
    name: "resident-id", input: .lines, summary: "reads identity numbers of persons"
  ) { settings in
    let normalizer = ResidentIDNormalizer()
    return try ValueWorkload(settings, reusing: CodeReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return reading.isValid ? 1 : 0
    }
  }
}
