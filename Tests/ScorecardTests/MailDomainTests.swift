import Testing

@testable import Scorecard

@Suite struct MailDomainTests {
  struct Address: Sendable {
    let typed: String
    let corrected: String?
  }

  @Test(arguments: [
    Address(typed: "li@gamil.com", corrected: "li@gmail.com"),
    Address(typed: "li@gmial.con", corrected: "li@gmail.com"),
    Address(typed: "li@qq.con", corrected: "li@qq.com"),
    Address(typed: "li@hotmial.com", corrected: "li@hotmail.com"),
    Address(typed: "li@qq.com", corrected: nil),
    Address(typed: "li@example.org", corrected: nil),
    Address(typed: "li@16.com", corrected: nil),
    Address(typed: "nobody", corrected: nil),
    Address(typed: "", corrected: nil),
  ])
  func `are corrected when one known domain is near`(_ address: Address) {
    #expect(MailDomain.corrected(address: address.typed) == address.corrected)
  }
}
