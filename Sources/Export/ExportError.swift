import Foundation

/// A result that could not be written.
package struct ExportError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case cannotCreate
    case cannotWrite
    case cannotPublish
    case cannotRemove
    /// Another run works in the same output folder.
    case locked
  }

  package let reason: Reason
  /// The file or folder; never a value.
  package let path: String
  /// The system's error number; nil where there is none.
  package let code: Int32?

  package init(_ reason: Reason, path: String, code: Int32? = nil) {
    self.reason = reason
    self.path = path
    self.code = code
  }
}

extension ExportError: CustomStringConvertible, LocalizedError {
  package var description: String {
    let cause = systemMessage.map { ": " + $0 } ?? ""
    return switch reason {
    case .cannotCreate:
      "\(path): error: cannot be created\(cause); make the folder writable or choose another 'output'"
    case .cannotWrite:
      "\(path): error: cannot be written\(cause); free space on the disk and run again"
    case .cannotPublish:
      "\(path): error: the finished run cannot be put in place\(cause); the last run stays current"
    case .cannotRemove:
      "\(path): error: cannot be removed\(cause); remove it by hand"
    case .locked:
      "\(path): error: another run holds the lock; wait for it to end or choose another 'output'"
    }
  }

  package var errorDescription: String? { description }

  private var systemMessage: String? {
    guard let code else { return nil }
    // Safe because strerror returns a C string that is copied at once.
    return unsafe String(cString: strerror(code))
  }
}
