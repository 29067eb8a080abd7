import type { SimulatedCall } from './exchange'

/** One way for a call to fail. It hits a call that meets every given condition. */
export interface FaultRule {
  name: string
  host?: string
  method?: string
  /** A substring of the path. */
  path?: string
  /** A substring of the request's body. */
  requestBody?: string
  /** The number of calls to let pass first; default 0. A call that an earlier rule hits does not count. */
  skip?: number
  /** The number of calls to hit; default 1. */
  times?: number
  /** `before` (default): the service never processes the call, unless the fault is only a delay; `after`: it processes the call first. */
  processing?: 'before' | 'after'
  /** A delay before everything else. */
  delayMs?: number
  /**
   * `reply` (default) answers with status, headers and body; `reset` cuts the
   * connection; `hang` never answers; `drip` sends one byte a second without end;
   * `kill` ends the replica that made the call, so that it never gets an answer.
   */
  kind?: 'reply' | 'reset' | 'hang' | 'drip' | 'kill'
  /** Without a status, the service's own reply is sent, after the delay. */
  status?: number
  headers?: Record<string, string>
  body?: unknown
  /** In place of a body: so many MB of spaces as gzip, which are a few kB on the wire. */
  gzipMb?: number
  /**
   * A copy of the call reaches the service this many ms of the machine's time after the call,
   * and gets no answer. With neither status nor kind, the call is processed twice. With
   * `processing: 'before'` and a kind such as `hang`, the copy is all that is processed: the
   * call takes effect late.
   */
  copyAfterMs?: number
}

const CONDITIONS = ['host', 'method'] as const

type WaitingRule = FaultRule & { left: number; toSkip: number }

/** The fault rules, in the order in which they apply. */
export class Faults {
  private rules: WaitingRule[] = []
  /** The timers of the copies that are still to come. */
  private copies = new Set<NodeJS.Timeout>()

  /** Adds a rule, which applies until it has hit `times` calls. */
  public add(rule: FaultRule) {
    this.rules.push({ ...rule, left: rule.times ?? 1, toSkip: rule.skip ?? 0 })
  }

  public list(): FaultRule[] {
    return this.rules
  }

  public clear() {
    this.rules = []
  }

  /** Lets a copy of a call arrive later. It arrives even if the rule has been removed meanwhile. */
  public copyLater(ms: number, arrive: () => void) {
    const timer = setTimeout(() => {
      this.copies.delete(timer)
      arrive()
    }, ms).unref()

    this.copies.add(timer)
  }

  /** Removes the rules, and the copies that are still to come. */
  public reset() {
    this.clear()
    this.copies.forEach((timer) => clearTimeout(timer))
    this.copies.clear()
  }

  /** Returns the first fault that hits a call, and counts the hit. */
  public take(call: SimulatedCall): FaultRule | undefined {
    return this.rules.find(
      (rule) => rule.left > 0 && matches(rule, call) && hits(rule)
    )
  }
}

/** Counts a matching call; returns true if the rule hits it. */
function hits(rule: WaitingRule): boolean {
  if (rule.toSkip > 0) {
    rule.toSkip -= 1

    return false
  }

  rule.left -= 1

  return true
}

function matches(rule: FaultRule, call: SimulatedCall): boolean {
  return (
    CONDITIONS.every((name) => !rule[name] || rule[name] === call[name]) &&
    (!rule.path || call.path.includes(rule.path)) &&
    (!rule.requestBody || call.body.includes(rule.requestBody))
  )
}
