import type { SimulatedReply } from '../../edge/exchange'
import { randomFrom } from '../../random'
import { failure } from './failure'
import type { OmsSwitches } from './switches'

/** A rate limit for all calls of the account together. */
interface Limit {
  takes: (nowMs: number) => boolean
  remaining: (nowMs: number) => number
  /** Milliseconds until the next call can pass. */
  waitMs: (nowMs: number) => number
}

const WINDOW_MS = 60_000

/** Creates a token bucket: tokens arrive at a constant rate, and at most `burst` are kept. */
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

/** Creates a fixed window: a quota of calls for each minute of the clock. */
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

/** Counts of the calls that the limits received and refused, for the app and for other clients. */
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
 * OMS's limits for an account, with the calls of its other clients. Those calls arrive at
 * random; they are computed when the next own call arrives, so no timer is needed.
 */
export class Limiter {
  private sends: Limit | null = null
  private reads: Limit | null = null
  private othersAtMs: number | null = null
  private counted: Traffic = noTraffic()
  private random = randomFrom(1)
  private settings = ''

  /** @param nowMs the machine's time, because the platform's clock may be stopped */
  constructor(
    private readonly switches: OmsSwitches,
    private readonly nowMs: () => number = Date.now
  ) {}

  public traffic(): Traffic {
    return this.counted
  }

  /** Counts a call; returns a 429 if the call is over the limit, else undefined. */
  public refuse(method: string): SimulatedReply | undefined {
    this.applySwitches()

    const nowMs = this.nowMs()
    const isSend = method !== 'GET'
    const limit = isSend ? this.sends : this.reads

    this.countOtherClients(nowMs)

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

  /** Returns the rate-limit headers of an answer. */
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

  /** Starts new limits if a switch has changed. */
  private applySwitches() {
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

  private countOtherClients(nowMs: number) {
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
