import { randomFrom, VirtualTime } from '../virtualTime'
import type { Replica } from '../shop/virtualShop'
import { VirtualShop } from '../shop/virtualShop'
import { CALM, conditionsOf } from './claimConditions'
import type { ClaimConditions, Pick } from './claimConditions'
import { OPERATIONS } from './operations'
import type { OperationName, Told } from './operations'

/** The operations that callers try on an order in each status; likely ones stand more often. */
const TRIED: Record<string, OperationName[]> = {
  'payment-approved': ['cancel', 'cancel', 'cancel', 'row', 'accept'],
  handling: ['cancel', 'cancel', 'row', 'row', 'accept', 'accept', 'deny'],
  'cancellation-requested': ['accept', 'accept', 'deny', 'deny', 'cancel'],
  invoiced: ['return R1', 'return R1', 'return R2', 'cancel', 'row'],
}

/** Within this time a call of a caller, or the lane for a row, has made its last claim. */
const CLAIMS_WITHIN_MS = { call: 28_000, row: 46_000 }

/** Whatever has died, an order can be canceled this long after the last claim. */
const FREE_AFTER_MS = 66_000

/** One call, and what it told. */
export interface CallMade {
  /** Names the call, and its caller. */
  by: string
  name: OperationName
  orderId: string
  replica: Replica
  startedMs: number
  endedMs: number | null
  told: Told[]
  error: unknown
}

/** What happened in a seed. */
export interface ClaimsRun {
  shop: VirtualShop
  conditions: ClaimConditions
  calls: CallMade[]
  /** The calls at the end, on a platform without faults. */
  lastCalls: CallMade[]
}

/** What a test changes about the seeds. */
export interface ClaimsOptions {
  conditions?: Partial<ClaimConditions>
  statuses?: string[]
}

/** Plays one seed: a few calls for one or two orders, on replicas that share nothing but OMS and VBase. */
export async function runClaims(
  seed: number,
  { conditions: more = {}, statuses = Object.keys(TRIED) }: ClaimsOptions = {}
): Promise<ClaimsRun> {
  return new ClaimsScene(seed, more, statuses).play()
}

class ClaimsScene {
  private readonly time = new VirtualTime()
  private readonly random: () => number
  private readonly conditions: ClaimConditions
  private readonly shop: VirtualShop
  private readonly replicas: Replica[]
  private readonly calls: CallMade[] = []
  private made = 0

  constructor(
    seed: number,
    more: Partial<ClaimConditions>,
    statuses: string[]
  ) {
    this.random = randomFrom(seed * 7_919 + 13)

    const orders = ['V1-01', 'V2-01'].slice(0, this.pick(1, 1, 2))
    const orderStatuses = orders.map((id) => [id, this.pick(...statuses)])
    const isEachGuarded = orderStatuses.every(
      ([, status]) => status !== 'payment-approved'
    )

    this.conditions = {
      ...conditionsOf(this.pick),
      // The turn stands behind such lists only where a second send would do harm.
      listsShowOwnFirst: isEachGuarded && this.chance(0.25),
      ...more,
    }
    this.shop = new VirtualShop(
      this.time,
      this.random,
      this.conditions,
      Object.fromEntries(orderStatuses)
    )
    this.replicas = [-1, 0, 1].map((by) => ({
      isDead: false,
      skewMs: by * this.conditions.skewMs,
    }))
  }

  public async play(): Promise<ClaimsRun> {
    const { shop, conditions, calls } = this
    const last = this.cancelAtTheEnd(this.scheduleCalls())

    this.scheduleDeaths()
    this.scheduleDenials()
    await this.time.run()

    return { shop, conditions, calls, lastCalls: await last }
  }

  private readonly pick: Pick = (...values) =>
    values[Math.floor(this.random() * values.length)]

  private chance(share: number): boolean {
    return this.random() < share
  }

  private between(fromMs: number, toMs: number): number {
    return fromMs + (toMs - fromMs) * this.random()
  }

  /** Schedules the calls; returns when none of them can make a claim any more. */
  private scheduleCalls(): number {
    const spreadMs = this.pick(30, 300, 300, 3_000, 20_000)
    const orders = [...this.shop.orders.values()]
    let quietMs = 0

    for (let left = this.pick(2, 3, 4, 5); left > 0; left -= 1) {
      const order = this.pick(...orders)
      const name = this.pick(...TRIED[order.status ?? ''])
      const replica = this.pick(...this.replicas)
      const atMs = this.chance(0.75)
        ? this.between(0, spreadMs)
        : this.between(40_000, 110_000)

      const withinMs = CLAIMS_WITHIN_MS[name === 'row' ? 'row' : 'call']

      quietMs = Math.max(quietMs, atMs + withinMs)
      void this.time.wait(atMs).then(() => {
        if (!replica.isDead)
          this.calls.push(this.call(name, order.orderId, replica))
      })
    }

    return quietMs
  }

  private call(
    name: OperationName,
    orderId: string,
    replica: Replica
  ): CallMade {
    this.made += 1

    const by = `call-${this.made}`
    const made: CallMade = {
      by,
      name,
      orderId,
      replica,
      startedMs: this.time.nowMs,
      endedMs: null,
      told: [],
      error: null,
    }

    void OPERATIONS[name](this.shop.ports(replica, by), orderId).then(
      (told) => Object.assign(made, { told, endedMs: this.time.nowMs }),
      (error) => Object.assign(made, { error })
    )

    return made
  }

  private scheduleDeaths() {
    for (const replica of this.replicas) {
      if (this.chance(this.conditions.deaths)) {
        const atMs = this.pick(this.between(0, 600), this.between(0, 20_000))

        void this.time.wait(atMs).then(() => {
          replica.isDead = true
        })
      }
    }
  }

  private scheduleDenials() {
    for (const order of this.shop.orders.values()) {
      if (this.chance(this.conditions.denials)) {
        void this.time
          .wait(this.between(1_000, this.conditions.denialsWithinMs))
          .then(() => this.shop.denyByOthers(order.orderId))
      }
    }
  }

  /** Cancels each order when nothing is under way any more, on a platform that has no faults any more. */
  private async cancelAtTheEnd(quietMs: number): Promise<CallMade[]> {
    await this.time.wait(quietMs)

    const freeMs = this.shop.lastClaimMs + FREE_AFTER_MS - this.time.nowMs

    await this.time.wait(Math.max(0, freeMs))
    Object.assign(this.conditions, CALM)

    return [...this.shop.orders.keys()].map((orderId) =>
      this.call('cancel', orderId, {
        isDead: false,
        skewMs: this.pick(-5_000, 0, 5_000),
      })
    )
  }
}
