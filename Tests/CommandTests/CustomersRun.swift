import Testing

/// One run of the main job over Fixtures/customers, made once for a suite and gone after it.
struct CustomersRun: SuiteTrait, TestScoping {
  /// The finished run, inside a suite that has the trait.
  @TaskLocal static var current: (night: PipelineFolder, outcome: Outcome)?

  static let sources = [
    source("sales", "sales_crm.csv", #"system: "sales""#),
    source("finance", "finance_erp.csv", #"system: "finance", trust: 80"#),
    source("service", "service_tickets.ndjson", #"system: "service""#),
    source("hubspot", "hubspot_contacts.csv", #"system: "sales""#),
  ]

  private static func source(_ name: String, _ file: String, _ rest: String) -> String {
    #"{ name: "\#(name)", path: "\#(Repository.fixture("customers/" + file))", \#(rest) }"#
  }

  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    let night = try PipelineFolder(Self.sources)
    let outcome = try night.run()
    try await Self.$current.withValue((night, outcome)) { try await function() }
  }
}

extension Trait where Self == CustomersRun {
  /// Runs the main job once for the suite.
  static var customersRun: Self { Self() }
}
