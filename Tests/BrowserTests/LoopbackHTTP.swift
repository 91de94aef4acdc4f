import Foundation
import Glibc

/// One request and its answer over the loopback interface.
///
/// Foundation's `URLSession` on Linux refuses the header lines of chromedriver, which have no blank
/// behind the colon; so the few lines of HTTP/1.1 that a driver needs stand here.
struct LoopbackHTTP: ~Copyable {
  private let descriptor: Int32

  /// Connects to a port.
  ///
  /// - Parameters:
  ///   - port: Where somebody listens.
  ///   - seconds: The longest wait for a part of an answer.
  /// - Throws: `BrowserError` when nobody listens.
  init(port: Int, seconds: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr = in_addr(s_addr: in_addr_t(0x7F00_0001).bigEndian)
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    // Safe because both structures outlive the calls, which read as many bytes as they have.
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      return unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw BrowserError("nobody listens on port \(port): \(errno)") }
  }

  deinit { close(descriptor) }

  /// Sends a request, and returns the status and the body of the answer.
  consuming func exchange(_ method: String, _ path: String, _ body: Data) throws -> (Int, Data) {
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    try send(Data(head.utf8) + body)
    var answer = Data()
    while true {
      if let whole = try Self.parse(answer) { return whole }
      let part = try receive()
      guard !part.isEmpty else { throw BrowserError("\(method) \(path): the answer ends early") }
      answer += part
    }
  }

  private func send(_ data: Data) throws {
    var rest = data[...]
    while !rest.isEmpty {
      // Safe because the bytes outlive the call.
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw BrowserError("the driver takes no request: \(errno)") }
      rest = rest.dropFirst(count)
    }
  }

  private func receive() throws -> Data {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // Safe because at most as many bytes are written as the buffer has.
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    guard count >= 0 else { throw BrowserError("the driver gives no answer: \(errno)") }
    return Data(buffer[..<count])
  }

  /// The status and the body; nil while the answer is not whole.
  private static func parse(_ answer: Data) throws -> (Int, Data)? {
    guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
    let lines = head.components(separatedBy: "\r\n")
    let length = lines.dropFirst().lazy.compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].trimmingCharacters(in: .whitespaces))
    }.first
    guard let length,
      let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { throw BrowserError("no answer in HTTP: \(lines[0])") }
    let body = answer[end.upperBound...]
    return body.count < length ? nil : (status, Data(body.prefix(length)))
  }
}
