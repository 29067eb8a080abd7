import { Signal } from '../../node/services/batch/worker/signal'
import { randomFrom, VirtualTime } from '../../node/testing/virtualTime'
import { Account } from '../account'
import type { PaceResult } from '../account'
import type { Scenario } from '../scenarios'

/** What a pacing algorithm learns from a reply. */
export interface PeerReply {
  isAccepted: boolean
  /** The wait that a 429 asks for, if it does. */
  waitSeconds: number | null
  sentAtMs: number
  nowMs: number
  /** The number of calls in flight, including this one. */
  inFlight: number
}

/** A pacing algorithm in one lane. */
export interface Peer {
  maxInFlight: () => number
  /** Milliseconds until the next call may start, if `maxInFlight` permits it. A result of 0 starts that call. */
  startsInMs?: (nowMs: number) => number
  onReply?: (reply: PeerReply) => void
  /** How long a refused order keeps its slot before the retry. Without this function, the order returns to the queue. */
  retryWaitMs?: (tries: number, waitSeconds: number | null) => number
}

export type NewPeer = (random: () => number) => Peer

/** How long one handler works, as on VTEX IO. */
const HANDLER_MS = 45_000
const GIVE_UP_AFTER = 20

/** Runs a pacing algorithm in several lanes that share no state. */
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

  void account.runOtherClients()

  for (let lane = 0; lane < scenario.lanes; lane += 1) {
    void new PeerLane(account, newPeer(random), { time, random, left }).run(
      isOver
    )
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
        void this.work()
      }
    }
  }

  /** Works on one order until its cancel is accepted, or returns it to the queue. */
  private async work() {
    const { time, left } = this.world
    let isAccepted = false

    this.inFlight += 1

    for (let tries = 0; !isAccepted; tries += 1) {
      // eslint-disable-next-line no-await-in-loop
      const reply = await this.call()

      isAccepted = reply.isAccepted
      if (!isAccepted && !this.peer.retryWaitMs) break

      if (!isAccepted) {
        // eslint-disable-next-line no-await-in-loop
        await time.wait(this.peer.retryWaitMs?.(tries, reply.waitSeconds) ?? 0)
        if (this.isAtEnd()) break
      }
    }

    this.inFlight -= 1
    if (!isAccepted) left.orders += 1
    this.signal.notify()
  }

  private async call(): Promise<PeerReply> {
    const { time, random } = this.world
    const sentAtMs = time.nowMs

    await time.wait(10 + 30 * random())

    const refused = this.account.refuses()

    await time.wait(refused ? 20 + 20 * random() : 80 + 280 * random())

    const reply = {
      isAccepted: refused === null,
      waitSeconds: refused?.waitSeconds ?? null,
      sentAtMs,
      nowMs: time.nowMs,
      inFlight: this.inFlight,
    }

    this.peer.onReply?.(reply)

    return reply
  }
}
