/// What normalization made of one field's distinct raw values.
///
/// Shape: for raw value *i* of the field's pool, the canonical values are
/// `ids[starts[i]..<starts[i + 1]]`, numbers in `canonical`; `issues[i]` says what was noticed. A raw
/// value that holds nothing usable has no canonical value.
package struct FieldReadings: Sendable {
  package var canonical = ValuePool()
  package var starts: [UInt32] = [0]
  package var ids: [UInt32] = []
  package var issues: [ValueIssues] = []
  /// By canonical value: what was probably meant, where the value looks like a slip of it.
  package var proposals: [UInt32: String] = [:]

  package init() {}

  /// The canonical values of a raw value.
  package subscript(raw: UInt32) -> ArraySlice<UInt32> {
    ids[Int(starts[Int(raw)])..<Int(starts[Int(raw) + 1])]
  }

  /// Ends the next raw value, after its canonical values were appended to `ids`.
  package mutating func endValue(issues found: ValueIssues) {
    starts.append(UInt32(ids.count))
    issues.append(found)
  }
}
