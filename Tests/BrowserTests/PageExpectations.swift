import Foundation
import Testing

/// What every page of a run must keep, whatever it shows.
struct PageExpectations {
  let browser: Browser
  let file: String

  /// No message came to the console, and nothing was asked for but the page itself.
  func staysQuiet() async throws {
    #expect(try await browser.console().map(\.description) == [])
    let asked = try await browser.requests().map { $0.url.prefix { $0 != "#" } }
    #expect(Set(asked.map(String.init)) == [URL(fileURLWithPath: file).absoluteString])
  }

  /// Every id is there once, and every reference within the page leads somewhere.
  func namesAreWhole() async throws {
    let faults: [String] = try await browser.evaluate(
      """
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id)
      const faults = ids.filter((id, i) => ids.indexOf(id) !== i).map(id => 'twice: ' + id)
      const lead = (e, id) => document.getElementById(id) || faults.push(e.outerHTML.slice(0, 90))
      document.querySelectorAll('a[href^="#"]').forEach(e => lead(e, e.getAttribute('href').slice(1)))
      document.querySelectorAll('[aria-labelledby]').forEach(
        e => e.getAttribute('aria-labelledby').split(' ').forEach(id => lead(e, id)))
      return faults
      """)
    #expect(faults == [])
  }

  /// Whoever hears the page is told what each drawing and each table is.
  func canBeHeard() async throws {
    let faults: [String] = try await browser.evaluate(
      """
      const faults = []
      const wants = (selector, test) => document.querySelectorAll(selector).forEach(
        e => test(e) || faults.push(e.outerHTML.slice(0, 90)))
      wants('svg', e => e.getAttribute('aria-hidden') === 'true'
        || (e.getAttribute('role') === 'img' && e.getAttribute('aria-label')))
      wants('svg.chart', e => e.closest('section').querySelector('table'))
      wants('table', e => e.caption && e.caption.innerText && e.tHead)
      wants('th', e => e.getAttribute('scope'))
      wants('[role=region]', e => e.getAttribute('aria-label'))
      const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])
      levels.forEach((l, i) => (i ? l <= levels[i - 1] + 1 : l === 1) || faults.push('h' + l))
      wants('html', e => e.lang && document.title)
      return faults
      """)
    #expect(faults == [])
  }

  /// Whatever can be used has a name, and shows when it has the focus.
  func controlsHaveNames() async throws {
    let faults: [String] = try await browser.evaluate(
      """
      const faults = []
      document.querySelectorAll('button,input,select').forEach(e => {
        const label = e.closest('label')
        const name = e.getAttribute('aria-label') || (label ? label.innerText : e.innerText)
        if (!name.trim() && e.offsetParent) faults.push('nameless: ' + e.outerHTML.slice(0, 90))
        if (e.disabled || !e.offsetParent) return
        e.focus({ focusVisible: true })
        const style = getComputedStyle(e)
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
          faults.push('no focus: ' + e.outerHTML.slice(0, 90))
      })
      document.activeElement.blur()
      return faults
      """)
    #expect(faults == [])
  }

  /// Text stands out from what is behind it: 4.5 to 1 (WCAG 2.2, 1.4.3); what is disabled need not.
  func textIsReadable() async throws {
    let faults: [String] = try await browser.evaluate(
      """
      const parts = colour => colour.match(/[\\d.]+/g).map(Number)
      const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
      const behind = e => {
        for (; e; e = e.parentElement) {
          const colour = parts(getComputedStyle(e).backgroundColor)
          if (colour.length < 4 || colour[3] === 1) return colour
        }
        return [255, 255, 255]
      }
      const faults = []
      for (const e of document.querySelectorAll('body *')) {
        const isText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
        if (!isText || !e.getClientRects().length || e.closest('script,style,:disabled')) continue
        const style = getComputedStyle(e)
        const [text, ground] = [light(parts(style.color)), light(behind(e))]
        const mixed = ground + (text - ground) * style.opacity
        const [low, high] = [mixed, ground].sort((a, b) => a - b)
        const ratio = (high + 0.05) / (low + 0.05)
        if (ratio < 4.5) faults.push(ratio.toFixed(2) + ' ' + e.outerHTML.slice(0, 90))
      }
      return faults
      """)
    #expect(faults == [])
  }

