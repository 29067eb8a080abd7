import type { VirtualTime } from '../node/testing/virtualTime'
import type { Limit } from './limits'
import type { Scenario } from './scenarios'

/** The result of one algorithm in one scenario. */
export interface PaceResult {
  /** The time until the last accepted cancel ÷ (orders ÷ the part of the limit that other clients leave). */
  ratio: number
  own429Percent: number
  /** The share of the other clients' calls that got 429. */
  others429Percent: number
  /** False if it gave up. */
  isDone: boolean
}

/** An account with its rate limit, and the other clients that share it. */
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

  /** Counts a call of the algorithm. Returns null if it is accepted, else the seconds to wait, if the scenario's 429 states them. */
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

  /** Starts the measurement of time. */
  public begin() {
    this.startedMs = this.time.nowMs
  }

  /** True if every order's cancel was accepted. */
  public isDone(): boolean {
    return this.own.sent - this.own.limited >= this.scenario.orders
  }

  /** Runs the other clients: their calls arrive at random, and they do not retry a refused call. */
  public async runOtherClients() {
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

  /** True if the algorithm has made so many calls that the run is stopped. */
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
