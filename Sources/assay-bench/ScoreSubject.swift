import Pipelines

extension Subject {
  static let score = Subject(
    name: "score", input: .pipeline, summary: "assesses quality: findings, scores and worklists"
  ) { settings in
    try StageWorkload(settings) { try await $0.score() }
  }
}
