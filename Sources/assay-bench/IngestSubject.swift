import Pipelines

extension Subject {
  static let ingest = Subject(
    name: "ingest", input: .pipeline, summary: "reads the exports of all sources"
  ) { settings in
    try StageWorkload(settings) { try await $0.ingest() }
  }
}
