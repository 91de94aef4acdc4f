package import Vocabulary

/// What one address cell holds.
package struct AddressReading: Hashable, Sendable {
  /// The cleaned address on one line.
  package var canonical: String
  /// The short name of the province, such as 浙江; empty when it is not known.
  package var province: String
  /// The short name of the city, such as 温州; empty when it is not known.
  package var city: String
  /// The district or county as written, such as 鹿城区.
  package var district: String
  /// What follows the district.
  package var detail: String
  /// Names and numbers of the detail without words such as 号, 栋 and 室: equal for equal addresses.
  package var key: String
  package var issues: ValueIssues

  package init(
    canonical: String = "", province: String = "", city: String = "", district: String = "",
    detail: String = "", key: String = "", issues: ValueIssues = []
  ) {
    self.canonical = canonical
    self.province = province
    self.city = city
    self.district = district
    self.detail = detail
    self.key = key
    self.issues = issues
  }
}
