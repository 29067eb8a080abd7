import { randomFrom } from '../../random'
import type { EventSwitches } from './switches'

/** One event on its way to one handler. */
export interface Delivery {
  number: number
  key: string
  handler: string
  /** The app that sent it; missing for the app's own. */
  sender?: string
  message: object
  state: 'waiting' | 'under way' | 'delivered' | 'lost' | 'dead'
  attempts: number
  /** The replica that got each attempt; null if none was running. */
  replicas: Array<number | null>
  /** The status of each attempt; null for a timeout or a cut connection. */
  statuses: Array<number | null>
}

/** The replica that got an event, and its answer. */
export interface Post {
  replica: number | null
  /** The status of the answer; null if the connection was cut. */
  status: Promise<number | null>
}

export interface Recipients {
  /** The handlers of each event, by the event's key. */
  handlersOf: (key: string, sender?: string) => string[]
  /** Sends an event to a replica. */
  post: (delivery: Delivery) => Post
  /** The `timeout` of service.json. */
  timeoutSeconds: () => number
}

/** Calls a function after some milliseconds; returns a function that cancels the call. */
export type After = (ms: number, call: () => void) => () => void

const NO_RECIPIENTS: Recipients = {
  handlersOf: () => [],
  post: () => ({ replica: null, status: Promise.resolve(null) }),
  timeoutSeconds: () => 0,
}

/**
 * The events of VTEX IO: delivered at least once or never, and in no order. A handler that
 * exceeds its timeout keeps running, and the event is delivered again meanwhile.
 */
export class Courier {
  private deliveries: Delivery[] = []
  private waiting = new Set<() => void>()
  private random = randomFrom(1)
  private lastNumber = 0

  private recipients = NO_RECIPIENTS

  constructor(
    private readonly switches: EventSwitches,
    private readonly after: After
  ) {}

  /** Sets the recipients of all later events. */
  public connect(recipients: Recipients) {
    this.recipients = recipients
  }

  public list(): Delivery[] {
    return this.deliveries
  }

  /** Accepts an event; returns the number of handlers that it goes to. */
  public publish(key: string, message: object, sender?: string): number {
    const handlers = this.recipients.handlersOf(key, sender)

    handlers.forEach((handler) => this.send(key, { handler, sender }, message))

    return handlers.length
  }

  /** Drops all waiting deliveries and restarts the random sequence. */
  public clear() {
    this.waiting.forEach((takeBack) => takeBack())
    this.waiting.clear()
    this.deliveries = []
    this.random = randomFrom(1)
  }

  private send(
    key: string,
    { handler, sender }: { handler: string; sender?: string },
    message: object
  ) {
    const { switches } = this
    const isLost = this.random() * 100 < switches.eventLossPercent
    const isDouble = this.random() * 100 < switches.eventDuplicatePercent
    const copies = isDouble && !isLost ? 2 : 1

    for (let copy = 0; copy < copies; copy += 1) {
      this.lastNumber += 1

      const delivery: Delivery = {
        number: this.lastNumber,
        key,
        handler,
        sender,
        message,
        state: isLost ? 'lost' : 'waiting',
        attempts: 0,
        replicas: [],
        statuses: [],
      }

      this.deliveries.push(delivery)
      if (!isLost) this.later(this.random() * switches.eventDelayMs, delivery)
    }
  }

  private later(ms: number, delivery: Delivery) {
    this.alarm(ms, () => this.attempt(delivery))
  }

  private attempt(delivery: Delivery) {
    const { replica, status } = this.recipients.post(delivery)
    const attempt = delivery.attempts

    delivery.attempts += 1
    delivery.state = 'under way'
    delivery.replicas.push(replica)
    delivery.statuses.push(null)

    let isOpen = true
    let cancel = () => undefined as void

    const end = (answer: number | null) => {
      if (!isOpen) return
      isOpen = false
      cancel()
      delivery.statuses[attempt] = answer
      this.settle(delivery, answer)
    }

    cancel = this.alarm(this.timeoutMs(), () => end(null))

    status.then(end, () => end(null))
  }

  /** Calls a function later, unless an answer or `clear` cancels it before. */
  private alarm(ms: number, ring: () => void): () => void {
    const takeBack = this.after(ms, () => {
      this.waiting.delete(takeBack)
      ring()
    })

    this.waiting.add(takeBack)

    return () => {
      takeBack()
      this.waiting.delete(takeBack)
    }
  }

  private timeoutMs(): number {
    const seconds =
      this.switches.eventTimeoutSeconds > 0
        ? this.switches.eventTimeoutSeconds
        : this.recipients.timeoutSeconds()

    return seconds * 1_000
  }

  private settle(delivery: Delivery, status: number | null) {
    const { switches } = this
    // A delivery that was dropped is not repeated.
    const isKnown = this.deliveries.includes(delivery)

    if (status !== null && status >= 200 && status < 300) {
      delivery.state = 'delivered'
    } else if (!isKnown || delivery.attempts >= switches.eventAttempts) {
      delivery.state = 'dead'
    } else {
      delivery.state = 'waiting'
      this.later(switches.eventBackoffMs, delivery)
    }
  }
}
