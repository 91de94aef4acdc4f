package import Vocabulary

/// What one address cell holds.
///
/// One reading serves for many cells: its memory is used again.
package struct AddressReading: Sendable {
  /// The parts of an address.
  enum Part: Int, CaseIterable {
    case canonical, province, city, district, town, detail, key
  }

  package var issues: ValueIssues = []
  /// The texts of the parts, by `Part`.
  var text = PartText()
  /// What a cell is read in.
  var clean = CleanText()
  /// The address on one line, as typed and in simplified characters.
  var typed: [UInt32] = []
  var simplified: [UInt32] = []
  /// Places before which a blank beside a Chinese character was left out, ascending.
  var breaks: [Int] = []

  package init() {}

  /// Makes the reading that of a cell without anything, and keeps the memory.
  mutating func reset() {
    issues = []
    text.removeAll()
  }
}

extension AddressReading: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.issues == right.issues && left.text == right.text
  }
}

extension AddressReading {
  /// The cleaned address on one line.
  package var canonical: String { text.string(Part.canonical.rawValue) }
  /// The short name of the province, such as 浙江; empty when it is not known.
  package var province: String { text.string(Part.province.rawValue) }
  /// The short name of the city, such as 温州; empty when it is not known.
  package var city: String { text.string(Part.city.rawValue) }
  /// The district or county under today's name, such as 鹿城区, or as written when it is not known.
  package var district: String { text.string(Part.district.rawValue) }
  /// The subdistrict, town or township as written, such as 西丽街道.
  package var town: String { text.string(Part.town.rawValue) }
  /// What follows the district, with the town.
  package var detail: String { text.string(Part.detail.rawValue) }
  /// Names and numbers of the detail without words such as 号, 栋 and 室: equal for equal addresses.
  package var key: String { text.string(Part.key.rawValue) }
}
