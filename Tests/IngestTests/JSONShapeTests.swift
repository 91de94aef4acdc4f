import Ingest
import Testing
import Vocabulary

@Suite struct JSONShapeTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var file: String
    var id: String
    /// Fields and paths, in the order in which the records list them.
    var map: [(field: String, path: String)]
    var records: [String]

    var testDescription: String { file }
  }

  @Test(arguments: [
    Expectation(
      file: "cells_of_parts.json", id: "record_id",
      map: [
        ("party_name", "fields.客户名称"), ("contact", "fields.联系人"), ("phone", "fields.手机"),
        ("email", "fields.邮箱"), ("address", "fields.网址"), ("level", "fields.级别"),
        ("note", "fields.标签"), ("owner", "fields.跟进人"), ("updated_at", "fields.更新"),
      ],
      records: [
        "rec1 party_name=杭州示例科技有限公司 contact=张伟 phone=13800000001 email=a@example.com "
          + "address=https://example.com level=A note=老客户;华东 owner=黄泡泡 owner=李;娜 "
          + "updated_at=1693719754000",
        "rec2 party_name=宁波示例贸易有限公司 contact=李娜\n（经理） phone=13800000002 "
          + "phone=13900000002 address=示例 level=B",
        "rec3",
      ]),
    Expectation(
      file: "one_element_lists.json", id: "_id",
      map: [
        ("party_name", "name"), ("phone", "tel"), ("level", "level__r"), ("owner", "owner__r"),
        ("created_by", "owner"), ("created_at", "create_time"),
      ],
      records: [
        "5f0000000000000000000001 party_name=示例科技 phone=010-12345678 level=重点客户 owner=张三 "
          + "created_by=FSUID_1 created_at=1693719754000",
        "5f0000000000000000000002 party_name=示例贸易 phone=13800000002",
      ]),
    Expectation(
      file: "many_owners.ndjson", id: "external_contact.external_userid",
      map: [
        ("name", "external_contact.name"), ("phone", "follow_user[].remark_mobiles"),
        ("note", "follow_user.remark"), ("owner", "follow_user[].userid"),
        ("created_at", "follow_user[0].createtime"),
      ],
      records: [
        "wm1 name=李部长 phone=13800000001 phone=13000000002 phone=13800000001 note=李部长;李总 "
          + "owner=rocky owner=tommy created_at=1525779812",
        "wm2 name=🌸 owner=u1 owner=u2 owner=u3 owner=u4 owner=u5 owner=u6 owner=u7 "
          + "owner=u8;u9;u10",
        "wm3 name=王五",
      ]),
    Expectation(
      file: "default_elements.json", id: "id",
      map: [
        ("party_name", "name"), ("contact", "merchantAddressInfos.receiver"),
        ("phone", "merchantsManager!mobile"), ("phone", "merchantAddressInfos.mobile"),
        ("wechat", "merchantsManager!countryCode"), ("address", "merchantAddressInfos[].address"),
        ("level", "customerClass___code"), ("owner", "principals.professSalesman_Name"),
      ],
      records: [
        "1234567890123456789 party_name=示例科技 contact=乙 phone=13800000001 phone=2 phone=1 "
          + "wechat=86 address=杭州市二路2号 level=A owner=李四 owner=张三"
      ]),
    Expectation(
      file: "numbered_objects.json", id: "FCUSTID",
      map: [
        ("party_name", "FName"), ("contact", "FT_BD_CUSTLOCATION[].FContactId"),
        ("phone", "FT_BD_CUSTLOCATION[].FMobile"), ("owner", "FSELLER"), ("team", "FSALDEPTID"),
      ],
      records: [
        "100001 party_name=示例科技 contact=李娜 phone=13800000001 owner=张三 team=D01",
        "100002 party_name=示例贸易",
      ]),
    Expectation(
      file: "nested_lists.ndjson", id: "id",
      map: [
        ("name", "contacts[0].name"), ("title", "contacts[1].name"),
        ("phone", "contacts[].mobile"), ("email", "contacts.mails"), ("wechat", "a.b.c.d"),
        ("address", "customer.phone"), ("note", "list"),
      ],
      records: [
        "1 name=张伟 title=李娜 phone=1 phone=2 email=a email=b email=c wechat=odd address=9 "
          + "note=x;y;z",
        "2 name=王五 phone=3 wechat=deep address=8",
      ]),
    Expectation(
      file: "anchors.json", id: "Id",
      map: [("company", "Name"), ("address", "Website"), ("owner", "Owner")],
      records: ["001 company=Example address=https://example.com owner=Ann"]),
  ])
  func `a path finds the text in what systems wrap it`(_ expected: Expectation) async throws {
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/json/\(expected.file)"])
    source.profile = "none"
    source.id = [expected.id]
    for (field, path) in expected.map {
      let column = ColumnReference(path: path)
      if let known = source.map.firstIndex(where: { $0.field == field }) {
        source.map[known].columns.append(column)
      } else {
        source.map.append(FieldMapping(field: field, columns: [column]))
      }
    }
    let result = try await ingest([source])
    var fields: [String] = []
    for (field, _) in expected.map where !fields.contains(field) { fields.append(field) }
    #expect(listing(result.records, fields: fields) == expected.records)
    #expect(result.quarantine.isEmpty)
  }

  @Test func `columns of a list are no more than its longest record fills`() async throws {
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/json/arrays.ndjson"])
    source.map = [
      FieldMapping(field: "phone", columns: [ColumnReference(path: "customer.phone")]),
      FieldMapping(field: "name", columns: [ColumnReference(path: "name")]),
    ]
    let table = try await ingest([source]).records
    let headers = table.sources[0].columns.map(\.header)
    #expect(headers == ["name", "customer[].phone", "customer[].phone"])
    #expect(table.columns.map(\.slot) == [0, 0, 1])
    #expect((0..<3).allSatisfy { table.isFilled(record: 0, column: $0) })
  }
}
