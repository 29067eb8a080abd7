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

  /** Begins to note the longest task. */
  watchTasks() {
    window.probe.begunMs = performance.now()
    window.probe.longestMs = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.probe.longestMs = Math.max(window.probe.longestMs, duration)
    }).observe({ type: 'longtask' })
  },

  /** The time since watchTasks, and the longest task since then, in ms. */
  taskMs() {
    return {
      list: performance.now() - window.probe.begunMs,
      longestTask: window.probe.longestMs,
    }
  },
}
