import Foundation

/// Something that a page asked for.
struct PageRequest: Hashable {
  var url: String
  /// Whether the page's own policy stopped it.
  var isBlocked: Bool
}

/// An entry of the log of what the browser does.
private struct NetworkEvent: Decodable {
  struct Message: Decodable {
    struct Parameters: Decodable {
      struct Request: Decodable { var url: String }
      var requestId: String?
      var request: Request?
      var blockedReason: String?
    }
    var method: String
    var params: Parameters
  }
  var message: Message
}

/// A real Chromium without a window, driven over WebDriver (W3C).
///
/// Use `Browser.run`, which ends it whatever the body does.
final class Browser {
  /// A line of the page's console.
  struct ConsoleLine: Decodable, CustomStringConvertible {
    var level: String
    var message: String

    var description: String { level + ": " + message }
  }

  private let driver: DriverProcess
  private var session = ""
  private var browser: Int32?

  /// Opens a browser for as long as the body needs it.
  static func run<Result>(
    width: Int = 1280, height: Int = 900, _ body: (Browser) async throws -> Result
  ) async throws -> Result {
    let browser = try await Browser()
    do {
      try await browser.open(width: width, height: height)
      let result = try await body(browser)
      await browser.end()
      return result
    } catch {
      await browser.end()
      throw error
    }
  }

  private init() async throws {
    driver = try await DriverProcess()
  }

  private func open(width: Int, height: Int) async throws {
    let options: [String: Any] = [
      "binary": try DriverProcess.find(DriverProcess.browser),
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--no-first-run", "--remote-debugging-pipe",
        "--user-data-dir=\(driver.profile)", "--window-size=\(width),\(height)",
        "about:blank",
      ],
    ]
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
      "timeouts": ["script": 20_000, "pageLoad": 30_000],
    ]
    struct Opened: Decodable {
      struct Capabilities: Decodable {
        var processID: Int32?

        private enum CodingKeys: String, CodingKey { case processID = "goog:processID" }
      }
      var sessionId: String
      var capabilities: Capabilities
    }
    let opened = try await send(
      "POST", "", ["capabilities": ["alwaysMatch": wanted]], as: Opened.self)
    session = "/" + opened.sessionId
    browser = opened.capabilities.processID
    // What the browser's own first page asks for is no page's business.
    try await open(address: "about:blank")
    _ = try await (console(), requests())
  }

  private func end() async {
    // A browser that does not end when it is asked is ended below.
    if !session.isEmpty { _ = try? await send("DELETE", "", nil, as: Nothing?.self) }
    await driver.end(browser: browser)
  }

  // MARK: - What a test does with it

  /// Opens a file.
  func open(file: String) async throws {
    try await open(address: URL(fileURLWithPath: file).absoluteString)
  }

  private func open(address: String) async throws {
    _ = try await send("POST", "/url", ["url": address], as: Nothing?.self)
  }

  /// Runs a script in the page, and reads what it returns.
  func evaluate<Value: Decodable>(_ script: String, as type: Value.Type = Value.self)
    async throws -> Value
  {
    try await send(
      "POST", "/execute/sync", ["script": script, "args": [String]()], as: Value.self)
  }

  /// Presses and releases a key, such as Tab (U+E004) or Enter (U+E007).
  func press(_ key: String) async throws {
    let strokes = ["keyDown", "keyUp"].map { ["type": $0, "value": key] }
    let keyboard: [String: Any] = ["type": "key", "id": "keyboard", "actions": strokes]
    _ = try await send("POST", "/actions", ["actions": [keyboard]], as: Nothing?.self)
  }

  /// Types a text, key by key; `shift` holds that key meanwhile.
  func type(_ text: String, shift: Bool = false) async throws {
    let strokes = text.flatMap { key in
      ["keyDown", "keyUp"].map { ["type": $0, "value": String(key)] }
    }
    let held = shift ? [["type": "keyDown", "value": "\u{E008}"]] : []
    let released = shift ? [["type": "keyUp", "value": "\u{E008}"]] : []
    let keyboard: [String: Any] = [
      "type": "key", "id": "keyboard", "actions": held + strokes + released,
    ]
    _ = try await send("POST", "/actions", ["actions": [keyboard]], as: Nothing?.self)
  }

  /// Puts downloads into a folder.
  func keepDownloads(in folder: String) async throws {
    try await command(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder])
  }

  /// Runs a script before the scripts of every page that is opened from now on.
  func prepare(_ script: String) async throws {
    try await command("Page.addScriptToEvaluateOnNewDocument", ["source": script])
  }

  /// Shows the page as it is printed.
  func emulatePrint() async throws {
    try await command("Emulation.setEmulatedMedia", ["media": "print"])
  }

  /// Sets the width and height that the page has, in its own pixels.
  func resize(width: Int, height: Int) async throws {
    try await command(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// The lines that came to the console since it was asked last.
  func console() async throws -> [ConsoleLine] {
    try await send("POST", "/se/log", ["type": "browser"], as: [ConsoleLine].self)
  }

  /// What was asked for since it was asked last.
  func requests() async throws -> [PageRequest] {
    let lines = try await send(
      "POST", "/se/log", ["type": "performance"], as: [ConsoleLine].self)
    let events = try lines.map { line in
      try JSONDecoder().decode(NetworkEvent.self, from: Data(line.message.utf8)).message
    }
    let blocked = Set(
      events.filter { $0.method == "Network.loadingFailed" && $0.params.blockedReason == "csp" }
        .compactMap(\.params.requestId))
    return events.filter { $0.method == "Network.requestWillBeSent" }.compactMap { event in
      event.params.request.map { request in
        PageRequest(
          url: request.url, isBlocked: event.params.requestId.map(blocked.contains) ?? false)
      }
    }
  }

  // MARK: - The protocol

  /// What a command without a result returns.
  private struct Nothing: Decodable {}

  private struct Reply<Value: Decodable>: Decodable { var value: Value }

  private func command(_ name: String, _ parameters: [String: Any]) async throws {
    _ = try await send(
      "POST", "/goog/cdp/execute", ["cmd": name, "params": parameters], as: Nothing?.self)
  }

  private func send<Value: Decodable>(
    _ method: String, _ path: String, _ body: [String: Any]?, as type: Value.Type
  ) async throws -> Value {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let (status, answer) = try LoopbackHTTP(port: driver.port, seconds: 60)
      .exchange(method, "/session" + session + path, data)
    guard status == 200 else {
      throw BrowserError("\(method) \(path): \(String(decoding: answer, as: UTF8.self))")
    }
    return try JSONDecoder().decode(Reply<Value>.self, from: answer).value
  }
}
