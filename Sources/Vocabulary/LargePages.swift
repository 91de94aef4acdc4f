import Glibc

extension Array {
  /// Makes room for so many elements, on large pages where the system has them.
  ///
  /// Pages that are not written cost nothing, and large ones cost a fraction of the faults.
  package mutating func reserveOnLargePages(_ count: Int) {
    reserveCapacity(count)
    let page = 4096
    unsafe withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      let first = (UInt(bitPattern: start) + UInt(page - 1)) & ~UInt(page - 1)
      let length = count * MemoryLayout<Element>.stride - Int(first - UInt(bitPattern: start))
      guard length >= 1 << 21 else { return }
      // Safe because the advice is about the array's room alone and changes no content.
      _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), length, MADV_HUGEPAGE)
    }
  }
}
