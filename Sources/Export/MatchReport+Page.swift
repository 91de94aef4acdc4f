import Vocabulary

extension MatchReport {
  /// The page, ready to be written.
  package var page: ReportPage {
    let chapters = parties.map { PartyChapter(matching: $0, records: records, language: language) }
    let body: Markup = """
      <a class="skip" href="#content">\(words("跳到正文", "Skip to the content"))</a>
      <header>
      <p class="kicker">Assay · \(pipeline)</p>
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      <nav aria-label="\(words("目录", "Contents"))">\(chapters.map(\.contents))</nav>
      </header>
      <main id="content">
      \(chapters.map(\.markup))
      </main>
      <footer><p>\(footer)</p></footer>
      """
    return ReportPage(language: language, title: title + " · " + pipeline, body: body)
  }

  private var title: String { words("匹配报告", "How records were matched") }

  private var lead: String {
    words(
      "截至 \(asOf.description)。本页说明哪些记录被认为是同一个人或同一个组织、依据是什么、把握有多大。"
        + "客户的值一律打码；记录以记录键（来源/编号）称呼。",
      "As of \(asOf.description). Which records were held to be one person or one organization, on what "
        + "evidence, and how sure that is. Values of customers are masked; records go by their "
        + "record keys (source/id).")
  }

  private var footer: String {
    words(
      "本页自成一体：不联网，不运行脚本。同样的输入得到同样的字节。",
      "This page stands by itself: no network, no script. The same input gives the same bytes.")
  }

  private func words(_ chinese: String, _ english: String) -> String {
    Phrase(chinese, english)[language]
  }
}
