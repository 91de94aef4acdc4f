import Testing

@testable import Ingest

@Suite struct FileNameDateTests {
  struct Name: Sendable, CustomTestStringConvertible {
    var name: String
    var moment: Int?

    var testDescription: String { name }
  }

  @Test(arguments: [
    Name(name: "sales_2026-11-21.csv", moment: 20_261_121_000_000),
    Name(name: "sales_20261121.csv", moment: 20_261_121_000_000),
    Name(name: "客户2026年11月21日.csv", moment: 20_261_121_000_000),
    Name(name: "sales.2026.1.2.csv", moment: 20_260_102_000_000),
    Name(name: "sales_20261121_093015.csv", moment: 20_261_121_093_015),
    Name(name: "20261121093015-sales.csv", moment: 20_261_121_093_015),
    Name(name: "sales_202611.csv", moment: 20_261_100_000_000),
    Name(name: "sales_2026-11.csv", moment: 20_261_100_000_000),
    Name(name: "sales_2026-11-21_3.csv", moment: 20_261_121_000_000),
    Name(name: "sales_1.csv"), Name(name: "sales.csv"), Name(name: ""),
    Name(name: "sales_20261321.csv"), Name(name: "sales_2026-02-30.csv"),
    Name(name: "order_100000.csv"), Name(name: "id_13912345678.csv"),
  ])
  func `reads the date of a name`(name: Name) {
    #expect(FileNameDate(name.name)?.moment == name.moment)
  }
}
