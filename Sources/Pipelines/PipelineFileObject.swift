import Vocabulary

/// Collects what is wrong in a pipeline file, in the order in which it is read.
final class PipelineFileProblems {
  private(set) var all: [PipelineFileProblem] = []

  func report(_ place: String, _ message: String) {
    all.append(PipelineFileProblem(place: place, message: message))
  }
}

/// One object of a pipeline file while it is being read.
///
/// Every reading function notes its key as known; `finish()` then reports the keys that nobody asked
/// for. A key that is missing or null reads as nil and is no problem; a value of the wrong type reads
/// as nil and is one.
final class PipelineFileObject {
  let path: String
  let members: [PipelineFileMember]
  let problems: PipelineFileProblems
  private var known: [String] = []

  init(_ members: [PipelineFileMember], path: String, problems: PipelineFileProblems) {
    self.members = members
    self.path = path
    self.problems = problems
  }

  func place(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  func report(_ key: String, _ message: String) { problems.report(place(key), message) }

  /// The value of a key; nil when it is missing or null.
  func value(_ key: String) -> PipelineFileValue? {
    if !known.contains(key) { known.append(key) }
    guard let value = members.first(where: { $0.key == key })?.value, value != .null else {
      return nil
    }
    return value
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    for member in members where !known.contains(member.key) {
      let wayOut = SpellingSuggestion.wayOut(for: member.key, among: known)
      report(member.key, "unknown key '\(member.key)'; \(wayOut)")
    }
  }
}

// MARK: - Typed values

extension PipelineFileObject {
  func text(_ key: String, example: String) -> String? {
    guard let value = value(key) else { return nil }
    guard case .text(let text) = value, !text.isEmpty else {
      let found = value == .text("") ? "an empty text" : value.kind
      report(key, "'\(key)' must be a text, not \(found); write one such as \"\(example)\"")
      return nil
    }
    return text
  }

  func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .bool(let flag) = value else {
      report(key, "'\(key)' must be true or false, not \(value.kind); write it without quotes")
      return nil
    }
    return flag
  }

  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = value(key) else { return nil }
    guard case .number(let number) = value, range.contains(number) else {
      let low = PipelineFileValue.words(for: range.lowerBound)
      let bounds =
        range.upperBound == .infinity
        ? "of at least \(low)" : "in \(low)...\(PipelineFileValue.words(for: range.upperBound))"
      report(key, "'\(key)' must be a number \(bounds), not \(value.kind); correct or remove it")
      return nil
    }
    return number
  }

  func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .number(let number) = value, let count = Int(exactly: number), range.contains(count)
    else {
      let bounds =
        range.upperBound == .max
        ? "of at least \(range.lowerBound)" : "in \(range.lowerBound)...\(range.upperBound)"
      report(
        key, "'\(key)' must be a whole number \(bounds), not \(value.kind); correct or remove it")
      return nil
    }
    return count
  }

  /// One of the words of an enumeration.
  func word<Word: CaseIterable & RawRepresentable>(
    _ key: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    let words = type.allCases.map(\.rawValue)
    guard let text = text(key, example: words.first ?? "") else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(
      key, "'\(key)' cannot be '\(text)'; \(SpellingSuggestion.wayOut(for: text, among: words))")
    return nil
  }

  /// A text or a list of texts.
  func texts(_ key: String, example: String) -> [String]? {
    guard let value = value(key) else { return nil }
    return Self.texts(value, at: place(key), example: example, problems: problems)
  }

  static func texts(
    _ value: PipelineFileValue, at place: String, example: String, problems: PipelineFileProblems
  ) -> [String]? {
    switch value {
    case .text(let text) where !text.isEmpty:
      return [text]
    case .list(let elements) where !elements.isEmpty:
      var texts: [String] = []
      for (index, element) in elements.enumerated() {
        if case .text(let text) = element, !text.isEmpty {
          texts.append(text)
        } else {
          problems.report(
            "\(place)[\(index)]",
            "must be a text, not \(element.kind); write one such as \"\(example)\"")
        }
      }
      return texts.count == elements.count ? texts : nil
    default:
      let found =
        switch value {
        case .text: "an empty text"
        case .list: "an empty list"
        default: value.kind
        }
      problems.report(
        place, "must be a text or a list of texts, not \(found); write one such as \"\(example)\"")
      return nil
    }
  }

  func object(_ key: String) -> PipelineFileObject? {
    guard let value = value(key) else { return nil }
    guard case .object(let members) = value else {
      report(key, "'\(key)' must be an object, not \(value.kind); write { … }")
      return nil
    }
    return PipelineFileObject(members, path: place(key), problems: problems)
  }

  /// A list of objects.
  func objects(_ key: String) -> [PipelineFileObject]? {
    guard let value = value(key) else { return nil }
    guard case .list(let elements) = value else {
      report(key, "'\(key)' must be a list of objects, not \(value.kind); write [ { … } ]")
      return nil
    }
    var objects: [PipelineFileObject] = []
    for (index, element) in elements.enumerated() {
      let place = place(key) + "[\(index)]"
      if case .object(let members) = element {
        objects.append(PipelineFileObject(members, path: place, problems: problems))
      } else {
        problems.report(place, "must be an object, not \(element.kind); write { … }")
      }
    }
    return objects
  }
}
