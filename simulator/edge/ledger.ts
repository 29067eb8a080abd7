import type { SimulatedCall } from './exchange'

/** One call that reached the simulated platform, and what became of it. */
export interface LedgerEntry extends SimulatedCall {
  number: number
  service: string
  /** The replica that made the call; null for anyone else, as another app. */
  replica: number | null
  /** The status that was sent; null when the connection was cut or never answered. */
  status: number | null
  /** Whether the simulated service carried the call out. */
  processed: boolean
  /** The fault that was applied, if any. */
  fault: string | null
}

/** Every call that reached the platform, in order: the oracle of the end-to-end tests. */
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
