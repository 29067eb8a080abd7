import { RateGate } from '../node/services/batch/worker/rateGate'
import type { Permit } from '../node/services/batch/worker/rateGate'
import { Signal } from '../node/services/batch/worker/signal'
import { randomFrom, VirtualTime } from '../node/testing/virtualTime'
import type { Pacer } from '../node/domain/lane/pacer'
import { Account } from './account'
import type { PaceResult } from './account'
import type { Scenario } from './scenarios'

/** How long one owner of the lane works. */
const WORK_MS = 47_000

/** Runs the app's pace and gate alone, without files and rows: a hundred times as fast as the engine. */
export async function gatePace(
  scenario: Scenario,
  seed: number
): Promise<PaceResult> {
  const time = new VirtualTime()
  const random = randomFrom(seed * 7_919 + 13)
  const account = new Account(scenario, time, random)

  void account.runOtherClients()
  void new GateRun(account, time, random).run()
  await time.run(() => account.isDone())

  return account.result()
}

/** Owners of the lane that hand the pace on to each other. */
class GateRun {
  private readonly signal: Signal
  private inFlight = 0

  constructor(
    private readonly account: Account,
    private readonly time: VirtualTime,
    private readonly random: () => number
  ) {
    this.signal = new Signal((ms) => time.wait(ms))
  }

  public async run() {
    let pacer: Pacer | null = null

    while (!this.account.isDone()) {
      // eslint-disable-next-line no-await-in-loop
      pacer = await this.own(pacer)
    }
  }

  private async own(inherited: Pacer | null): Promise<Pacer> {
    const { time, random } = this
    const gate = new RateGate(
      { now: () => time.nowMs, sleep: (ms) => time.wait(ms), random },
      inherited,
      (error) => {
        throw error
      }
    )

    void time.wait(WORK_MS).then(() => gate.close())

    for (;;) {
      // eslint-disable-next-line no-await-in-loop
      const permit = await gate.enter()

      if (!permit) break
      void this.call(permit)
    }

    // eslint-disable-next-line no-await-in-loop
    while (this.inFlight > 0) await this.signal.wait(1_000)

    return gate.exportPacer()
  }

  private async call(permit: Permit) {
    const { time, random } = this

    this.inFlight += 1
    await time.wait(10 + 30 * random())

    const refused = this.account.refuses()

    await time.wait(refused ? 20 + 20 * random() : 80 + 280 * random())
    permit.done(
      refused
        ? { kind: 'limited', waitMs: inMs(refused.waitSeconds) }
        : { kind: 'taken' }
    )
    this.inFlight -= 1
    this.signal.notify()
  }
}

function inMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1_000
}
