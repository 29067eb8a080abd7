import type { SimulatedReply } from '../../edge/exchange'
import { randomFrom } from '../../random'
import { failure } from './failure'
import type { OmsSwitches } from './switches'

/** One limit, for which every call of the account counts. */
interface Limit {
  takes: (nowMs: number) => boolean
  remaining: (nowMs: number) => number
  /** Until something is left again. */
  waitMs: (nowMs: number) => number
}

const WINDOW_MS = 60_000

/** Tokens that come at a rate, and of which only so many are kept. */
function tokenBucket(perSecond: number, burst: number): Limit {
  let tokens = burst
  let atMs: number | null = null

  const refill = (nowMs: number) => {
    const passedMs = nowMs - (atMs ?? nowMs)

    tokens = Math.min(burst, tokens + (passedMs / 1_000) * perSecond)
    atMs = nowMs
  }

  return {
    takes: (nowMs) => {
      refill(nowMs)
      if (tokens < 1) return false
      tokens -= 1

      return true
    },
    remaining: () => Math.floor(tokens),
    waitMs: () => Math.max(0, ((1 - tokens) / perSecond) * 1_000),
  }
}

/** So many calls in each minute of the clock. */
function fixedWindow(perSecond: number): Limit {
  const quota = Math.round((perSecond * WINDOW_MS) / 1_000)
  let window = -1
  let taken = 0

  const enter = (nowMs: number) => {
    const current = Math.floor(nowMs / WINDOW_MS)

    if (current !== window) taken = 0
    window = current
  }

  return {
    takes: (nowMs) => {
      enter(nowMs)
      if (taken >= quota) return false
      taken += 1

      return true
    },
    remaining: (nowMs) => {
      enter(nowMs)

      return quota - taken
    },
    waitMs: (nowMs) => WINDOW_MS - (nowMs % WINDOW_MS),
  }
}

/** How much was asked of the limits, and by whom. */
export interface Traffic {
  own: {
    sends: number
    sendsLimited: number
    reads: number
    readsLimited: number
  }
  others: { sent: number; limited: number }
}

/**
 * OMS's limits for an account, with what its other clients take of them. Their calls
 * come at random and are caught up with whenever somebody asks, so nothing runs by itself.
 */
export class Limiter {
  private sends: Limit | null = null
  private reads: Limit | null = null
  private othersAtMs: number | null = null
  private counted: Traffic = noTraffic()
  private random = randomFrom(1)
  private settings = ''

  /** @param nowMs the machine's time: the platform's may stand still */
  constructor(
    private readonly switches: OmsSwitches,
    private readonly nowMs: () => number = Date.now
  ) {}

  public traffic(): Traffic {
    return this.counted
  }

  /** The 429 of a call that is too much; undefined for one that OMS takes. */
  public refuse(method: string): SimulatedReply | undefined {
    this.heed()

    const nowMs = this.nowMs()
    const isSend = method !== 'GET'
    const limit = isSend ? this.sends : this.reads

    this.catchUp(nowMs)

    const isTaken = limit?.takes(nowMs) ?? true
    const { own } = this.counted

    own[isSend ? 'sends' : 'reads'] += 1
    if (isTaken || !limit) return undefined

    own[isSend ? 'sendsLimited' : 'readsLimited'] += 1

    const reply = failure(this.switches, 429, ['1', 'Too many requests'])

    return {
      ...reply,
      headers: { ...reply.headers, ...this.headers(method, true) },
    }
  }

  /** What OMS says of a limit with an answer. */
  public headers(method: string, isRefusal = false): Record<string, string> {
    const { rateHeaders } = this.switches
    const limit = method === 'GET' ? this.reads : this.sends
    const nowMs = this.nowMs()

    if (!limit || rateHeaders === 'none') return {}

    const seconds = String(Math.max(1, Math.ceil(limit.waitMs(nowMs) / 1_000)))

    return {
      ...(isRefusal && rateHeaders !== 'rate-limit'
        ? { 'retry-after': seconds }
        : {}),
      ...(rateHeaders !== 'retry-after'
        ? {
            'x-ratelimit-remaining': String(limit.remaining(nowMs)),
            'x-ratelimit-reset': seconds,
          }
        : {}),
    }
  }

  public reset() {
    this.settings = ''
    this.counted = noTraffic()
    this.random = randomFrom(1)
  }

  /** A switch that was set begins a new limit. */
  private heed() {
    const { rateLimit, ratePerSecond, rateBurst } = this.switches
    const { rateReads, readsPerSecond, otherClientsPerSecond } = this.switches
    const settings = [
      ...[rateLimit, ratePerSecond, rateBurst],
      ...[rateReads, readsPerSecond, otherClientsPerSecond],
    ].join()

    if (settings === this.settings) return
    this.settings = settings
    this.othersAtMs = null

    const limits = {
      none: () => null,
      bucket: () => tokenBucket(ratePerSecond, rateBurst),
      window: () => fixedWindow(ratePerSecond),
    }

    this.sends = limits[rateLimit]()
    this.reads =
      rateReads === 'shared'
        ? this.sends
        : readsPerSecond > 0
        ? tokenBucket(readsPerSecond, readsPerSecond)
        : null
  }

  private catchUp(nowMs: number) {
    const { otherClientsPerSecond: perSecond } = this.switches

    this.othersAtMs ??= nowMs
    if (perSecond === 0) return

    for (;;) {
      const gapMs = (-Math.log(1 - this.random()) / perSecond) * 1_000

      if (this.othersAtMs + gapMs > nowMs) return

      this.othersAtMs += gapMs
      this.counted.others.sent += 1
      if (this.sends?.takes(this.othersAtMs) === false) {
        this.counted.others.limited += 1
      }
    }
  }
}

function noTraffic(): Traffic {
  return {
    own: { sends: 0, sendsLimited: 0, reads: 0, readsLimited: 0 },
    others: { sent: 0, limited: 0 },
  }
}
