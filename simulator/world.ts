import { Replicas } from './app/replicas'
import { Clock } from './clock'
import { Faults } from './edge/faults'
import { Ledger } from './edge/ledger'
import { EdgeCache } from './gateway/edgeCache'
import { Grants } from './services/grants'
import { OrderStore } from './services/oms/store'
import { VBaseStore } from './services/vbase/store'
import { Courier } from './services/events/courier'
import { EVENT_SWITCHES } from './services/events/switches'
import { VBASE_SWITCHES } from './services/vbase/switches'
import { Switches } from './switches'

/** Everything the simulated platform remembers. */
export class World {
  public readonly clock = new Clock()
  public readonly ledger = new Ledger()
  public readonly faults = new Faults()
  public readonly grants = new Grants()
  public readonly orders = new OrderStore(this.clock)
  public readonly vbase = {
    files: new VBaseStore(this.clock),
    switches: new Switches(VBASE_SWITCHES),
  }

  public readonly eventSwitches = new Switches(EVENT_SWITCHES)
  /** Delivers nothing until the platform has said where to. */
  public readonly courier = new Courier(this.eventSwitches.values, after)

  public readonly cache = new EdgeCache(this.clock)
  /** What the app did that a real platform would not have let it do. */
  public readonly violations: string[] = []
  /** The processes of the app: none until the platform has started them. */
  public readonly replicas = new Replicas()

  /** Back to the first minute. Violations stay, for nothing undoes them, and so do the replicas. */
  public reset() {
    this.clock.reset()
    this.ledger.clear()
    this.faults.clear()
    this.grants.reset()
    this.orders.reset()
    this.vbase.files.clear()
    this.vbase.switches.reset()
    this.courier.clear()
    this.eventSwitches.reset()
    this.cache.clear()
  }
}

/** Calls later, on the machine's time: the platform's may stand still. */
function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms).unref()

  return () => clearTimeout(timer)
}
