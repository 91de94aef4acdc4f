/// One thing that is wrong in a pipeline file.
package struct PipelineFileProblem: Hashable, Sendable {
  /// The key, such as `sources[0].trust`, or `line:column` of a syntax error; empty for the file as
  /// a whole.
  package var place: String
  /// What is wrong, what was found, and the way out.
  package var message: String

  package init(place: String, message: String) {
    self.place = place
    self.message = message
  }
}

/// A pipeline file that cannot be used, with everything that is wrong in it.
package struct PipelineFileError: Error, Hashable, Sendable {
  /// The file as the caller named it.
  package var file: String
  package var problems: [PipelineFileProblem]

  package init(file: String, problems: [PipelineFileProblem]) {
    self.file = file
    self.problems = problems
  }
}

extension PipelineFileError: CustomStringConvertible {
  /// One line for each problem: `file: key.path: error: what is wrong; way out`.
  package var description: String {
    problems.map { problem in
      // A place in the text follows the file's name without a blank, as in every compiler's message.
      let separator = problem.place.isEmpty || problem.place.first?.isNumber == true ? ":" : ": "
      let place = problem.place.isEmpty ? "" : problem.place + ":"
      return "\(file)\(separator)\(place) error: \(problem.message)"
    }
    .joined(separator: "\n")
  }
}
