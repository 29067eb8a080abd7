import type { SimulatedCall } from './exchange'

/** One way for a call to go wrong. Every condition that is given must hold. */
export interface FaultRule {
  name: string
  host?: string
  method?: string
  /** A part of the path. */
  path?: string
  /** How many calls it hits; default 1. */
  times?: number
  /** Whether the service carries the call out before the fault; default `before` = it does not. */
  processing?: 'before' | 'after'
  /** Milliseconds to wait before anything else. */
  delayMs?: number
  /**
   * `reply` (default) answers with status, headers and body; `reset` cuts the
   * connection; `hang` never answers; `drip` sends a byte a second, without an end.
   */
  kind?: 'reply' | 'reset' | 'hang' | 'drip'
  /** Without a status the service's own reply goes out, after the delay. */
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

const CONDITIONS = ['host', 'method'] as const

/** The faults that wait for a call to hit. */
export class Faults {
  private rules: Array<FaultRule & { left: number }> = []

  /** A rule waits until as many calls as it says were hit. */
  public add(rule: FaultRule) {
    this.rules.push({ ...rule, left: rule.times ?? 1 })
  }

  public list(): FaultRule[] {
    return this.rules
  }

  public clear() {
    this.rules = []
  }

  /** The first fault that hits a call; it is used up by one. */
  public take(call: SimulatedCall): FaultRule | undefined {
    const rule = this.rules.find(
      (candidate) => candidate.left > 0 && matches(candidate, call)
    )

    if (rule) rule.left -= 1

    return rule
  }
}

function matches(rule: FaultRule, call: SimulatedCall): boolean {
  return (
    CONDITIONS.every((name) => !rule[name] || rule[name] === call[name]) &&
    (!rule.path || call.path.includes(rule.path))
  )
}
