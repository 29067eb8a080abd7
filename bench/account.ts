import type { VirtualTime } from '../node/testing/virtualTime'
import type { Limit } from './limits'
import { recoverySeconds } from './recovery'
import type { Scenario } from './scenarios'

/** The result of one algorithm in one scenario. */
export interface PaceResult {
  /** As the scenario measures it; for `sequential` in seconds, which `relativeTo` divides. */
  time: number
  own429Percent: number
  /** The share of the other clients' calls that got 429; NaN where there are none. */
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
  private readonly takenMs: number[] = []

  constructor(
    private readonly scenario: Scenario,
    private readonly time: VirtualTime,
    private readonly random: () => number
  ) {
    this.limit = scenario.limit(random)
  }

  /** Counts a call of the algorithm. Returns null if it is accepted, else the seconds to wait, if the scenario's 429 states them. */
  public refuses(): { waitSeconds: number | null } | null {
    const { nowMs } = this.time

    this.own.sent += 1

    if (this.limit.takes(nowMs)) {
      this.takenMs.push(nowMs)

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
    return this.takenMs.length >= this.scenario.orders
  }

  /** Runs the other clients: their calls arrive at random, and they do not retry a refused call. */
  public async runOtherClients() {
    const { time, scenario } = this

    while (!this.isDone()) {
      const perSecond = scenario.othersPerSecond(time.nowMs)

      if (perSecond === 0) {
        // eslint-disable-next-line no-await-in-loop
        await time.wait(1_000)
        continue
      }

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
    const lastTakenMs = this.takenMs[this.takenMs.length - 1] ?? 0
    const seconds = (lastTakenMs - this.startedMs) / 1_000

    return {
      time: this.measured(seconds),
      own429Percent: (100 * this.own.limited) / this.own.sent,
      isDone: this.isDone(),
      others429Percent: (100 * this.others.limited) / this.others.sent,
    }
  }

  private measured(seconds: number): number {
    const { orders, perSecond, time } = this.scenario

    switch (time.of) {
      case 'ideal':
        return seconds / (orders / (perSecond - this.others.sent / seconds))

      case 'sequential':
        return seconds

      case 'recovery':
        return recoverySeconds(this.takenMs, perSecond, time)
    }
  }
}
