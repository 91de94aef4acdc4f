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

/// The part of the page that is about one kind of party.
struct PartyChapter {
  let matching: PartyMatching
  /// Records of all sources.
  let records: Int
  let language: ReportLanguage

  /// One section, with the charts and tables that belong together.
  struct Section {
    /// Ends the section's id.
    var name: String
    var title: String
    /// What the reader sees there, in a sentence or two.
    var lead: String
    var content: Markup
  }

  func words(_ chinese: String, _ english: String) -> String {
    Phrase(chinese, english)[language]
  }

  var partyName: String {
    matching.party == .person ? words("个人", "Persons") : words("组织", "Organizations")
  }

  /// The id of a section.
  func id(_ name: String) -> String { matching.party.rawValue + "-" + name }

  private var sections: [Section] {
    guard matching.mentions > 0 else { return [summary] }
    return [summary, weights, levels, examples, estimate, clusterSizes, blocking]
  }

  /// The chapter's entry in the contents.
  var contents: Markup {
    let links = sections.map { section -> Markup in
      "<li><a href=\"#\(id(section.name))\">\(section.title)</a></li>"
    }
    return """
      <div><a class="chapter" href="#\(matching.party.rawValue)">\(partyName)</a>\
      <ul>\(links)</ul></div>
      """
  }

  var markup: Markup {
    let parts = sections.map { section -> Markup in
      let id = id(section.name)
      return """
        <section id="\(id)" aria-labelledby="\(id)-title">
        <h3 id="\(id)-title">\(section.title)</h3>
        <p class="note">\(section.lead)</p>
        \(section.content)
        </section>

        """
    }
    return """
      <article id="\(matching.party.rawValue)" aria-labelledby="\(id("title"))">
      <h2 id="\(id("title"))">\(partyName)</h2>
      \(parts)
      </article>

      """
  }
}
