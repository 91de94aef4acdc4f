import Glibc
import Vocabulary

/// Times the stages of a run and tells the caller where it is.
struct StageLog {
  struct Entry: Hashable, Sendable {
    var stage: String
    var seconds: Double
    /// Processor time of all threads.
    var cpuSeconds: Double
    /// The most memory that the process had held when the stage ended.
    var peakMemoryBytes: Int
    var count: Int
    var unit: String
  }

  private(set) var entries: [Entry] = []
  /// What the whole run was expected to need; nil until there is one.
  private(set) var forecast: RunForecast?
  private let progress: @Sendable (RunProgress) -> Void
  private let tell: @Sendable (RunForecast) -> Void
  private let start = ContinuousClock.now

  init(
    progress: @escaping @Sendable (RunProgress) -> Void,
    forecast: @escaping @Sendable (RunForecast) -> Void = { _ in }
  ) {
    self.progress = progress
    tell = forecast
  }

  /// Keeps what the run is expected to need, and tells the caller.
  mutating func expect(_ forecast: RunForecast) {
    self.forecast = forecast
    tell(forecast)
  }

  /// Runs one stage.
  ///
  /// - Parameters:
  ///   - stage: The stage in one word.
  ///   - unit: What is counted.
  ///   - count: How much was done, from the stage's result.
  ///   - body: The stage.
  /// - Returns: The stage's result.
  /// - Throws: What the stage throws, and `CancellationError` when the run was cancelled meanwhile.
  mutating func run<Result>(
    _ stage: String, unit: String, count: (Result) -> Int, _ body: () async throws -> Result
  ) async throws -> Result {
    try await run(stage, unit: unit, count: count) { _ in try await body() }
  }

  /// Runs one stage that says how far it is.
  ///
  /// - Parameters:
  ///   - stage: The stage in one word or two.
  ///   - unit: What is counted.
  ///   - count: How much was done, from the stage's result.
  ///   - body: The stage; it is given what to call with how much is done, and with all there is.
  /// - Returns: What the stage returns.
  /// - Throws: What the stage throws, or `CancellationError`.
  mutating func run<Result>(
    _ stage: String, unit: String, count: (Result) -> Int,
    _ body: (@escaping @Sendable (_ done: Int, _ total: Int) -> Void) async throws -> Result
  ) async throws -> Result {
    let progress = progress
    progress(RunProgress(stage: stage, done: 0, total: nil, unit: unit))
    let (begin, cpu) = (ContinuousClock.now, Self.usage.cpuSeconds)
    let result = try await body { done, total in
      progress(RunProgress(stage: stage, done: done, total: total, unit: unit))
    }
    let done = count(result)
    let seconds = (ContinuousClock.now - begin).inSeconds
    entries.append(
      Entry(
        stage: stage, seconds: seconds, cpuSeconds: Self.usage.cpuSeconds - cpu,
        peakMemoryBytes: Self.peakMemoryBytes, count: done, unit: unit))
    progress(RunProgress(stage: stage, done: done, total: done, unit: unit, isFinished: true))
    try Task.checkCancellation()
    return result
  }

  /// Since the log was begun.
  var secondsElapsed: Double { (ContinuousClock.now - start).inSeconds }

  /// The most memory that the process has held at once.
  static var peakMemoryBytes: Int { Int(usage.ru_maxrss) * 1024 }

  /// What the process has used so far.
  private static var usage: rusage {
    var usage = rusage()
    // Safe because the structure outlives the call, which fills it in.
    _ = unsafe getrusage(0, &usage)
    return usage
  }
}

extension rusage {
  /// Of the program and of the system for it.
  fileprivate var cpuSeconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
