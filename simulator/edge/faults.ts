import type { SimulatedCall } from './exchange'

/** One way for a call to go wrong. Every condition that is given must hold. */
export interface FaultRule {
  name: string
  host?: string
  method?: string
  /** A part of the path. */
  path?: string
  /** A part of the request's body, as text. */
  requestBody?: string
  /** How many calls it lets pass first; default 0. Calls that an earlier rule hits do not count. */
  skip?: number
  /** How many calls it hits; default 1. */
  times?: number
  /** Whether the service carries the call out before the fault; default `before` = it does not. */
  processing?: 'before' | 'after'
  /** Milliseconds to wait before anything else. */
  delayMs?: number
  /**
   * `reply` (default) answers with status, headers and body; `reset` cuts the
   * connection; `hang` never answers; `drip` sends a byte a second, without an end;
   * `kill` ends the replica that made the call, which so never hears an answer.
   */
  kind?: 'reply' | 'reset' | 'hang' | 'drip' | 'kill'
  /** Without a status the service's own reply goes out, after the delay. */
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

const CONDITIONS = ['host', 'method'] as const

type WaitingRule = FaultRule & { left: number; toSkip: number }

/** The faults that wait for a call to hit. */
export class Faults {
  private rules: WaitingRule[] = []

  /** A rule waits until as many calls as it says were hit. */
  public add(rule: FaultRule) {
    this.rules.push({ ...rule, left: rule.times ?? 1, toSkip: rule.skip ?? 0 })
  }

  public list(): FaultRule[] {
    return this.rules
  }

  public clear() {
    this.rules = []
  }

  /** The first fault that hits a call; it is used up by one. */
  public take(call: SimulatedCall): FaultRule | undefined {
    return this.rules.find(
      (rule) => rule.left > 0 && matches(rule, call) && hits(rule)
    )
  }
}

/** Counts a call that matches; whether the rule hits it. */
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
