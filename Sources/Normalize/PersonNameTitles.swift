/// Chinese forms of address and titles, and what else stands beside a name without being one.
final class PersonNameTitles: Sendable {
  /// Where a form of address stands.
  struct Honorific: OptionSet, Sendable {
    let rawValue: UInt8

    /// Behind a surname or a whole name.
    static let behind = Honorific(rawValue: 1)
    /// Behind a surname alone, short for an office: 王局 is 王局长.
    static let surname = Honorific(rawValue: 2)
    /// In front of a name.
    static let front = Honorific(rawValue: 4)
    /// In front of a surname, of familiarity: 老张.
    static let familiar = Honorific(rawValue: 8)
    static let male = Honorific(rawValue: 16)
    static let female = Honorific(rawValue: 32)
  }

  /// A word beside a name.
  enum Remark: String, CaseIterable, Sendable {
    /// A department or a part of a firm.
    case place
    case status
  }

  /// A word that says nothing about the person.
  enum Label: String, CaseIterable, Sendable {
    case front
    case behind
    /// A Latin word in front.
    case latin
    /// Before or behind a phone or an address.
    case contact
  }

  private enum Position: String, CaseIterable {
    case behind, surname, front, both, familiar, around
  }

  let honorifics: WordIndex<Honorific>
  let remarks: WordIndex<Remark>
  let labels: WordIndex<Label>

  init(_ lists: WordLists) throws(WordListError) {
    var honorifics: [(word: [UInt32], value: Honorific)] = []
    for entry in lists[.honorifics] {
      let gender = try entry.value(2, as: GenderWord.self)
      var honorific: Honorific =
        switch try entry.value(1, as: Position.self) {
        case .behind: .behind
        case .surname: .surname
        case .front: .front
        case .both: [.behind, .front]
        case .familiar: .familiar
        case .around: [.familiar, .behind]
        }
      if gender == .male { honorific.insert(.male) }
      if gender == .female { honorific.insert(.female) }
      honorifics.append((entry.word.unicodeScalars.map(\.value), honorific))
    }
    self.honorifics = WordIndex(honorifics)
    var remarks: [(word: [UInt32], value: Remark)] = []
    for entry in lists[.nameRemarks] {
      remarks.append((entry.word.unicodeScalars.map(\.value), try entry.value(1, as: Remark.self)))
    }
    self.remarks = WordIndex(remarks)
    var labels: [(word: [UInt32], value: Label)] = []
    for entry in lists[.nameLabels] {
      labels.append((entry.word.unicodeScalars.map(\.value), try entry.value(1, as: Label.self)))
    }
    self.labels = WordIndex(labels)
  }

  /// The length of the longest form of address at the end of a range; 0 when there is none.
  func behind(_ text: [UInt32], _ range: Range<Int>) -> Int {
    honorifics.suffix(text, range) { $0.contains(.behind) }?.length ?? 0
  }

  /// Whether a range is a form of address that stands behind names.
  func isBehind(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    honorifics[text, range]?.contains(.behind) ?? false
  }

  /// The gender that a form of address tells.
  func gender(_ text: [UInt32], _ range: Range<Int>) -> Gender {
    guard let honorific = honorifics[text, range] else { return .unknown }
    return honorific.contains(.female) ? .female : honorific.contains(.male) ? .male : .unknown
  }
}

/// The cell of a word list that names a gender.
enum GenderWord: String, CaseIterable {
  case none = ""
  case male
  case female

  var gender: Gender {
    switch self {
    case .none: .unknown
    case .male: .male
    case .female: .female
    }
  }
}
