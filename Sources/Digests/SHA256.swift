import CCrypto

/// SHA-256 over bytes that arrive in parts.
@safe
package struct SHA256: ~Copyable {
  // Safe because the handle is private, set once, and freed only in deinit.
  private let context: OpaquePointer

  package init() {
    guard let context = unsafe EVP_MD_CTX_new() else { fatalError("libcrypto is out of memory") }
    unsafe self.context = context
    restart()
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes to the message.
  package mutating func update(_ bytes: Span<UInt8>) {
    // Safe because libcrypto reads only the bytes that the buffer holds.
    let code = unsafe bytes.withUnsafeBytes {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
    precondition(code == 1, "libcrypto refused to update a SHA-256")
  }

  /// Adds the UTF-8 bytes of a text to the message.
  package mutating func update(_ text: String) { update(Array(text.utf8).span) }

  /// Returns the digest of the message, and begins the next one.
  package mutating func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    // Safe because a SHA-256 has exactly 32 bytes.
    let code = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    precondition(code == 1, "libcrypto refused to finish a SHA-256")
    restart()
    return Digest(bytes: bytes)
  }

  /// The digest of one message.
  package static func digest(of bytes: Span<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of a text's UTF-8 bytes.
  package static func digest(of text: String) -> Digest { digest(of: Array(text.utf8).span) }

  private func restart() {
    let code = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(code == 1, "libcrypto has no SHA-256")
  }
}
