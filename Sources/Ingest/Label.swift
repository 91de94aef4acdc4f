/// A header as it is compared: what exports decorate it with is gone.
///
/// Full-width forms are folded, required marks such as `*` and （必填）, blanks, `_` and `-` are taken
/// out, as is `[]` in a JSON path; letters are lower case.
func comparable(_ label: String) -> String {
  var scalars: [UInt32] = []
  for scalar in label.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: scalars.append(scalar.value - 0xFEE0)
    case 0x3000, 0xA0, 0x200B, 0xFEFF, 0x20, 0x09, 0x0A, 0x0D, 0x5F, 0x2D, 0x2A: continue
    default: scalars.append(scalar.value)
    }
  }
  // The fold turns ＿, － and ＊ into marks that are taken out, too.
  scalars.removeAll { $0 == 0x5F || $0 == 0x2D || $0 == 0x2A }
  // A list within a JSON path, which may be left out: contacts[].mobile.
  for index in scalars.indices.dropLast().reversed()
  where scalars[index...].starts(with: [0x5B, 0x5D]) {
    scalars.removeSubrange(index...index + 1)
  }
  var text = ""
  for value in scalars {
    if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
  }
  text = text.lowercased()
  for mark in ["(必填)", "(选填)", "(required)", "(optional)", "【必填】", "[必填]"] {
    if text.hasSuffix(mark) { text.removeLast(mark.count) }
  }
  return text
}

/// A header as it is shown: without blanks and byte-order marks around it.
func shown(_ label: String) -> String {
  let isEdge: (Unicode.Scalar) -> Bool = { scalar in
    switch scalar.value {
    case 0x00...0x20, 0xA0, 0x3000, 0x200B, 0xFEFF: true
    default: false
    }
  }
  var scalars = label.unicodeScalars[...]
  while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
  while let last = scalars.last, isEdge(last) { scalars.removeLast() }
  return String(String.UnicodeScalarView(scalars))
}
