import Golden
import Testing
import Vocabulary

@Suite struct GoldenFieldTests {
  struct Case: Sendable {
    let party: Party
    let field: String
    let target: String
  }

  @Test(arguments: [
    Case(party: .person, field: "party_name", target: "name"),
    Case(party: .person, field: "contact", target: "name"),
    Case(party: .person, field: "name", target: "name"),
    Case(party: .person, field: "company", target: "company"),
    Case(party: .organization, field: "party_name", target: "company"),
    Case(party: .organization, field: "company", target: "company"),
    Case(party: .organization, field: "contact", target: "contact"),
    Case(party: .organization, field: "phone", target: "phone"),
  ])
  func `names of the customer schema feed one golden field`(_ example: Case) throws {
    let schema = Schema.customer
    let fields = GoldenFields(schema: schema, party: example.party)
    let index = try #require(schema.index(of: example.field))
    #expect(schema.fields[fields.target[index]].name == example.target)
  }

  @Test func `fields of other schemas stand for themselves`() {
    let schema = Schema([
      Field("full_name", .personName), Field("maiden_name", .personName), Field("ssn", .identifier),
    ])
    for party in Party.allCases {
      #expect(GoldenFields(schema: schema, party: party).target == [0, 1, 2])
    }
  }

  @Test func `a schema with nothing but a party name keeps it`() {
    let schema = Schema([Field("customer", .partyName), Field("trade_name", .partyName)])
    let fields = GoldenFields(schema: schema, party: .person)
    #expect(fields.target == [0, 0])
    #expect(fields.shown(inColumnOf: 1, schema: schema) == 0)
  }

  @Test func `the column of the party's name shows it, that of the contact nothing`() throws {
    let schema = Schema.customer
    let fields = GoldenFields(schema: schema, party: .person)
    let index = { (name: String) in try #require(schema.index(of: name)) }
    #expect(fields.shown(inColumnOf: try index("party_name"), schema: schema) == fields.name)
    #expect(fields.shown(inColumnOf: try index("name"), schema: schema) == fields.name)
    #expect(fields.shown(inColumnOf: try index("contact"), schema: schema) == nil)
  }
}
