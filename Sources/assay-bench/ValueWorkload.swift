/// A kernel over the lines of a file, on one core.
///
/// A repeat passes over the file until a second is over, so that short files can be measured too.
struct ValueWorkload: Workload {
  /// Reads one raw value.
  ///
  /// Returns the size of what came out, which is summed up so that no call can be optimized away.
  typealias Kernel = (Span<UInt8>) -> Int

  private let lines: ValueLines
  private let makeKernel: @Sendable () -> Kernel

  init(_ settings: Settings, kernel: @escaping @Sendable (Span<UInt8>) -> Int) throws {
    try self.init(settings, makeKernel: { kernel })
  }

  /// Takes a kernel that reads one value after the other in the memory of one reading.
  init<Reading>(
    _ settings: Settings, reusing make: @escaping @Sendable () -> Reading,
    kernel: @escaping @Sendable (Span<UInt8>, inout Reading) -> Int
  ) throws {
    try self.init(
      settings,
      makeKernel: {
        var reading = make()
        return { kernel($0, &reading) }
      })
  }

  private init(_ settings: Settings, makeKernel: @escaping @Sendable () -> Kernel) throws {
    lines = try ValueLines(path: settings.input)
    self.makeKernel = makeKernel
  }

  func perform() throws -> Sample {
    let kernel = makeKernel()
    let passes = try Passes.measure("the kernel gives nothing for any value") {
      let bytes = lines.bytes.span
      var size = 0
      for value in lines.bounds { size += kernel(bytes.extracting(value)) }
      return size
    }
    return Sample(
      seconds: passes.seconds, count: passes.count * lines.bounds.count, unit: "values",
      bytes: passes.count * lines.byteCount)
  }
}

/// Repeated passes over data that may be small.
struct Passes {
  var count = 0
  var seconds = 0.0

  /// Passes until a second is over.
  ///
  /// - Parameters:
  ///   - complaint: Why a pass that gives nothing is no measurement.
  ///   - pass: One pass; returns a number made of all its results.
  /// - Returns: How many passes there were, and how long they took together.
  /// - Throws: `BenchmarkError` when the passes gave nothing.
  static func measure(
    _ complaint: String, _ pass: () -> Int
  ) throws(BenchmarkError) -> Self {
    var passes = Self()
    var sum = 0
    let start = ContinuousClock.now
    repeat {
      sum &+= pass()
      passes.count += 1
      passes.seconds = (ContinuousClock.now - start).inSeconds
    } while passes.seconds < 1
    guard sum != 0 else {
      throw BenchmarkError("assay-bench: error: \(complaint); name other data")
    }
    return passes
  }
}
