import CZlib
import Foundation

/// Reads the archives that tests have written, by their directory as readers do.
struct ZipArchive {
  enum Fault: Error { case noDirectory, wrongSignature, wrongContent }

  private(set) var entries: [String: [UInt8]] = [:]
  private(set) var names: [String] = []

  init(path: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let end = bytes.count - 22
    guard end >= 0, number(bytes, end, 4) == 0x0605_4B50 else { throw Fault.noDirectory }
    var offset = number(bytes, end + 16, 4)
    for _ in 0..<number(bytes, end + 10, 2) {
      guard number(bytes, offset, 4) == 0x0201_4B50 else { throw Fault.wrongSignature }
      let length = number(bytes, offset + 28, 2)
      let name = String(decoding: bytes[offset + 46..<offset + 46 + length], as: UTF8.self)
      let local = number(bytes, offset + 42, 4)
      guard number(bytes, local, 4) == 0x0403_4B50 else { throw Fault.wrongSignature }
      let start = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
      let packed = Array(bytes[start..<start + number(bytes, offset + 20, 4)])
      let content = try inflated(packed, size: number(bytes, offset + 24, 4))
      let crc = unsafe content.withUnsafeBufferPointer {
        unsafe crc32_z(0, $0.baseAddress, $0.count)
      }
      guard Int(crc) == number(bytes, offset + 16, 4) else { throw Fault.wrongContent }
      names.append(name)
      entries[name] = content
      offset += 46 + length
    }
  }

  func text(_ name: String) -> String { String(decoding: entries[name] ?? [], as: UTF8.self) }
}

private func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
  (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
}

private func inflated(_ packed: [UInt8], size: Int) throws -> [UInt8] {
  var stream = unsafe z_stream()
  guard
    unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  else { throw ZipArchive.Fault.wrongContent }
  defer { unsafe inflateEnd(&stream) }
  var input = packed
  var output = [UInt8](repeating: 0, count: size + 1)
  let code = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(output.count)
      return unsafe inflate(&stream, Z_FINISH)
    }
  }
  guard code == Z_STREAM_END, unsafe Int(stream.total_out) == size else {
    throw ZipArchive.Fault.wrongContent
  }
  return Array(output.prefix(size))
}
