'use strict'

/** What the benchmark measures from within the page: it is loaded before the page's own scripts. */
window.probe = {
  /** A fixed computation, in ms: what the others are held against. */
  compute() {
    const begunMs = performance.now()
    const rows = Array.from({ length: 20_000 }, (_, row) => ({
      row,
      id: `${row}-01`,
    }))

    JSON.parse(JSON.stringify(rows))

    return performance.now() - begunMs
  },

  /** Notes when the first verdict is on the screen. */
  watchVerdict() {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector('.oc-page h2')) return

      performance.mark('verdict')
      watcher.disconnect()
    })

    watcher.observe(document.body, { childList: true, subtree: true })
  },

  /** The time from the answer before the verdict to the verdict, in ms. */
  verdictMs() {
    const [{ startTime }] = performance.getEntriesByName('verdict')
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/graphql'))
      .map(({ responseEnd }) => responseEnd)
      .filter((endedAt) => endedAt > 0 && endedAt <= startTime)

    return startTime - Math.max(...answers)
  },

  /** Notes when a file is chosen, when a text stands on the page, and the longest task until then. */
  watchList(text) {
    const times = { begunMs: 0, endedMs: 0, longestMs: 0 }

    window.probe.times = times
    document.addEventListener(
      'change',
      () => {
        times.begunMs = performance.now()
      },
      true
    )

    const watcher = new MutationObserver(() => {
      if (!document.querySelector('.oc-page').textContent.includes(text)) return

      times.endedMs = performance.now()
      watcher.disconnect()
    })

    watcher.observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        times.longestMs = Math.max(times.longestMs, duration)
    }).observe({ type: 'longtask' })
  },

  /** What watchList has noted, in ms. */
  listMs() {
    const { begunMs, endedMs, longestMs } = window.probe.times

    return { list: endedMs - begunMs, longestTask: longestMs }
  },
}
