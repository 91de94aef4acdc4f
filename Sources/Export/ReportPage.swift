import Digests
import Foundation
package import Vocabulary

/// The frame of a page that stands by itself: no network, no script.
///
/// The Content-Security-Policy forbids everything but the page's own style, which it names by its
/// digest; so even markup that got in by mistake could load and run nothing.
package struct ReportPage: Sendable {
  package var language: ReportLanguage
  package var title: String
  package var body: Markup

  package init(language: ReportLanguage, title: String, body: Markup) {
    self.language = language
    self.title = title
    self.body = body
  }

  /// The whole page.
  package var html: String {
    let style = ReportStyle.text
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy(style))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(Markup(stringLiteral: style))</style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
    return page.html
  }

  private func policy(_ style: String) -> String {
    "default-src 'none'; style-src 'sha256-\(Data(SHA256.digest(of: style).bytes).base64EncodedString())'; "
      + "base-uri 'none'; form-action 'none'"
  }
}
