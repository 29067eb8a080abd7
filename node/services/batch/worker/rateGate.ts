import {
  afterReply,
  maxInFlight,
  newPacer,
  shifted,
  withoutIdle,
} from '../../../domain/lane/pacer'
import type { PaceReply, Pacer } from '../../../domain/lane/pacer'
import type { LanePorts } from '../ports'

/** Permission for one call. It ends with the call's reply, or is released. */
export interface Permit {
  done: (reply: PaceReply) => void
  /** Ends it where no call was made; a permission that has ended stays so. */
  release: () => void
}

/** How one call waits for its permission. */
export interface Entry {
  /** Goes before those that came without it: for a call that must be made soon or not at all. */
  isNext?: boolean
  /** The cap of its batch, in calls a second: below the pace, the call says nothing of the pace. */
  maxPerSecond?: number
}

interface Waiter {
  answer: (permit: Permit | null) => void
  sinceMs: number
  maxPerSecond: number
}

interface Started {
  sentAtMs: number
  isProbe: boolean
  isBelowPace: boolean
}

/** How many slots are left free after a probe that was taken: a limit that was just reached has only few calls to give, and others wait for them. */
const SLOTS_AFTER_PROBE = 2

/**
 * Lets calls through at the pace of a pacer, in the order in which they came. It holds what
 * only the sending process can know: the calls in flight, and when the next one is due.
 */
export class RateGate {
  private pacer: Pacer
  private readonly waiters: Waiter[] = []
  private readonly next: Waiter[] = []
  private inFlight = 0
  private isProbeOut = false
  private isClosed = false
  private nextSlotMs: number
  private raisedAtMs: number
  /** The last rate-limit episode, from its 429 to the probe that OMS took, ended then: calls that left before say nothing of the current pace. */
  private staleBeforeMs = -Infinity
  private wakesAtMs = Infinity

  constructor(
    private readonly ports: Pick<LanePorts, 'now' | 'sleep' | 'random'>,
    /** From `exportPacer` of the owner before: its times are ages. */
    inherited: Pacer | null,
    private readonly onBug: (error: unknown) => void
  ) {
    const nowMs = ports.now()

    this.pacer = inherited ? shifted(inherited, nowMs) : newPacer(nowMs)
    this.nextSlotMs = nowMs
    this.raisedAtMs = nowMs
  }

  /** Waits for permission to make one call; null when the gate is closed instead. */
  public enter({
    isNext = false,
    maxPerSecond = Infinity,
  }: Entry = {}): Promise<Permit | null> {
    return new Promise((answer) => {
      const queue = isNext ? this.next : this.waiters

      queue.push({ answer, sinceMs: this.ports.now(), maxPerSecond })
      this.letThrough()
    })
  }

  /** Computes how many calls a second may start now. */
  public perSecond(): number {
    return this.pacer.ratePerSecond
  }

  /** Lets no call through any more. */
  public close() {
    this.isClosed = true
    for (const waiting of [this.next, this.waiters])
      waiting.splice(0).forEach(({ answer }) => answer(null))
  }

  /** Gives the pace for the next owner of the lane; its times are ages from now. */
  public exportPacer(): Pacer {
    return shifted(this.pacer, -this.ports.now())
  }

  private letThrough() {
    if (this.isClosed) {
      // Turns away whoever came after the close.
      this.close()

      return
    }

    while (this.next.length + this.waiters.length > 0) {
      const startsInMs = this.startsInMs()

      if (startsInMs > 0) {
        this.wakeIn(startsInMs)

        return
      }

      const first = this.next.shift() ?? this.waiters.shift()

      first?.answer(this.start(first))
    }
  }

  /** Computes how long until the next call may start; Infinity when only a reply can tell. */
  private startsInMs(): number {
    const nowMs = this.ports.now()
    const { pausedUntilMs, episodeStartMs } = this.pacer

    if (nowMs < pausedUntilMs) return pausedUntilMs - nowMs

    if (episodeStartMs !== null) return this.isProbeOut ? Infinity : 0
    if (this.inFlight >= maxInFlight(this.pacer)) return Infinity

    return Math.max(0, this.nextSlotMs - nowMs)
  }

  private wakeIn(ms: number) {
    const atMs = this.ports.now() + ms

    if (ms === Infinity || atMs >= this.wakesAtMs) return

    this.wakesAtMs = atMs
    this.ports
      .sleep(ms)
      .then(() => {
        if (this.wakesAtMs === atMs) this.wakesAtMs = Infinity
        this.letThrough()
      })
      .catch(this.onBug)
  }

  private start({ sinceMs, maxPerSecond }: Omit<Waiter, 'answer'>): Permit {
    const nowMs = this.ports.now()
    const isProbe = this.pacer.episodeStartMs !== null
    const slotMs = this.slotMs()
    // An unused slot is lost after a moment: the gate never catches up in a burst.
    const behindMs = Math.min(250, 2 * slotMs)
    const couldStartMs = isProbe
      ? this.pacer.pausedUntilMs
      : this.nextSlotMs + behindMs

    const idleMs = Math.max(0, sinceMs - couldStartMs)

    if (idleMs > 0) this.pacer = withoutIdle(this.pacer, idleMs, nowMs)
    this.inFlight += 1
    this.isProbeOut = this.isProbeOut || isProbe
    this.nextSlotMs = Math.max(this.nextSlotMs, nowMs - behindMs) + slotMs

    return this.permit({
      sentAtMs: nowMs,
      isProbe,
      isBelowPace: idleMs > 0 || maxPerSecond < this.perSecond(),
    })
  }

  private slotMs(): number {
    return 1_000 / this.perSecond()
  }

  private permit(started: Started): Permit {
    let isOpen = true
    const end = (reply: PaceReply | null) => {
      if (!isOpen) return
      isOpen = false
      this.end(started, reply)
    }

    return { done: end, release: () => end(null) }
  }

  private end(started: Started, reply: PaceReply | null) {
    this.inFlight -= 1
    if (started.isProbe) this.isProbeOut = false

    if (reply === null) this.nextSlotMs -= this.slotMs()
    else this.learn(started, reply)

    this.letThrough()
  }

  private learn(started: Started, reply: PaceReply) {
    const { sentAtMs, isProbe, isBelowPace } = started
    const nowMs = this.ports.now()
    const wasInEpisode = this.pacer.episodeStartMs !== null
    const isStale = sentAtMs < this.staleBeforeMs

    this.pacer = afterReply(
      this.pacer,
      {
        reply,
        isProbe,
        isStale,
        isBelowPace,
        nowMs,
        random: this.ports.random(),
      },
      nowMs - this.raisedAtMs
    )

    if (reply.kind === 'taken' && !isStale) this.raisedAtMs = nowMs

    if (wasInEpisode && this.pacer.episodeStartMs === null) {
      this.staleBeforeMs = nowMs
      this.nextSlotMs = nowMs + SLOTS_AFTER_PROBE * this.slotMs()
    }
  }
}
