import { Signal } from '../../node/services/batch/worker/signal'
import { randomFrom, VirtualTime } from '../../node/testing/virtualTime'
import { Account } from '../account'
import type { PaceResult } from '../account'
import type { Scenario } from '../scenarios'

/** What a way of pacing hears of a reply. */
export interface PeerReply {
  isTaken: boolean
  /** Where a 429 says so. */
  waitSeconds: number | null
  sentAtMs: number
  nowMs: number
  /** Beside this call. */
  inFlight: number
}

/** A way of pacing, of one lane. */
export interface Peer {
  maxInFlight: () => number
  /** How long until the next call may leave, if it may by `maxInFlight`; asked once for each call that leaves. */
  startsInMs?: (nowMs: number) => number
  hears?: (reply: PeerReply) => void
  /** How long a refused call waits in its place; without it, it goes back to the queue. */
  retryWaitMs?: (tries: number, waitSeconds: number | null) => number
}

export type NewPeer = (random: () => number) => Peer

/** So long one handler works, as on VTEX IO. */
const HANDLER_MS = 45_000
const GIVE_UP_AFTER = 20

/** Runs a way of pacing on each of several lanes, that know nothing of each other. */
export async function peerPace(
  scenario: Scenario,
  newPeer: NewPeer,
  seed: number
): Promise<PaceResult> {
  const time = new VirtualTime()
  const random = randomFrom(seed * 7_919 + 13)
  const account = new Account(scenario, time, random)
  const left = { orders: scenario.orders }
  const endMs = (GIVE_UP_AFTER * 1_000 * scenario.orders) / scenario.perSecond
  const isOver = () =>
    account.isDone() || account.isFlooded() || time.nowMs > endMs

  account.liveOn()

  for (let lane = 0; lane < scenario.lanes; lane += 1) {
    new PeerLane(account, newPeer(random), { time, random, left }).run(isOver)
  }

  await time.run(isOver)

  return account.result()
}

interface LaneWorld {
  time: VirtualTime
  random: () => number
  left: { orders: number }
}

class PeerLane {
  private inFlight = 0
  private handlerEndMs = 0
  private readonly signal: Signal

  constructor(
    private readonly account: Account,
    private readonly peer: Peer,
    private readonly world: LaneWorld
  ) {
    this.signal = new Signal((ms) => world.time.wait(ms))
  }

  public async run(isOver: () => boolean) {
    const { time, random } = this.world

    while (!isOver()) {
      this.handlerEndMs = time.nowMs + HANDLER_MS

      // eslint-disable-next-line no-await-in-loop
      await this.handle(isOver)
      // eslint-disable-next-line no-await-in-loop
      await time.wait(300 + 1_200 * random())
    }
  }

  private isAtEnd(): boolean {
    return this.world.time.nowMs >= this.handlerEndMs
  }

  private async handle(isOver: () => boolean) {
    const { time, left } = this.world

    while (!isOver() && !(this.isAtEnd() && this.inFlight === 0)) {
      const mayStart =
        !this.isAtEnd() &&
        left.orders > 0 &&
        this.inFlight < this.peer.maxInFlight()

      const waitMs = mayStart ? this.peer.startsInMs?.(time.nowMs) ?? 0 : 1_000

      if (waitMs > 0) {
        // eslint-disable-next-line no-await-in-loop
        await this.signal.wait(Math.min(waitMs, 1_000))
      } else {
        left.orders -= 1
        this.work()
      }
    }
  }

  /** One order: in its place until it is taken, or back to the queue. */
  private async work() {
    const { time, left } = this.world
    let isTaken = false

    this.inFlight += 1

    for (let tries = 0; !isTaken; tries += 1) {
      // eslint-disable-next-line no-await-in-loop
      const reply = await this.call()

      isTaken = reply.isTaken
      if (!isTaken && !this.peer.retryWaitMs) break

      if (!isTaken) {
        // eslint-disable-next-line no-await-in-loop
        await time.wait(this.peer.retryWaitMs?.(tries, reply.waitSeconds) ?? 0)
        if (this.isAtEnd()) break
      }
    }

    this.inFlight -= 1
    if (!isTaken) left.orders += 1
    this.signal.notify()
  }

  private async call(): Promise<PeerReply> {
    const { time, random } = this.world
    const sentAtMs = time.nowMs

    await time.wait(10 + 30 * random())

    const refused = this.account.refuses()

    await time.wait(refused ? 20 + 20 * random() : 80 + 280 * random())

    const reply = {
      isTaken: refused === null,
      waitSeconds: refused?.waitSeconds ?? null,
      sentAtMs,
      nowMs: time.nowMs,
      inFlight: this.inFlight,
    }

    this.peer.hears?.(reply)

    return reply
  }
}
