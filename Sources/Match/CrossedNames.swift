import Vocabulary

/// Finds surnames and given names that were typed into each other's field.
struct CrossedNames: Sendable {
  /// Places of the two columns among the comparers.
  let given: Int
  let surname: Int
  private let givenText: ValueText
  private let surnameText: ValueText
  /// By given name: the surname that is written the same; 0 where there is none.
  private let surnameOf: [UInt32]

  /// Nil where the columns are not one of given names and one of surnames.
  init?(_ comparers: [ColumnComparer]) {
    guard
      let given = comparers.firstIndex(where: {
        $0.column.kind == .givenName && $0.levels.contains(.swapped)
      }),
      let surname = comparers.firstIndex(where: { $0.column.kind == .surname })
    else { return nil }
    self.given = given
    self.surname = surname
    let givenNames = comparers[given].column.values
    var surnames = comparers[surname].column.values
    surnames.makeTable()
    givenText = comparers[given].text
    surnameText = comparers[surname].text
    let bytes = givenNames.bytes.span
    surnameOf = (0..<UInt32(givenNames.count)).map { [surnames] in
      surnames.find(bytes.extracting(givenNames.range(of: $0))) ?? 0
    }
  }

  /// Whether each of two records has its given name where the other has its surname.
  ///
  /// One way the names must be equal; the other way they may be one edit apart.
  func holds(_ left: Int, _ right: Int, in rows: MentionRows) -> Bool {
    let (leftGiven, rightGiven) = (rows[left, given], rows[right, given])
    let (leftSurname, rightSurname) = (rows[left, surname], rows[right, surname])
    guard leftGiven != rightGiven, leftSurname != rightSurname, leftGiven != 0, rightGiven != 0,
      leftSurname != 0, rightSurname != 0
    else { return false }
    return surnameOf[Int(leftGiven)] == rightSurname
      && givenText.isWithinOneEdit(rightGiven, of: surnameText, leftSurname)
      || surnameOf[Int(rightGiven)] == leftSurname
        && givenText.isWithinOneEdit(leftGiven, of: surnameText, rightSurname)
  }
}
