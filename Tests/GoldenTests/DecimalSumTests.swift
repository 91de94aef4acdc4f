import Testing

@testable import Golden

@Suite struct DecimalSumTests {
  struct Case: Sendable {
    let addends: [String]
    let sum: String
  }

  @Test(arguments: [
    Case(addends: ["0"], sum: "0"),
    Case(addends: ["-159603.29"], sum: "-159603.29"),
    Case(addends: ["0.1", "0.2"], sum: "0.3"),
    Case(addends: ["100.50", "0.50"], sum: "101.00"),
    Case(addends: ["5", "-7.25"], sum: "-2.25"),
    Case(addends: ["-0.05", "0.05"], sum: "0.00"),
    Case(addends: ["+3", ".5", "2."], sum: "5.5"),
    Case(addends: ["0.9999996"], sum: "1.000000"),
    Case(
      addends: ["999999999999999999999999", "999999999999999999999999"],
      sum: "1999999999999999999999998"),
  ])
  func `numbers add up exactly`(_ example: Case) {
    var sum = DecimalSum()
    for addend in example.addends {
      let isNumber = sum.add(addend.utf8.span)
      #expect(isNumber)
    }
    #expect(sum.text == example.sum)
    #expect(sum.addends == example.addends.count)
  }

  @Test(arguments: ["", "-", ".", "1e5", "1,000", "12a", "1.2.3", "1234567890123456789012345"])
  func `what is no number is left out`(_ text: String) {
    var sum = DecimalSum()
    let isNumber = sum.add(text.utf8.span)
    #expect(!isNumber)
    #expect(sum.addends == 0)
    #expect(sum.text == "0")
  }
}
