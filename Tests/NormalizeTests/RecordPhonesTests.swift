import Testing
import Vocabulary

@testable import Normalize

@Suite struct RecordPhonesTests {
  struct Shape: Sendable {
    var cell: String
    var isNorthAmerican: Bool
  }

  @Test(arguments: [
    Shape(cell: "(713) 455-3400", isNorthAmerican: true),
    Shape(cell: "713-455-3400", isNorthAmerican: true),
    Shape(cell: "312.904.2149", isNorthAmerican: true),
    Shape(cell: "1-786-897-5522", isNorthAmerican: true),
    Shape(cell: "1 (786) 897 5522", isNorthAmerican: true),
    Shape(cell: "818-865-3359 ext. 320", isNorthAmerican: true),
    Shape(cell: "818-865-3359x320", isNorthAmerican: true),
    Shape(cell: "", isNorthAmerican: false),
    Shape(cell: "7134553400", isNorthAmerican: false),
    Shape(cell: "17868975522", isNorthAmerican: false),
    Shape(cell: "178-6897-5522", isNorthAmerican: false),
    Shape(cell: "1-386-897", isNorthAmerican: false),
    Shape(cell: "010-455-3400", isNorthAmerican: false),
    Shape(cell: "755-088-3400", isNorthAmerican: false),
    Shape(cell: "713-455-34001", isNorthAmerican: false),
    Shape(cell: "713-455-3400;713-455-3401", isNorthAmerican: false),
    Shape(cell: "713-455-3400转12", isNorthAmerican: false),
  ])
  func `groups of three, three and four digits are North American`(_ shape: Shape) {
    let cell = Array(shape.cell.utf8)
    #expect(hasNorthAmericanShape(cell.span) == shape.isNorthAmerican)
  }

  /// The phones of each record's person, as the mentions hold them.
  private func phones(_ rows: [(phone: String, city: String)], region: String = "CN") async throws
    -> [String]
  {
    let schema = Schema.customer
    let fields = try ["name", "phone", "city"].map { try #require(schema.index(of: $0)) }
    var records = RecordTable(
      schema: schema,
      sources: [
        SourceInfo(
          name: "s", files: ["f"],
          columns: fields.map { MappedColumn(header: schema.fields[$0].name, field: $0) })
      ])
    for (field, cells) in zip(
      fields, [rows.map { _ in "张伟" }, rows.map(\.phone), rows.map(\.city)])
    {
      let ids = cells.map { records.pools[field].intern($0) }
      records.columns.append(CellColumn(field: field, slot: 0, ids: ids))
    }
    for row in rows.indices {
      records.source.append(0)
      records.file.append(0)
      records.rowNumber.append(UInt32(row + 1))
      records.line.append(UInt32(row + 2))
      records.sourceRecordID.append("\(1000 + row)")
      records.recordKey.append("s/\(1000 + row)")
      records.filled.append(0)
      records.count += 1
    }
    var options = NormalizeOptions(
      asOf: try #require(CivilDay(iso: "2026-06-30")), tokenKey: [1])
    options.region = region
    let table = await Normalizer(options).normalize(records).table
    return (0..<UInt32(rows.count)).map { record in
      [table.persons, table.organizations].flatMap { mentions in
        mentions.mention(of: record).map { mention in
          mentions.claims(of: mention).filter { Int($0.field) == fields[1] }
            .map { table.readings[fields[1]].canonical.string($0.value) }
        } ?? []
      }.joined(separator: " ")
    }
  }

  @Test func `a city is learned from the international numbers beside it`() async throws {
    let koeln = ["+49 1637305107", "0049 1729332441", "+491754056459"]
    let rows =
      koeln.map { (phone: $0, city: "Köln") }
      + [("0151 89268920", "Köln"), ("13912345678", "Köln"), ("0151 89268920", "Leeds")]
    let phones = try await phones(rows)
    #expect(phones[3] == "+4915189268920")
    #expect(phones[4] == "+8613912345678")
    #expect(!phones[5].hasPrefix("+49"))
  }

  @Test func `two numbers, or a city of two countries, teach nothing`() async throws {
    let phones = try await phones([
      ("+49 1637305107", "Köln"), ("+491754056459", "Köln"), ("0151 89268920", "Köln"),
      ("+49 1637305108", "Mix"), ("+491754056458", "Mix"), ("+447721588878", "Mix"),
      ("+447721588879", "Mix"), ("0151 89268921", "Mix"),
    ])
    #expect(!phones[2].hasPrefix("+49"))
    #expect(!phones[7].hasPrefix("+49"))
  }

  @Test func `a number in groups of North America is one in any city`() async throws {
    let phones = try await phones([
      ("(713) 455-3400", "Houston"), ("1-786-897-5522", ""), ("178-6897-5522", ""),
    ])
    #expect(phones == ["+17134553400", "+17868975522", "+8617868975522"])
  }

  @Test func `where North America is the home, its numbers are read as ever`() async throws {
    let phones = try await phones([("(713) 455-3400", "Houston")], region: "US")
    #expect(phones == ["+17134553400"])
  }
}
