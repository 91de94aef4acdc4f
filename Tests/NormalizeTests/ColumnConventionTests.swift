import Normalize
import Testing
import Vocabulary

/// Tables of a few columns, read as the normalize stage reads them.
@Suite struct ColumnConventionTests {
  /// The canonical values and the issues of one source's column, row by row.
  private struct Column {
    var canonical: [String] = []
    var issues: [ValueIssues] = []
    var raw: [String] = []
    var created: [String?] = []
  }

  /// Reads one column of each source.
  private func read(
    _ field: String, _ sources: [[String]], header: String = "column",
    others: [String: [String]] = [:]
  ) async throws -> [Column] {
    let schema = Schema.customer
    let index = try #require(schema.index(of: field))
    var columns = [MappedColumn(header: header, field: index)]
    for name in others.keys.sorted() {
      columns.append(MappedColumn(header: name, field: try #require(schema.index(of: name))))
    }
    var records = RecordTable(
      schema: schema,
      sources: sources.indices.map { SourceInfo(name: "s\($0)", files: ["f"], columns: columns) })
    for column in columns {
      var ids: [UInt32] = []
      for rows in sources {
        let cells = column.field == index ? rows : others[schema.fields[column.field].name] ?? []
        ids += cells.map { records.pools[column.field].intern($0) }
      }
      records.columns.append(CellColumn(field: column.field, slot: 0, ids: ids))
    }
    for (source, rows) in sources.enumerated() {
      for row in rows.indices {
        records.source.append(UInt16(source))
        records.file.append(0)
        records.rowNumber.append(UInt32(row + 1))
        records.line.append(UInt32(row + 2))
        records.sourceRecordID.append("\(row)")
        records.recordKey.append("s\(source)/\(row)")
        records.filled.append(0)
        records.count += 1
      }
    }
    let asOf = try #require(CivilDay(iso: "2026-06-30"))
    let table = await Normalizer(NormalizeOptions(asOf: asOf, tokenKey: [1])).normalize(records)
      .table
    var result = [Column](repeating: Column(), count: sources.count)
    for record in 0..<table.records.count {
      let raw = table.records.columns[0].ids[record]
      let source = Int(table.records.source[record])
      let readings = table.readings[index]
      result[source].canonical.append(
        readings[raw].map { readings.canonical.string($0) }.joined(separator: ";"))
      result[source].issues.append(readings.issues[Int(raw)])
      result[source].raw.append(table.records.pools[index].string(raw))
      result[source].created.append(table.created[record]?.description)
    }
    return result
  }

  @Test func `one day above twelve says which number is the day in the whole column`() async throws
  {
    let columns = try await read("birth_date", [["03/05/2001", "25/12/1999", "07/08/1990"]])
    #expect(columns[0].canonical == ["2001-05-03", "1999-12-25", "1990-08-07"])
    #expect(columns[0].issues == [[], [], []])
    let american = try await read("birth_date", [["03/05/2001", "12/25/1999"]])
    #expect(american[0].canonical == ["2001-03-05", "1999-12-25"])
  }

  @Test func `where no value decides, the default is taken and said to be one`() async throws {
    let columns = try await read("birth_date", [["03/05/2001", "07/08/1990"]])
    #expect(columns[0].canonical == ["2001-03-05", "1990-07-08"])
    #expect(columns[0].issues == [.ambiguous, .ambiguous])
    let contradicting = try await read("birth_date", [["03/05/2001", "25/12/1999", "12/25/1999"]])
    #expect(contradicting[0].issues == [.ambiguous, [], []])
  }

  @Test func `another column of the source decides where the column itself does not`() async throws
  {
    let columns = try await read(
      "created_at", [["03/05/2021 9:00", "07/08/2021 9:00"]],
      others: ["updated_at": ["13/05/2021 9:00", "07/08/2021 9:00"]])
    #expect(columns[0].created == ["2021-05-03T09:00:00", "2021-08-07T09:00:00"])
  }

  @Test func `two sources may mean two days by one text`() async throws {
    let columns = try await read(
      "birth_date", [["03/05/2001", "25/12/1999"], ["03/05/2001", "12/25/1999"], ["03/05/2001"]])
    #expect(columns[0].canonical == ["2001-05-03", "1999-12-25"])
    #expect(columns[1].canonical == ["2001-03-05", "1999-12-25"])
    #expect(columns[2].canonical == ["2001-03-05"])
    #expect(columns[2].issues == [.ambiguous])
    #expect(columns.map(\.raw[0]) == ["03/05/2001", "03/05/2001", "03/05/2001"])
  }

  @Test func `times of two sources stay with their own records`() async throws {
    let columns = try await read(
      "created_at",
      [["03/05/2021 9:00", "25/12/2021 9:00"], ["03/05/2021 9:00", "12/25/2021 9:00"]])
    #expect(columns[0].created == ["2021-05-03T09:00:00", "2021-12-25T09:00:00"])
    #expect(columns[1].created == ["2021-03-05T09:00:00", "2021-12-25T09:00:00"])
  }

  @Test func `one year of three digits makes those of two years of the Republic`() async throws {
    let columns = try await read(
      "birth_date", [["75/03/05", "101/12/31", "99.1.2", "990305", "2001/3/5"]])
    #expect(
      columns[0].canonical == [
        "1986-03-05", "2012-12-31", "2010-01-02", "2010-03-05", "2001-03-05",
      ])
    #expect(columns[0].issues.allSatisfy { $0.isEmpty })
  }

  @Test func `a header that names the Republic says so for its column`() async throws {
    let columns = try await read("birth_date", [["75/03/05", "990305"]], header: "生日(民國)")
    #expect(columns[0].canonical == ["1986-03-05", "2010-03-05"])
  }

  @Test func `decimal commas are found by the values that leave nothing open`() async throws {
    let columns = try await read(
      "receivable",
      [
        ["1.234", "1,234", "12,50", "1.234.567,80"], ["1.234", "1,234", "12.50"],
        ["1.234", "1,234"],
      ])
    #expect(columns[0].canonical == ["1234", "1.234", "12.5", "1234567.8"])
    #expect(columns[1].canonical == ["1.234", "1234", "12.5"])
    #expect(columns[2].canonical == ["1.234", "1234"])
  }

  @Test func `a column of long codes that all end in zeros lost its digits`() async throws {
    let lost = try await read(
      "bank_account",
      [["6222020200000000", "6222021234567890", "6222029876543210", "6222020200112230"]])
    #expect(lost[0].canonical == ["", "", "", ""])
    #expect(lost[0].issues == [.truncated, .truncated, .truncated, .truncated])
    let whole = try await read(
      "bank_account", [["6222020200000000", "6222021234567891", "6222029876543212"]])
    #expect(whole[0].canonical.allSatisfy { !$0.isEmpty })
  }

  @Test func `blank cells and one cell alone are read as they are`() async throws {
    let columns = try await read("receivable", [["", "1,234"], [""]])
    #expect(columns[0].canonical == ["", "1234"])
    #expect(columns[1].canonical == [""])
  }
}
