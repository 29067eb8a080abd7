import { IOClients } from '@vtex/api'

import { journalStore } from './journal'
import { OmsClient } from './oms'
import { VBaseFiles } from './vbaseFiles'
import { VtexIdClient } from './vtexId'

/** The upstreams of this app. */
export class Clients extends IOClients {
  public get oms() {
    return this.getOrSet('oms', OmsClient)
  }

  /** The journals of orders, in VBase. */
  public get journals() {
    return journalStore(this.getOrSet('files', VBaseFiles))
  }

  public get vtexId() {
    return this.getOrSet('vtexId', VtexIdClient)
  }
}
