import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Takes what an XML document consists of, in its order; names of elements come without prefix.
protocol XMLConsumer {
  mutating func begin(_ name: String, _ attributes: [String: String]) throws(IngestError)
  /// Takes characters of the innermost element, perhaps not all of them.
  mutating func take(_ text: String)
  mutating func end(_ name: String) throws(IngestError)
}

extension XMLConsumer {
  mutating func take(_ text: String) {}
  mutating func end(_ name: String) {}
}

/// Hands all of a workbook's part to a consumer, and gives it back.
func readXML<Consumer: XMLConsumer>(
  _ archive: ZipArchive, _ part: ZipArchive.Entry, by consumer: Consumer
) throws(IngestError) -> Consumer {
  let stream = PartStream(try ZipEntryReader(archive, part), path: archive.path)
  let listener = XMLListener(consumer, stream)
  let parser = XMLParser(stream: stream)
  parser.shouldProcessNamespaces = true
  parser.delegate = listener
  let isParsed = parser.parse()
  if let failure = stream.failure { throw failure }
  // The end of an element that is missing at the end of the document is no error to the parser.
  guard isParsed, listener.isComplete else { throw stream.fault }
  return listener.consumer
}

/// Passes on what the parser finds, until something is wrong.
private final class XMLListener<Consumer: XMLConsumer>: NSObject, XMLParserDelegate {
  private static var depthLimit: Int { 256 }

  var consumer: Consumer
  private let stream: PartStream
  private var depth = 0
  private var hasRoot = false

  init(_ consumer: Consumer, _ stream: PartStream) {
    self.consumer = consumer
    self.stream = stream
  }

  var isComplete: Bool { hasRoot && depth == 0 }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard stream.failure == nil else { return }
    hasRoot = true
    depth += 1
    do throws(IngestError) {
      if depth > Self.depthLimit { throw stream.fault }
      try consumer.begin(name, attributes)
    } catch {
      stream.stop(error)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard stream.failure == nil else { return }
    depth -= 1
    do throws(IngestError) { try consumer.end(name) } catch { stream.stop(error) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if stream.failure == nil { consumer.take(text) }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if stream.failure == nil { consumer.take(String(decoding: block, as: UTF8.self)) }
  }

  /// The parser goes on behind an error as well as it can; what it then finds is not in the part.
  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    let code = (error as NSError).code
    // Warnings, and prefixes that nothing declares: neither hides what the part says.
    if !(96...100).contains(code), code != 201 { stream.stop(stream.fault) }
  }
}