  /// Drawings are as large as they should be, and what they show lies inside them.
  func drawingsFit(least: Int) async throws {
    struct Sizes: Decodable {
      var charts: [[Double]]
      var faults: [String]
    }
    let sizes: Sizes = try await browser.evaluate(
      """
      const faults = []
      document.querySelectorAll('svg').forEach(svg => {
        const frame = svg.getBoundingClientRect()
        if (frame.width < 90 || frame.height < 12) faults.push('small: ' + svg.outerHTML.slice(0, 90))
        svg.querySelectorAll('rect,circle,line,text,polyline').forEach(e => {
          const box = e.getBoundingClientRect()
          const out = Math.max(frame.left - box.left, box.right - frame.right,
            frame.top - box.top, box.bottom - frame.bottom)
          if (!(out < 8)) faults.push(out + ' outside: ' + e.outerHTML.slice(0, 120))
        })
      })
      const charts = [...document.querySelectorAll('svg.chart')].map(svg => {
        const frame = svg.getBoundingClientRect()
        return [frame.width, frame.height, svg.querySelectorAll('rect,polyline').length]
      })
      return { charts, faults }
      """)
    #expect(sizes.faults.prefix(5) == [])
    #expect(sizes.charts.count >= least)
    for chart in sizes.charts {
      #expect(chart[0] > 360 && chart[1] > 200 && chart[2] > 0, "\(chart)")
    }
  }

  /// The Tab key reaches every link and every window that scrolls, in their order, and shows where it is.
  func keyboardReachesAll() async throws {
    try await browser.open(file: file)
    let all: [String] = try await browser.evaluate(
      """
      const all = [...document.querySelectorAll('a[href],[tabindex="0"]')]
      all.forEach((e, i) => e.dataset.place = 'stop' + i)
      return all.map(e => e.dataset.place)
      """)
    #expect(all.count > 10)
    var reached: [String] = []
    for _ in all {
      try await browser.press(Self.tab)
      let stop: [String] = try await browser.evaluate(
        """
        const e = document.activeElement, style = getComputedStyle(e)
        return [e.dataset.place || e.tagName, style.outlineStyle, style.outlineWidth]
        """)
      reached.append(stop[0])
      #expect(stop[1] == "solid" && stop[2] == "3px", "\(stop)")
    }
    #expect(reached == all)
  }

  /// The link before all others jumps over them.
  func canSkipToTheContent() async throws {
    try await browser.open(file: file)
    try await browser.press(Self.tab)
    try await browser.press(Self.enter)
    #expect(try await browser.evaluate("return location.hash") == "#content")
  }

  /// A small window needs no scrolling sideways, and print shows what windows on the page hide.
  func fitsScreenAndPaper() async throws {
    for width in [390, 800, 1280] {
      try await browser.resize(width: width, height: 900)
      let wide: Double = try await browser.evaluate(
        "return document.documentElement.scrollWidth - innerWidth")
      #expect(wide <= 0, "\(width)")
    }
    try await browser.emulatePrint()
    let hidden: Int = try await browser.evaluate(
      """
      return [...document.querySelectorAll('.scroll')].filter(
        e => getComputedStyle(e).overflowY !== 'visible' || e.scrollHeight > e.clientHeight + 2).length
      """)
    #expect(hidden == 0)
    #expect(
      try await browser.evaluate("return getComputedStyle(document.querySelector('nav')).display")
        == "none")
  }

  private static let tab = "\u{E004}"
  private static let enter = "\u{E007}"
}
