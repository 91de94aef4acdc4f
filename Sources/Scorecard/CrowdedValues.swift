package import Vocabulary

/// Finds the values that stand with several people who have nothing in common.
///
/// A family shares a number, a company its mailbox. A number with people of several surnames who meet in
/// no company is a filler, the employee's own, or an agent's: it says nothing about any of them.
package struct CrowdedValues {
  /// The number of unrelated people from which a value is crowded.
  private static let limit: UInt32 = 4
  /// The same for a striking number, such as 13888888888, which fingers find by themselves.
  private static let vanityLimit: UInt32 = 3

  /// The people who use one value.
  private struct Crowd {
    var people: Set<UInt32> = []
    /// Companies, and people who are met in none.
    var circles: Set<UInt32> = []
    /// By script, since one person may be written in both.
    var hanSurnames: Set<Substring> = []
    var latinSurnames: Set<Substring> = []

    func reaches(_ limit: UInt32) -> Bool {
      min(people.count, circles.count, max(hanSurnames.count, latinSurnames.count)) >= limit
    }
  }

  private let table: NormalizedTable
  private let persons: EntityClusters
  /// By record: the company that it mentions plus one, 0 for none.
  private let companyNumber: [UInt32]

  /// Marks the crowded values of all phones, mailboxes and shared identifiers as such.
  ///
  /// - Parameters:
  ///   - table: The records; the issues of their values are added to.
  ///   - persons: Who is one person.
  ///   - organizations: What is one company.
  package static func mark(
    in table: inout NormalizedTable, persons: EntityClusters, organizations: EntityClusters
  ) {
    let fields = table.records.schema.fields.enumerated().filter { isCandidate($0.element) }
    let values = CrowdedValues(table, persons, organizations)
    let crowded = fields.map { values.crowded(in: $0.offset) }
    for (field, crowded) in zip(fields.map(\.offset), crowded) where !crowded.isEmpty {
      for raw in table.readings[field].issues.indices
      where table.readings[field][UInt32(raw)].contains(where: crowded.contains) {
        table.readings[field].issues[raw].insert(.crowded)
      }
    }
  }

  private static func isCandidate(_ field: Field) -> Bool {
    switch field.kind {
    case .phone, .email: field.purpose == .content
    case .identifier: field.purpose == .content && !field.isExclusive && !field.isSensitive
    default: false
    }
  }

  private init(
    _ table: NormalizedTable, _ persons: EntityClusters, _ organizations: EntityClusters
  ) {
    self.table = table
    self.persons = persons
    var companyNumber = [UInt32](repeating: 0, count: table.records.count)
    for mention in 0..<table.organizations.count {
      companyNumber[Int(table.organizations.record[mention])] =
        organizations.clusterOf[mention] + 1
    }
    self.companyNumber = companyNumber
  }

  /// The canonical values of a field that are crowded.
  private func crowded(in field: Int) -> Set<UInt32> {
    let limits = limits(of: table.readings[field])
    var uses = [UInt32](repeating: 0, count: limits.count)
    for claim in table.persons.claims where Int(claim.field) == field {
      uses[Int(claim.value)] &+= 1
    }
    guard uses.indices.contains(where: { uses[$0] >= limits[$0] }) else { return [] }
    var crowds: [UInt32: Crowd] = [:]
    for mention in 0..<table.persons.count {
      for claim in table.persons.claims(of: mention)
      where Int(claim.field) == field && uses[Int(claim.value)] >= limits[Int(claim.value)] {
        add(mention, to: &crowds[claim.value, default: Crowd()])
      }
    }
    return Set(crowds.filter { $0.value.reaches(limits[Int($0.key)]) }.keys)
  }

  /// By canonical value: the number of people from which it is crowded.
  private func limits(of readings: FieldReadings) -> [UInt32] {
    var limits = [UInt32](repeating: Self.limit, count: readings.canonical.count)
    for raw in readings.issues.indices {
      let issues = readings.issues[raw]
      // A function's mailbox and a platform's number are shared by their nature.
      let isShared = !issues.isDisjoint(with: [.roleMailbox, .transient])
      guard isShared || issues.contains(.vanity) else { continue }
      for value in readings[UInt32(raw)] {
        limits[Int(value)] = isShared ? .max : Self.vanityLimit
      }
    }
    return limits
  }

  private func add(_ mention: Int, to crowd: inout Crowd) {
    guard let name = fullName(of: mention) else { return }
    let person = persons.clusterOf[mention]
    let company = companyNumber[Int(table.persons.record[mention])]
    crowd.people.insert(person)
    crowd.circles.insert(company > 0 ? company - 1 : .max - person)
    if let first = name.unicodeScalars.first, (0x3400...0x9FFF).contains(first.value) {
      crowd.hanSurnames.insert(name.prefix(1))
    } else if let last = name.split(separator: " ").last {
      crowd.latinSurnames.insert(last)
    }
  }

  /// The name of a mention, or nil where it is a surname alone.
  private func fullName(of mention: Int) -> String? {
    let fields = table.records.schema.fields
    for claim in table.persons.claims(of: mention) {
      let kind = fields[Int(claim.field)].kind
      guard kind == .personName || kind == .partyName else { continue }
      let name = table.readings[Int(claim.field)].canonical.string(claim.value)
      let isHan = name.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
      return isHan && name.count > 1 || name.contains(" ") ? name : nil
    }
    return nil
  }
}
