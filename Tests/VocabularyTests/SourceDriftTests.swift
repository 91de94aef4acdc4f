import Testing
import Vocabulary

@Suite struct SourceDriftTests {
  private func shape(
    records: Int = 100, newest: Int32? = nil, encoding: String = "utf-8", profile: String? = nil,
    phone: Int? = 100, mail: Int? = nil, file: String = "1"
  ) -> SourceShape {
    var shape = SourceShape(
      source: "s", records: records, newest: newest.map { CivilDay(number: $0) }, format: "csv",
      encoding: encoding, profile: profile)
    if let phone {
      shape.columns.append(SourceShape.Column(label: "手机", field: "phone", filled: phone))
    }
    if let mail {
      shape.columns.append(SourceShape.Column(label: "电话", field: "phone", filled: mail))
    }
    shape.files = [SourceShape.File(name: "f", sha256: file, rows: records)]
    return shape
  }

  private func changes(
    _ now: SourceShape, since last: SourceShape, isSnapshot: Bool = true
  ) -> [SourceDrift.Change] {
    now.drift(since: last, isSnapshot: isSnapshot).map(\.change)
  }

  @Test func `the same shape with other bytes is no drift`() {
    #expect(changes(shape(file: "2"), since: shape()).isEmpty)
    #expect(changes(shape(), since: shape()) == [.unchanged])
  }

  @Test func `every way to differ has its name`() {
    let now = shape(
      records: 90, newest: 4, encoding: "gb18030", profile: "b", phone: nil, mail: 90, file: "2")
    #expect(
      changes(now, since: shape(newest: 5, profile: "a")) == [
        .columnGone, .columnNew, .encodingChanged, .profileChanged, .rowsDropped, .older,
      ])
  }

  @Test func `fewer rows mean nothing where exports add up`() {
    #expect(
      changes(shape(records: 5, phone: 5, file: "2"), since: shape(), isSnapshot: false).isEmpty)
  }

  struct Fill: Sendable {
    var before: Int
    var now: Int
    var isEmptied: Bool
  }

  @Test(arguments: [
    Fill(before: 100, now: 81, isEmptied: false), Fill(before: 100, now: 80, isEmptied: true),
    Fill(before: 10, now: 1, isEmptied: true), Fill(before: 10, now: 2, isEmptied: false),
    Fill(before: 4, now: 0, isEmptied: false), Fill(before: 0, now: 90, isEmptied: false),
  ])
  func `a column is emptied when a fifth of the cells or most of them are gone`(fill: Fill) {
    let drift = changes(shape(phone: fill.now, file: "2"), since: shape(phone: fill.before))
    #expect(drift == (fill.isEmptied ? [.columnEmptied] : []))
  }

  @Test func `the fill rate of a field is that of its fullest column`() {
    let last = shape(phone: 80, mail: 20)
    #expect(shape(phone: nil, mail: 90).fillDrop(since: last) == 0)
    #expect(shape(phone: nil, mail: 20).fillDrop(since: last).map { ($0 * 10).rounded() } == 6)
    #expect(shape(phone: nil).fillDrop(since: last).map { ($0 * 10).rounded() } == 8)
    #expect(shape(records: 19, phone: 0).fillDrop(since: last) == nil)
    var unmapped = shape(phone: 80)
    unmapped.columns[0].field = nil
    #expect(unmapped.fillDrop(since: shape(phone: 80)) == nil)
  }
}
