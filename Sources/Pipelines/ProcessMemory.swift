import CMalloc
import Foundation

/// How the process treats its memory, and how much there is.
package enum ProcessMemory {
  /// The size from which an array has memory of its own.
  private static let largeSize: Int32 = 1 << 20
  /// What is kept of the memory of small things when they are gone.
  private static let keptSize: Int32 = 64 << 20

  /// Lets the memory of large arrays go back to the system at once when nobody holds them.
  ///
  /// Otherwise the C library keeps arrays of up to 32 MiB for later, and the peak of a stage has arrays of
  /// the stages before it in it: with 1,000,000 persons it was a fifth higher.
  package static func returnsLargeArrays() {
    _ = mallopt(M_MMAP_THRESHOLD, largeSize)
    _ = mallopt(M_TRIM_THRESHOLD, keptSize)
  }

  /// What can be had without pushing others out, in bytes; nil where the system does not say.
  static var availableBytes: Int? {
    // A system that has no such file does not say.
    guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8) else {
      return nil
    }
    for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
    return nil
  }
}
