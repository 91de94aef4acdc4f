extension ReviewScript {
  /// Which question is on the page.
  static let questions = #"""
    let current = null
    let haystacks = []
    const haystack = place => haystacks[place] ??= (() => {
      const q = all[place]
      const values = q.f.flatMap(row => [...row.l, ...row.r].map(v => v.t))
      return [q.l, q.r, q.i, ...q.a.map(side => side.g), ...values].join('\n').toLowerCase()
    })()
    const isMine = q => q.d?.includes(fnv(q.i + steward, 0x811c9dc5))
    const stateOf = q => answers.get(q.i)?.a ?? 'open'
    // The places of the questions that pass the filter, in the order of the queue.
    const view = () => {
      const wanted = $('state').value, kind = $('kind').value, party = $('party').value
      const source = $('source').value === '' ? -1 : +$('source').value
      const text = $('find').value.trim().toLowerCase()
      const found = []
      all.forEach((q, place) => {
        if (isMine(q) || (wanted && stateOf(q) !== wanted)) return
        if ((kind && q.k !== kind) || (party && q.p !== party)) return
        if (source >= 0 && !q.a.some(side => side.s.includes(source))) return
        if (text && !haystack(place).includes(text)) return
        found.push(place)
      })
      return found
    }
    // The first question behind a place, from the front where there is none.
    const after = (places, place) => places.find(p => p > place) ?? places[0] ?? null
    const before = (places, place) => places.findLast(p => p < place) ?? places.at(-1) ?? null
    const show = place => {
      if (place !== current) $('why').value = ''
      current = place
      $('notice').hidden = true
      draw()
      scrollTo(0, 0)
    }
    const groupOf = q => q.g ? all.filter(o => o.g === q.g && !isMine(o)) : [q]

    """#

  /// The question, and what stands around it.
  static let drawing = #"""
    const percent = p => p > 0.995 ? Math.min(99.9, Math.floor(p * 1000) / 10) + '%'
      : Math.round(p * 100) + '%'
    const spaced = text => text.replace(/^\+86(1\d\d)(\d{4})(\d{4})$/, '+86 $1 $2 $3')
    // The text, with what it does not share with another one marked.
    const marked = (text, other) => {
      const a = [...text], b = [...other]
      let start = 0, end = 0
      while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
      while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
      const middle = a.slice(start, a.length - end).join('')
      if (!middle || start + end < Math.max(a.length, b.length) / 2) return [text]
      return [a.slice(0, start).join(''), make('mark', '', middle), a.slice(a.length - end).join('')]
    }
    const few = list => list.slice(0, 4).join(words['list'])
      + (list.length > 4 ? words['list'] + say('more', list.length - 4) : '')
    const sourcesOf = list => list.map(s => sheet.sources[s]).join(words['list'])
    const valueOf = (value, other) => make('div', 'value',
      other ? marked(spaced(value.t), spaced(other.t)) : spaced(value.t),
      make('small', '', [sourcesOf(value.s), value.d].filter(Boolean).join(' · ')))
    const cellOf = (values, others, isMarked) => values.length
      ? make('td', '', values.map((v, n) => valueOf(v, isMarked && n === 0 ? others[0] : null)))
      : make('td', 'lacks', '—')
    const signs = { '=': 'same', '~': 'alike', '!': 'against', '/': '', '<': '', '>': '' }
    const rowOf = row => {
      const name = make('th', 'field', sheet.fields[row.f].words)
      name.scope = 'row'
      const isMarked = row.l.length > 0 && row.r.length > 0 && row.v !== '='
      return make('tr', signs[row.v], name,
        make('td', 'verdict', make('span', 'sign ' + signs[row.v], words['verdict.' + row.v])),
        cellOf(row.l, row.r, isMarked), cellOf(row.r, row.l, isMarked))
    }
    const head = (name, ...children) => {
      const cell = make('th', name, ...children)
      cell.scope = 'col'
      return cell
    }
    const sideOf = (side, key) => head('', make('strong', '', side.g || key),
      make('small', '', [side.g ? key : '', side.n > 1 ? say('records', side.n) : words['record'],
        sourcesOf(side.s)].filter(Boolean).join(' · ')),
      make('small', '', side.b ? say('seen', side.b, side.z) : ''),
      make('small', '', side.o.length ? words['owners'] + ' ' + few(side.o) : ''),
      make('small', '', side.x.length ? say('former', few(side.x)) : ''))
    const tableOf = q => {
      const table = make('table', 'pair', make('caption', 'hidden', words['table']),
        make('thead', '', make('tr', '', head('field', words['field']),
          head('verdict', words['verdict']), sideOf(q.a[0], q.l), sideOf(q.a[1], q.r))),
        make('tbody', '', q.f.map(rowOf)))
      return table
    }
    const askOf = (q, shown) => {
      const answer = answers.get(q.i)
      const isWarned = q.k !== 'doubtful'
      return make('section', 'ask',
        make('p', 'place', say('place', shown.indexOf(current) + 1 || '–', shown.length)),
        make('h2', '', words['ask.' + q.p]),
        make('p', 'tags',
          answer ? make('span', 'tag done', say('previously', words[answer.a])) : '',
          make('span', 'tag' + (isWarned ? ' warn' : ''), words['kind.' + q.k]),
          make('span', '', say('chance', percent(q.m))), make('span', '', say('stake', q.s)),
          q.n > 1 ? make('span', '', say('pairs', q.n)) : ''),
        make('ul', 'weights', q.e.map(step => make('li', step.b < 0 ? 'against' : '', step.w + ' ',
          make('b', '', (step.b < 0 ? '−' : '+') + Math.abs(step.b).toFixed(1))))),
        q.k === 'secondReading' ? make('p', 'note', words['blind']) : '',
        q.k === 'disagreement' ? make('p', 'note', words['disagreement']) : '', tableOf(q))
    }
    const historyOf = q => q.h.length ? make('section', '', make('h3', '', words['history']),
      make('ul', 'list', q.h.map(r => make('li', '',
        [r.by, r.at].filter(Boolean).join(' · ') + '：' + (words[r.v] ?? r.v) + ' ' + r.l
          + (r.r ? ' ↔ ' + r.r : '') + (r.w ? '（' + r.w + '）' : ''))))) : ''
    const nameOf = (q, side) => q.f[0]?.[side][0]?.t ?? q[side]
    const groupCard = q => {
      const group = groupOf(q)
      if (group.length < 2) return ''
      const press = (name, action) => {
        const button = make('button', '', name)
        button.type = 'button'
        button.onclick = action
        return button
      }
      const open = group.filter(o => o === q || !answers.has(o.i)).length
      return make('section', 'group', make('h3', '', words['group']),
        make('ul', 'list', group.filter(o => o !== q).map(o => make('li', '', press(
          nameOf(o, 'l') + ' ↔ ' + nameOf(o, 'r') + ' · ' + percent(o.m)
            + (answers.has(o.i) ? ' · ' + words[answers.get(o.i).a] : ''),
          () => show(places.get(o.i)))))),
        make('p', 'buttons', press(say('group.s', open), () => answer('s', true)),
          press(say('group.d', open), () => answer('d', true))))
    }
    const endCard = () => {
      const left = all.some(q => !isMine(q) && !answers.has(q.i))
      return make('section', 'end',
        make('h2', '', words[all.length === 0 ? 'done.empty' : left ? 'done' : 'done.all']),
        make('p', '', all.length ? words['done.hint'] : ''))
    }
    const draw = () => {
      const q = current === null ? null : all[current]
      $('question').replaceChildren(...(q ? [askOf(q, view()),
        make('div', 'beside', historyOf(q), groupCard(q))] : [endCard()]))
      for (const id of ['same', 'different', 'skip']) $(id).disabled = !q
      const mine = all.filter(o => !isMine(o))
      const counts = { s: 0, d: 0, k: 0, open: 0 }
      for (const o of mine) counts[stateOf(o)]++
      $('count').textContent = say('count', counts.s + counts.d, counts.k)
      $('meter').style.width = (1 - counts.open / Math.max(1, mine.length)) * 100 + '%'
      for (const option of $('state').options) {
        const n = option.value ? counts[option.value] : mine.length
        option.textContent = words['state.' + (option.value || 'any')] + ' ' + n
      }
      const n = unsaved()
      $('save').disabled = n === 0
      $('save').textContent = n ? say('save', n) : words['save.none']
      $('undo').disabled = state.log.length === 0
      $('who').textContent = steward ? say('who', clean(steward)) : words['who.none']
      if (!isKept) notice(words['forgetful'])
    }
    const notice = text => {
      $('notice').textContent = text
      $('notice').hidden = false
    }

    """#

  /// Keys, buttons and the filter.
  static let controls = #"""
    const announce = text => {
      $('said').textContent = text + ' ' + (current === null ? words['done'] : '')
    }
    let pending = null
    const withName = action => {
      if (steward) return action()
      pending = action
      $('name').value = steward
      $('asking').showModal()
    }
    const move = step => {
      const shown = view()
      show(current === null ? shown[0] ?? null : step(shown, current))
    }
    const answer = (verb, isWhole) => {
      if (current === null) return
      const act = () => {
        const q = all[current]
        const questions = isWhole ? groupOf(q).filter(o => o === q || !answers.has(o.i)) : [q]
        record(questions, verb, $('why').value.trim())
        $('why').value = ''
        const shown = view()
        const next = after(shown.filter(p => p !== current), current)
        show($('state').value ? next : after(shown, current))
        announce(say('answered', words[verb]))
      }
      if (verb === 'k') act()
      else withName(act)
    }
    const goBack = () => {
      const undone = undo()
      const place = undone.map(e => places.get(e.q)).filter(p => p !== undefined)[0]
      show(place ?? current)
      announce(undone.length ? say('undone', undone.length) : words['undone.none'])
    }
    const save = isAll => withName(() => {
      if (!isAll && unsaved() === 0) return
      const file = download(isAll)
      // The button is about to be disabled, and keys that reach such a button are lost.
      $('question').focus()
      draw()
      notice(say('saved', file))
      announce(say('saved', file))
    })

    const option = (value, text) => {
      const element = make('option', '', text)
      element.value = value
      return element
    }
    for (const value of ['open', 'k', 's', 'd', '']) $('state').append(option(value, ''))
    const choices = (id, values, text) =>
      $(id).append(option('', words['any']), ...values.map(v => option(v, text(v))))
    choices('kind', [...new Set(all.map(q => q.k))].sort(), k => words['kind.' + k])
    choices('party', ['person', 'organization'], p => words['party.' + p])
    choices('source', sheet.sources.map((_, n) => n), n => sheet.sources[n])

    const refilter = () => {
      const shown = view()
      show(shown.includes(current) ? current : shown[0] ?? null)
    }
    for (const id of ['state', 'kind', 'party', 'source']) $(id).onchange = refilter
    $('find').oninput = refilter
    $('filters').onsubmit = event => event.preventDefault()
    $('same').onclick = () => answer('s')
    $('different').onclick = () => answer('d')
    $('skip').onclick = () => answer('k')
    $('undo').onclick = goBack
    $('back').onclick = () => move(before)
    $('next').onclick = () => move(after)
    $('save').onclick = () => save(false)
    $('all').onclick = () => { $('helping').close(); save(true) }
    $('help').onclick = () => $('helping').showModal()
    $('close').onclick = () => $('helping').close()
    $('who').onclick = () => {
      pending = null
      $('name').value = steward
      $('asking').showModal()
      $('name').select()
    }
    $('naming').onsubmit = event => {
      event.preventDefault()
      const name = $('name').value.trim()
      if (!name) return
      steward = name
      store.set(nameKey, name)
      $('asking').close()
      const action = pending
      pending = null
      if (action) action()
      else refilter()
    }

    const keys = { 1: () => answer('s'), s: () => answer('s'), 2: () => answer('d'),
      d: () => answer('d'), 3: () => answer('k'), ' ': () => answer('k'), u: goBack,
      arrowleft: () => move(before), arrowright: () => move(after), w: () => $('why').focus(),
      '/': () => $('find').focus(), '?': () => $('helping').showModal() }
    const wholeKeys = { Digit1: 's', Numpad1: 's', Digit2: 'd', Numpad2: 'd' }
    addEventListener('keydown', event => {
      if (event.isComposing || event.altKey || document.querySelector('dialog[open]')) return
      // An input method hides the letter, but not the key.
      const key = event.key === 'Process'
        ? event.code.replace(/^(Key|Digit|Numpad)/, '').toLowerCase() : event.key.toLowerCase()
      const target = event.target
      if (event.ctrlKey || event.metaKey) {
        if (key === 's') save(false)
        else if (key === 'z' && !target.matches('input')) goBack()
        else return
        event.preventDefault()
        return
      }
      if (target.matches('input, select')) {
        if (key === 'escape' || (key === 'enter' && target.matches('input'))) {
          event.preventDefault()
          $('question').focus()
        }
        return
      }
      if (target.matches('button') && (key === ' ' || key === 'enter')) return
      const isWhole = event.shiftKey && event.code in wholeKeys
      const action = isWhole ? () => answer(wholeKeys[event.code], true) : keys[key]
      if (!action) return
      event.preventDefault()
      action()
    })
    addEventListener('beforeunload', event => {
      if (!isKept && unsaved() > 0) event.preventDefault()
    })

    show(view()[0] ?? null)
    if (carried) notice(say('carried', carried))
    if (!steward && all.length) $('asking').showModal()

    """#
}
