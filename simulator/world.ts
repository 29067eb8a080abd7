import { Replicas } from './app/replicas'
import { Clock } from './clock'
import { Faults } from './edge/faults'
import { Ledger } from './edge/ledger'
import { EdgeCache } from './gateway/edgeCache'
import { AppSettings } from './services/apps'
import { Grants } from './services/grants'
import { OrderStore } from './services/oms/store'
import { VBaseStore } from './services/vbase/store'
import { Courier } from './services/events/courier'
import { EVENT_SWITCHES } from './services/events/switches'
import { VBASE_SWITCHES } from './services/vbase/switches'
import { Switches } from './switches'

/** The state of the simulated platform. */
export class World {
  public readonly clock = new Clock()
  public readonly ledger = new Ledger()
  public readonly faults = new Faults()
  public readonly grants = new Grants()
  public readonly settings = new AppSettings()
  public readonly orders = new OrderStore(this.clock)
  public readonly vbase = {
    files: new VBaseStore(this.clock),
    switches: new Switches(VBASE_SWITCHES),
  }

  public readonly eventSwitches = new Switches(EVENT_SWITCHES)
  /** Delivers nothing until the platform has called `connect`. */
  public readonly courier = new Courier(this.eventSwitches.values, after)

  public readonly cache = new EdgeCache(this.clock)
  /** Calls of the app that a real platform would have refused. */
  public readonly violations: string[] = []
  /** The app's processes; empty until the platform has started them. */
  public readonly replicas = new Replicas()

  /** Restores the initial state. Violations stay, because a reset must not hide them; so do the replicas. */
  public reset() {
    this.clock.reset()
    this.ledger.clear()
    this.faults.reset()
    this.grants.reset()
    this.settings.set({})
    this.orders.reset()
    this.vbase.files.clear()
    this.vbase.switches.reset()
    this.courier.clear()
    this.eventSwitches.reset()
    this.cache.clear()
  }
}

/** Calls a function later. Uses the machine's time, because the platform's clock may be stopped. */
function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms).unref()

  return () => clearTimeout(timer)
}
