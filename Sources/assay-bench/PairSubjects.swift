import Pipelines

extension Subject {
  static let pairs = Subject(
    name: "pairs", input: .pipeline,
    summary: "compares persons in blocks of 50 and more in every column, on one core"
  ) { settings in
    try StageWorkload(settings, unit: "pairs") { try await $0.scorePairs(stopsEarly: false) }
  }

  static let decidedPairs = Subject(
    name: "decided-pairs", input: .pipeline,
    summary: "the same pairs, each only until it cannot reach the review threshold"
  ) { settings in
    try StageWorkload(settings, unit: "pairs") { try await $0.scorePairs(stopsEarly: true) }
  }
}
