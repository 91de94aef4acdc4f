/// What the review page does.
///
/// The parts share one scope: words and elements first, then what is remembered, what is asked, and
/// what is drawn. Text of customers only ever becomes text nodes.
enum ReviewScript {
  static let text =
    "(() => {\n'use strict'\n" + elements + memory + decisions + questions + drawing + controls
    + "})()\n"

  /// The page's data, words and elements.
  private static let elements = #"""
    const $ = id => document.getElementById(id)
    const sheet = JSON.parse($('sheet').textContent)
    const words = JSON.parse($('words').textContent)
    // Of one record nobody can say whether it is one.
    const all = sheet.questions.filter(q => q.l !== q.r)
    const places = new Map(all.map((q, place) => [q.i, place]))
    const say = (name, n, m) => words[name].replace('{n}', () => n).replace('{m}', () => m)

    // Characters that show nothing, or turn the text around them.
    const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
    const clean = text => String(text).replace(unseen, '\ufffd')
    const make = (tag, name, ...children) => {
      const element = document.createElement(tag)
      if (name) element.className = name
      element.append(...children.flat().map(c => c instanceof Node ? c : clean(c)))
      return element
    }
    const fnv = (text, seed) => {
      let hash = seed
      for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
      return hash >>> 0
    }

    """#

  /// Progress, kept in the browser as far as it allows.
  private static let memory = #"""
    let isKept = true
    const held = new Map()
    const store = {
      get(key) {
        try { return localStorage.getItem(key) } catch { isKept = false; return held.get(key) ?? null }
      },
      set(key, value) {
        held.set(key, value)
        try { localStorage.setItem(key, value) } catch { isKept = false }
      },
      remove(key) {
        held.delete(key)
        try { localStorage.removeItem(key) } catch { isKept = false }
      },
    }
    const read = key => {
      try {
        const state = JSON.parse(store.get(key))
        return state && Array.isArray(state.log) && Array.isArray(state.gone) ? state : null
      } catch { return null }
    }
    const folder = 'assay.review/' + sheet.pipeline + '/'
    const content = sheet.asOf + all.map(q => q.i + q.l + '\n' + q.r).join('\n')
    const run = fnv(content, 0x811c9dc5).toString(36) + fnv(content, 0x2c1b3c6d).toString(36)
    const nameKey = 'assay.review.steward'
    let steward = store.get(nameKey) ?? ''
    // log: answers that hold, one for each question; gone: saved answers that were taken back.
    let state = read(folder + run)
    let carried = 0
    if (!state) {
      state = { log: [], gone: [] }
      const last = store.get(folder + 'last')
      const before = last && last !== run ? read(folder + last) : null
      if (before) {
        state.log = before.log.filter(e => e.a === 'k' ? places.has(e.q) : !e.s)
        state.gone = before.gone.filter(g => !g.s)
        carried = state.log.filter(e => e.a !== 'k').length
        store.remove(folder + last)
      }
    }
    const keep = () => {
      store.set(folder + run, JSON.stringify(state))
      store.set(folder + 'last', run)
    }
    keep()

    """#

  /// Answers and the file that they leave in.
  private static let decisions = #"""
    const answers = new Map()
    const remember = () => {
      answers.clear()
      for (const entry of state.log) answers.set(entry.q, entry)
    }
    remember()
    let made = 0
    const newID = q => q + '-' + Date.now().toString(36) + (made++).toString(36)
    const now = () => {
      const d = new Date(), pad = n => String(Math.floor(Math.abs(n))).padStart(2, '0')
      const offset = -d.getTimezoneOffset()
      return d.getFullYear() + '-' + pad(d.getMonth() + 1) + '-' + pad(d.getDate()) + 'T'
        + pad(d.getHours()) + ':' + pad(d.getMinutes()) + ':' + pad(d.getSeconds())
        + (offset < 0 ? '-' : '+') + pad(offset / 60) + ':' + pad(offset % 60)
    }
    const takeBack = entry => {
      state.log.splice(state.log.indexOf(entry), 1)
      if (!entry.s || entry.a === 'k') return
      state.gone.push({ id: newID(entry.q), of: entry.id, by: steward, at: now(), s: false })
    }
    const restore = entry => {
      const place = state.gone.findIndex(g => g.of === entry.id)
      if (place >= 0 && state.gone[place].s) {
        entry.id = newID(entry.q)
        entry.s = false
      } else if (place >= 0) {
        state.gone.splice(place, 1)
      }
      state.log.push(entry)
    }
    const record = (questions, answer, why) => {
      const batch = state.log.reduce((most, e) => Math.max(most, e.b), 0) + 1
      for (const q of questions) {
        const old = answers.get(q.i)
        if (old) takeBack(old)
        const entry = { q: q.i, a: answer, id: newID(q.i), b: batch, s: false, by: steward, at: now(),
          why, p: q.p, l: q.l, r: q.r, x: (q.x ?? {})[answer === 's' ? 'same' : 'different'] ?? [] }
        if (old) entry.old = old
        state.log.push(entry)
      }
      remember()
      keep()
    }
    const undo = () => {
      const batch = state.log.reduce((most, e) => Math.max(most, e.b), 0)
      const last = state.log.filter(e => e.b === batch)
      for (const entry of last) {
        takeBack(entry)
        if (entry.old) restore(entry.old)
      }
      remember()
      keep()
      return last
    }

    const unsaved = () =>
      state.log.filter(e => !e.s && e.a !== 'k').length + state.gone.filter(g => !g.s).length
    // The mark in front keeps spreadsheets from executing a cell; the next run takes it off.
    const cell = text => {
      const marked = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(text) ? "'" + text : text
      return /[",\n\r]/.test(marked) ? '"' + marked.replaceAll('"', '""') + '"' : marked
    }
    const csv = isAll => {
      const rows = [['decision_id', 'verb', 'party', 'left', 'right', 'field', 'value', 'by', 'at',
        'why', 'revokes']]
      for (const g of state.gone) {
        if (isAll || !g.s) rows.push([g.id, '', '', '', '', '', '', g.by, g.at, '', g.of])
      }
      for (const e of state.log) {
        if (e.a === 'k' || (e.s && !isAll)) continue
        const verb = e.a === 's' ? 'same' : 'different'
        rows.push([e.id, verb, e.p, e.l, e.r, '', '', e.by, e.at, e.why, ''])
        e.x.forEach((id, n) => rows.push(
          [e.id + '-' + n, '', '', '', '', '', '', e.by, e.at, e.why, id]))
      }
      return rows.map(row => row.map(cell).join(',') + '\n').join('')
    }
    const download = isAll => {
      const who = steward.replace(/[^\p{L}\p{N}]+/gu, '-')
      const time = now().slice(0, 19).replace(/\D/g, '')
      // A second file of the same second must not take the place of the first.
      const fraction = String(Date.now() % 1000).padStart(3, '0')
      const file = `review-${sheet.asOf}-${who}-${time}-${fraction}.csv`
      const link = make('a')
      link.href = URL.createObjectURL(new Blob(['\ufeff' + csv(isAll)], { type: 'text/csv' }))
      link.download = file
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60000)
      for (const entry of [...state.log, ...state.gone]) entry.s = entry.a !== 'k'
      keep()
      return file
    }

    """#
}
