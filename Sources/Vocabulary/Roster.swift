/// The employees of a company: what each is called in the sources, and where and when each works.
package struct Roster: Hashable, Sendable {
  /// A name that an employee goes by.
  package struct Alias: Hashable, Sendable {
    /// The source that uses the name; empty for all of them.
    package var source: String
    package var name: String

    package init(source: String = "", name: String) {
      self.source = source
      self.name = name
    }
  }

  /// A time in one team.
  package struct Post: Hashable, Sendable {
    package var team: String
    package var branch: String
    package var manager: String
    /// The first day; nil when it was always so.
    package var from: CivilDay?
    /// The last day; nil when it is still so.
    package var to: CivilDay?

    package init(
      team: String, branch: String = "", manager: String = "", from: CivilDay? = nil,
      to: CivilDay? = nil
    ) {
      self.team = team
      self.branch = branch
      self.manager = manager
      self.from = from
      self.to = to
    }
  }

  /// One employee, or one name that stands for nobody, such as 公海.
  package struct Employee: Hashable, Sendable {
    package var number: String
    package var name: String
    package var aliases: [Alias] = []
    /// The employee's own phones, as the roster writes them.
    package var phones: [String] = []
    /// By their first day; they do not overlap.
    package var posts: [Post] = []
    package var isPerson = true

    package init(number: String, name: String) {
      self.number = number
      self.name = name
    }

    /// The post of a day, or the one nearest before it, or the first one; nil where there is none.
    package func post(on day: CivilDay) -> Post? {
      posts.last { ($0.from ?? day) <= day } ?? posts.first
    }

    /// The first day of work; nil when it is not known.
    package var firstDay: CivilDay? { posts.first?.from }

    /// The last day of work; nil when it is open.
    package var lastDay: CivilDay? { posts.last?.to }
  }

  /// Whom a name means.
  package enum Bearer: Hashable, Sendable {
    case nobody
    /// Index into `employees`.
    case one(Int)
    /// Several employees, and nothing tells which.
    case several
  }

  /// By number.
  package let employees: [Employee]
  private let bearers: [Alias: [Int]]
  private let places: [String: Int]

  /// - Parameter employees: Each number once, in any order.
  package init(_ employees: [Employee]) {
    let sorted = employees.sorted { $0.number < $1.number }
    var bearers: [Alias: [Int]] = [:]
    for (index, employee) in sorted.enumerated() {
      let names = [employee.name, employee.number].map { Alias(name: $0) } + employee.aliases
      for alias in Set(names.map(Self.folded)) where !alias.name.isEmpty {
        bearers[alias, default: []].append(index)
      }
    }
    self.employees = sorted
    self.bearers = bearers
    places = Dictionary(sorted.enumerated().map { ($1.number, $0) }) { first, _ in first }
  }

  /// The employee of a number, or nil.
  package subscript(number number: String) -> Employee? { places[number].map { employees[$0] } }

  /// Whom a name in a source means.
  ///
  /// A name that the roster gives for that very source goes before names that hold everywhere. Where
  /// several employees bear it, the team of the record tells them apart if it can.
  ///
  /// - Parameters:
  ///   - name: The name, as the record writes it.
  ///   - source: The source's name.
  ///   - team: The team that the record names, or an empty text.
  /// - Returns: The employee, nobody or several.
  package func bearer(of name: String, in source: String, team: String) -> Bearer {
    let everywhere = Self.folded(Alias(name: name))
    let named = bearers[Alias(source: source, name: everywhere.name)] ?? bearers[everywhere] ?? []
    if let first = named.first, named.count == 1 { return .one(first) }
    let teammates = named.filter { index in
      employees[index].posts.contains { !team.isEmpty && $0.team == team }
    }
    if let first = teammates.first, teammates.count == 1 { return .one(first) }
    return named.isEmpty ? .nobody : .several
  }

  /// A name without blanks and letter case, which people write as they like.
  private static func folded(_ alias: Alias) -> Alias {
    Alias(source: alias.source, name: alias.name.filter { !$0.isWhitespace }.lowercased())
  }
}
