import CZlib

/// Writes a zip archive (PKWARE APPNOTE 6.3) of deflated entries.
///
/// All times are 1980-01-01, so that the same content gives the same bytes. An entry and the archive
/// stay below 4 GiB, which is far above what a workbook may hold.
struct ZipWriter: ~Copyable {
  private var file: OutputFile
  private var directory: [UInt8] = []
  private var entryCount: UInt16 = 0

  init(path: String) throws(ExportError) {
    file = try OutputFile(path: path)
  }

  /// Appends an entry.
  mutating func append(_ name: String, _ content: [UInt8]) {
    let packed = deflated(content)
    let offset = UInt32(file.byteCount)
    var common: [UInt8] = []
    common.append(little: UInt16(20))  // version needed to read it: 2.0
    common.append(little: UInt16(0x0800))  // names are UTF-8
    common.append(little: UInt16(8))  // deflate
    common.append(little: UInt16(0))  // time
    common.append(little: UInt16(0x0021))  // 1980-01-01
    common.append(little: checksum(content))
    common.append(little: UInt32(packed.count))
    common.append(little: UInt32(content.count))
    common.append(little: UInt16(name.utf8.count))
    common.append(little: UInt16(0))  // extra field
    var local: [UInt8] = []
    local.append(little: UInt32(0x0403_4B50))
    local += common
    local += name.utf8
    file.append(local.span)
    file.append(packed.span)

    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))  // made by version 2.0
    directory += common
    directory.append(little: UInt16(0))  // comment
    directory.append(little: UInt16(0))  // disk
    directory.append(little: UInt16(0))  // internal attributes
    directory.append(little: UInt32(0))  // external attributes
    directory.append(little: offset)
    directory += name.utf8
    entryCount += 1
  }

  /// Writes the directory, closes the file and returns its size in bytes.
  consuming func finish() throws(ExportError) -> Int {
    let start = UInt32(file.byteCount)
    var end: [UInt8] = []
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt32(0))  // disks
    end.append(little: entryCount)
    end.append(little: entryCount)
    end.append(little: UInt32(directory.count))
    end.append(little: start)
    end.append(little: UInt16(0))  // comment
    let entries = directory
    file.append(entries.span)
    file.append(end.span)
    return try file.finish()
  }
}

extension [UInt8] {
  /// Appends a number, its least significant byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger & UnsignedInteger) {
    for index in 0..<number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: number >> (index * 8)))
    }
  }
}

private func checksum(_ content: [UInt8]) -> UInt32 {
  // Safe because the buffer outlives the call and its length goes with it.
  unsafe content.withUnsafeBufferPointer { buffer in
    UInt32(truncatingIfNeeded: unsafe crc32_z(0, buffer.baseAddress, buffer.count))
  }
}

/// Packs bytes as a raw deflate stream (RFC 1951).
private func deflated(_ content: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  // A negative window means a raw stream, without the zlib header.
  let code = unsafe deflateInit2_(
    &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  precondition(code == Z_OK, "zlib starts unless memory is exhausted")
  defer { unsafe deflateEnd(&stream) }
  let bound = Int(unsafe deflateBound(&stream, UInt(content.count)))
  var input = content
  // Safe because both buffers outlive the call, and deflateBound gives the room that one call needs.
  return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(bound)
      let code = unsafe deflate(&stream, Z_FINISH)
      precondition(code == Z_STREAM_END, "the room that deflateBound gives is enough")
    }
    count = Int(unsafe stream.total_out)
  }
}
