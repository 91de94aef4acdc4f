import Pipelines

extension Subject {
  static let match = Subject(
    name: "match", input: .pipeline,
    summary: "finds, trains on and scores candidate pairs, and clusters them"
  ) { settings in
    try StageWorkload(settings) { try await $0.match() }
  }
}
