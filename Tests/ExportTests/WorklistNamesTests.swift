import Testing

@testable import Export

@Suite struct WorklistNamesTests {
  struct Name: Sendable {
    let name: String
    let safe: String
  }

  @Test(arguments: [
    Name(name: "王芳", safe: "王芳"),
    Name(name: "", safe: "_"),
    Name(name: "  ", safe: "_"),
    Name(name: "..", safe: "__"),
    Name(name: ".", safe: "_"),
    Name(name: "a/b\\c", safe: "a_b_c"),
    Name(name: "a\u{0}b\nc", safe: "a_b_c"),
    Name(name: "C:*?", safe: "C___"),
    Name(name: "con", safe: "_con"),
    Name(name: "com1.x", safe: "_com1.x"),
    Name(name: "name.", safe: "name_"),
    Name(name: "a\u{202E}b", safe: "a_b"),
    Name(name: String(repeating: "王", count: 60), safe: String(repeating: "王", count: 40)),
  ])
  func `are one component of a path on every system`(_ name: Name) {
    #expect(WorklistNames.safe(name.name) == name.safe)
  }
}
