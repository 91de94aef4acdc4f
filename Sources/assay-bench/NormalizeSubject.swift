import Pipelines

extension Subject {
  static let normalize = Subject(
    name: "normalize", input: .pipeline,
    summary: "reads every distinct value, and finds the parties"
  ) { settings in
    try StageWorkload(settings) { try await $0.normalize() }
  }
}
