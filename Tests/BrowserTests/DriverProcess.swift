import Foundation
import TestSupport

/// What keeps a test from driving a browser.
struct BrowserError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// A chromedriver on a free port of the loopback interface.
///
/// Every wait is bounded. The browser ends with the pipe through which the driver speaks to it, and
/// should the tests be killed before, `timeout` ends the driver. Only SIGKILL will do: a child inherits
/// the blocked signals of the thread that starts it.
final class DriverProcess {
  static let browser = "chromium"
  private static let driver = "chromedriver"
  /// The longest that a driver lives, in seconds.
  private static let lifetime = "300"

  private(set) var port = 0
  private let process = Process()
  /// Holds the driver's output, and the browser's profile.
  private let folder: TemporaryFolder

  init() async throws {
    let driver = try Self.find(Self.driver)
    let folder = try TemporaryFolder()
    self.folder = folder
    let log = try folder.write("driver.log", "")
    process.executableURL = URL(fileURLWithPath: try Self.find("timeout"))
    process.arguments = ["--signal=KILL", Self.lifetime, driver, "--port=0"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    process.standardError = process.standardOutput
    try process.run()
    do {
      port = try await Self.within(seconds: 30, "\(driver) never said its port") {
        try Self.port(in: folder.read("driver.log"))
      }
    } catch {
      await end()
      throw error
    }
  }

  /// The path of a program.
  static func find(_ program: String) throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for folder in path.split(separator: ":") {
      let candidate = "\(folder)/\(program)"
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    throw BrowserError(
      "'\(program)' is not installed; run pipelines/test.sh, which installs it, or as root: "
        + "apt-get install chromium chromium-driver")
  }

  /// Ends the driver, and so its browser; waits until both are gone.
  func end(browser: Int32? = nil) async {
    // `timeout` leads a group of its own, to which the driver belongs.
    kill(-process.processIdentifier, SIGKILL)
    await Self.wait(seconds: 10) { !process.isRunning }
    guard let browser else { return }
    await Self.wait(seconds: 10) { kill(browser, 0) != 0 }
    if kill(browser, 0) == 0 { kill(browser, SIGKILL) }
    // Its children end a moment later, and write until then.
    await Self.wait(seconds: 5) {
      do { try FileManager.default.removeItem(atPath: profile) } catch { return false }
      return true
    }
  }

  /// Where the browser keeps what it knows.
  var profile: String { folder.path + "/profile" }

  private static func port(in log: String) -> Int? {
    guard let place = log.range(of: "started successfully on port ") else { return nil }
    return Int(log[place.upperBound...].prefix { $0.isNumber })
  }

  static func within<Result>(
    seconds: Double, _ failure: String, _ body: () throws -> Result?
  ) async throws -> Result {
    var result: Result?
    var thrown: (any Error)?
    await wait(seconds: seconds) {
      do { result = try body() } catch { thrown = error }
      return result != nil || thrown != nil
    }
    if let thrown { throw thrown }
    guard let result else { throw BrowserError(failure) }
    return result
  }

  private static func wait(seconds: Double, until isDone: () -> Bool) async {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isDone(), ContinuousClock.now < deadline {
      do { try await Task.sleep(for: .milliseconds(20)) } catch { return }
    }
  }
}
