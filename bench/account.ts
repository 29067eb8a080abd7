import type { VirtualTime } from '../node/testing/virtualTime'
import type { Limit } from './limits'
import type { Scenario } from './scenarios'

/** What one algorithm came to in one scenario. */
export interface PaceResult {
  /** To the last cancel that was taken, against orders ÷ what the others leave of the limit. */
  ratio: number
  own429Percent: number
  /** What it did to the others. */
  others429Percent: number
  /** False when it gave up. */
  isDone: boolean
}

/** An account with its limit, and the other clients that live on it. */
export class Account {
  private readonly limit: Limit
  private own = { sent: 0, limited: 0 }
  private others = { sent: 0, limited: 0 }
  private startedMs = 0
  private lastTakenMs = 0

  constructor(
    private readonly scenario: Scenario,
    private readonly time: VirtualTime,
    private readonly random: () => number
  ) {
    this.limit = scenario.limit()
  }

  /** A call of the algorithm: null when it is taken, else the seconds to wait, where the limit says so. */
  public refuses(): { waitSeconds: number | null } | null {
    const { nowMs } = this.time

    this.own.sent += 1

    if (this.limit.takes(nowMs)) {
      this.lastTakenMs = nowMs

      return null
    }

    this.own.limited += 1

    return {
      waitSeconds: this.scenario.saysWait
        ? this.limit.waitSeconds(nowMs)
        : null,
    }
  }

  /** Time counts from here. */
  public begin() {
    this.startedMs = this.time.nowMs
  }

  /** Whether every order was taken. */
  public isDone(): boolean {
    return this.own.sent - this.own.limited >= this.scenario.orders
  }

  /** The other clients: they come at random, and do not repeat what is refused. */
  public async liveOn() {
    const { time, scenario } = this

    while (!this.isDone()) {
      const perSecond = scenario.othersPerSecond(time.nowMs)
      const gapSeconds = -Math.log(1 - this.random()) / perSecond

      // eslint-disable-next-line no-await-in-loop
      await time.wait(gapSeconds * 1_000)
      this.others.sent += 1
      if (!this.limit.takes(time.nowMs)) this.others.limited += 1
    }
  }

  /** Whether it is hopeless: so many calls are no pace any more. */
  public isFlooded(): boolean {
    return this.own.sent > 30 * this.scenario.orders
  }

  public result(): PaceResult {
    const seconds = (this.lastTakenMs - this.startedMs) / 1_000
    const { orders, perSecond } = this.scenario
    const leftPerSecond = perSecond - this.others.sent / seconds

    return {
      ratio: seconds / (orders / leftPerSecond),
      own429Percent: (100 * this.own.limited) / this.own.sent,
      isDone: this.isDone(),
      others429Percent: (100 * this.others.limited) / this.others.sent,
    }
  }
}
