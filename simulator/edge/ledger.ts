import type { SimulatedCall } from './exchange'

/** One call that reached the simulated platform, and its result. */
export interface LedgerEntry extends SimulatedCall {
  number: number
  service: string
  /** The replica that made the call; null if another client, such as another app, made it. */
  replica: number | null
  /** The status that was sent; null if the connection was cut or the call never answered. */
  status: number | null
  /** True if the simulated service processed the call. */
  processed: boolean
  /** The fault that was applied, if any. */
  fault: string | null
  /** The time at which the call arrived, in milliseconds of one clock for all entries. */
  startedMs: number
  /** The time at which the answer was sent, on the same clock; null if none was sent. */
  endedMs: number | null
}

/** Notes that a call is answered now. */
export function markAnswered(entry: LedgerEntry, status: number) {
  entry.status = status
  entry.endedMs = performance.now()
}

/** Every call that reached the platform, in order. The end-to-end tests check the app's claims against it. */
export class Ledger {
  private entries: LedgerEntry[] = []

  public open(
    call: SimulatedCall,
    { service, replica }: Pick<LedgerEntry, 'service' | 'replica'>
  ): LedgerEntry {
    const entry = {
      ...call,
      number: this.entries.length + 1,
      service,
      replica,
      status: null,
      processed: false,
      fault: null,
      startedMs: performance.now(),
      endedMs: null,
    }

    this.entries.push(entry)

    return entry
  }

  public list(service?: string): LedgerEntry[] {
    return service
      ? this.entries.filter((entry) => entry.service === service)
      : this.entries
  }

  public clear() {
    this.entries = []
  }
}
