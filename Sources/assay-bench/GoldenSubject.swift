import Pipelines

extension Subject {
  static let golden = Subject(
    name: "golden", input: .pipeline,
    summary: "builds golden records, affiliations and the crosswalk"
  ) { settings in
    try StageWorkload(settings) { try await $0.buildGolden() }
  }
}
