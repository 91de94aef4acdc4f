import Ingest
import Testing
import Vocabulary

@Suite struct ColumnGuessTests {
  struct Column: Sendable, CustomTestStringConvertible {
    var label = ""
    var values: [String]
    var form: ColumnGuess.Form

    var testDescription: String { "\(form) \(label)" }
  }

  @Test(arguments: [
    Column(values: [], form: .empty),
    Column(values: ["", " ", "--", "NULL"], form: .empty),
    Column(values: ["a@x.cn", "b.c@mail.example.com", ""], form: .email),
    Column(values: ["https://example.com", "www.example.cn"], form: .url),
    Column(values: ["91350100M000100Y43", "91350100m000100y43"], form: .creditCode),
    Column(values: ["11010519491231002X", "440524188001010014"], form: .residentID),
    Column(values: ["13800138000", "+86 139-0013-9000", "１３７００１３７０００"], form: .phone),
    Column(values: ["138****8000", "13900139000/010-62345678", "0755-83210000转801"], form: .phone),
    Column(values: ["(212) 555-0142", "+44 20 7946 0958", "03-1234-5678"], form: .phone),
    Column(label: "联系电话", values: ["62345678", "1.38E+10", "7654321"], form: .phone),
    Column(values: ["2024-03-05", "2024/3/5", "2024年3月5日"], form: .date),
    Column(values: ["5/3/2024", "31.12.2024", "12/31/24"], form: .date),
    Column(values: ["113/05/01", "民國113年5月1日"], form: .date),
    Column(label: "创建日期", values: ["45356", "45400"], form: .date),
    Column(values: ["2024-03-05 09:07:00", "2024-03-05T09:07:00Z"], form: .timestamp),
    Column(values: ["1709600820000", "1709600821000"], form: .timestamp),
    Column(label: "create_time", values: ["1709600820", "1709600821"], form: .timestamp),
    Column(values: ["北京云帆科技有限公司", "深圳市海纳贸易有限公司", "云帆科技"], form: .organizationName),
    Column(values: ["Acme Inc.", "Globex Corporation", "Initech LLC"], form: .organizationName),
    Column(values: ["张伟", "李娜", "王芳", "欧阳修", "赵先生"], form: .personName),
    Column(values: ["John Smith", "Mary Ann Lee", "José García"], form: .personName),
    Column(
      label: "客户", values: ["张伟", "李娜", "王芳", "北京云帆科技有限公司", "上海远景集团"], form: .partyName),
    Column(values: ["北京市海淀区中关村大街1号", "上海市浦东新区世纪大道100号"], form: .address),
    Column(values: ["12 High Street", "1600 Amphitheatre Road"], form: .address),
    Column(values: ["北京", "上海", "杭州市"], form: .place),
    Column(label: "邮编", values: ["100080", "200120"], form: .postcode),
    Column(label: "应收余额", values: ["1,200.50", "-3", "¥88"], form: .number),
    Column(values: ["1.5", "22", "1.5"], form: .number),
    Column(label: "客户编号", values: ["1001", "1002", "1003"], form: .identifier),
    Column(values: ["0015g00000A1b2C", "0015g00000A1b2D", "0015g00000A1b2E"], form: .identifier),
    Column(values: Array(repeating: "已成交", count: 30) + ["未成交"], form: .category),
    Column(values: ["来电咨询产品价格，希望尽快回复并安排工程师上门勘察现场", "客户投诉物流慢"], form: .text),
  ])
  func `a column is told by its values`(_ column: Column) {
    #expect(ColumnGuess.guess(label: column.label, values: column.values).form == column.form)
  }

  @Test func `the counts are those of the sample, whatever its order`() {
    let values = ["13800138000", "", "13800138000", "none of them"]
    let guess = ColumnGuess.guess(label: "手机", values: values)
    #expect(guess.count == 4)
    #expect(guess.filled == 3)
    #expect(guess.distinct == 2)
    #expect(guess.form == .phone)
    #expect((0.5...1).contains(guess.confidence))
    #expect(guess == ColumnGuess.guess(label: "手机", values: values.reversed()))
  }

  @Test func `only a sample of the values is read`() {
    let values = Array(repeating: "a@x.cn", count: ColumnGuess.sampleLimit + 1)
    #expect(ColumnGuess.guess(label: "", values: values).count == ColumnGuess.sampleLimit)
  }
}
