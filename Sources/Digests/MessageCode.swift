import CCrypto

/// The HMAC-SHA-256 of a message under a key (RFC 2104).
package func messageCode(key: Span<UInt8>, of message: Span<UInt8>) -> Digest {
  var bytes = [UInt8](repeating: 0, count: 32)
  // Safe because libcrypto reads only the bytes that the buffers hold and writes exactly 32.
  let isDone = unsafe key.withUnsafeBytes { key in
    unsafe message.withUnsafeBufferPointer { message in
      unsafe bytes.withUnsafeMutableBufferPointer { bytes in
        unsafe HMAC(
          EVP_sha256(), key.baseAddress, Int32(key.count), message.baseAddress, message.count,
          bytes.baseAddress, nil) != nil
      }
    }
  }
  precondition(isDone, "libcrypto refused to make an HMAC")
  return Digest(bytes: bytes)
}

/// The HMAC-SHA-256 of a text's UTF-8 bytes under a key.
package func messageCode(key: [UInt8], of text: String) -> Digest {
  messageCode(key: key.span, of: Array(text.utf8).span)
}
