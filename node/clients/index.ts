import { IOClients } from '@vtex/api'

import { OmsClient } from './oms'

/** The upstreams of this app. */
export class Clients extends IOClients {
  public get oms() {
    return this.getOrSet('oms', OmsClient)
  }
}
