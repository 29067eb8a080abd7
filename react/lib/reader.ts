import { LASTING } from './problem'
import type { Problem } from './problem'
import type { Answer } from './useAsk'

/** A read of the app that is repeated, as the page shows it. */
export interface Reading<Data> {
  /** The newest answer; null before the first. */
  data: Data | null
  /** When it was asked for; an epoch time. */
  askedAtMs: number | null
  /** When it came; an epoch time. */
  readAtMs: number | null
  /** Why the last read gave nothing; null when it did. */
  problem: Problem | null
  isReading: boolean
  /** When the next read begins; null when none is planned. An epoch time. */
  nextAtMs: number | null
}

export interface ReaderOptions<Data> {
  ask: () => Promise<Answer<Data>>
  /** The wait before the next read; null for none. Called once for each answer. */
  waitMs: (data: Data) => number | null
  /** The wait while the page is hidden; null where it does not ask then, as without this option. */
  hiddenWaitMs?: (data: Data) => number | null
}

/** The waits after reads that failed one after the other, and what chance adds or takes. */
const RETRY_MS = [5_000, 10_000, 20_000, 40_000, 60_000]
const SPREAD = 0.2

export const NOTHING_READ: Reading<never> = {
  data: null,
  askedAtMs: null,
  readAtMs: null,
  problem: null,
  isReading: false,
  nextAtMs: null,
}

/**
 * Reads again and again, at most one read at a time. An answer that was overtaken by a newer
 * read is dropped. While the page is hidden or offline it waits.
 */
export class Reader<Data> {
  private reading: Reading<Data> = NOTHING_READ
  private failures = 0
  private round = 0
  private timer: number | undefined

  constructor(
    private readonly options: ReaderOptions<Data>,
    private readonly changed: (reading: Reading<Data>) => void
  ) {}

  /** Reads now. What was asked before is no longer awaited. */
  public async read(): Promise<Data | null> {
    window.clearTimeout(this.timer)
    this.round += 1

    const { round } = this
    const askedAtMs = Date.now()

    this.show({ isReading: true, nextAtMs: null })

    const answer = await this.options.ask()

    if (round !== this.round) return null
    if (answer.kind === 'answered') this.take(answer.data, askedAtMs)
    else this.fail(answer.problem)

    return answer.kind === 'answered' ? answer.data : null
  }

  private take(data: Data, askedAtMs: number) {
    this.failures = 0
    this.show({
      data,
      askedAtMs,
      readAtMs: Date.now(),
      problem: null,
      isReading: false,
      nextAtMs: null,
    })
    this.plan(this.options.waitMs(data))
  }

  /** Plans anew after the page was shown, hidden, or is connected again. */
  public wake() {
    if (this.reading.isReading) return
    if (this.isLate()) {
      void this.read()

      return
    }

    if (this.reading.nextAtMs !== null)
      this.plan(this.reading.nextAtMs - Date.now())
  }

  /** Ends it: no answer changes the page any more. */
  public stop() {
    window.clearTimeout(this.timer)
    this.round += 1
  }

  private isLate(): boolean {
    const { nextAtMs, problem } = this.reading
    const isConnectedAgain = problem === 'offline' && window.navigator.onLine

    return (
      !document.hidden &&
      (isConnectedAgain || (nextAtMs !== null && nextAtMs <= Date.now()))
    )
  }

  private fail(problem: Problem) {
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]

    this.failures += 1
    this.show({ problem, isReading: false, nextAtMs: null })

    if (LASTING.includes(problem) || problem === 'offline') return

    this.plan(wait * (1 + SPREAD * (2 * Math.random() - 1)))
  }

  private plan(waitMs: number | null) {
    window.clearTimeout(this.timer)

    if (waitMs === null) return

    const wait = document.hidden ? this.hiddenWaitMs() : waitMs

    this.show({ nextAtMs: Date.now() + waitMs })
    if (wait === null) return

    this.timer = window.setTimeout(() => {
      void this.read()
    }, Math.max(0, wait))
  }

  private hiddenWaitMs(): number | null {
    const { data } = this.reading

    return (data !== null && this.options.hiddenWaitMs?.(data)) || null
  }

  private show(change: Partial<Reading<Data>>) {
    this.reading = { ...this.reading, ...change }
    this.changed(this.reading)
  }
}
