import { IOClients } from '@vtex/api'
import type { InstanceOptions, IOContext } from '@vtex/api'

import { batchStore } from './batchStore'
import { journalStore } from './journal'
import { LicenseManagerClient } from './licenseManager'
import { OmsClient } from './oms'
import { SettingsClient } from './settings'
import { VBaseFiles } from './vbaseFiles'
import { VtexIdClient } from './vtexId'
import { WakeClient } from './wake'

/** The files of other workspaces that this process has warned about: once each is enough, for as many as this. */
const told = new Set<string>()
const MAX_TOLD = 100

/** The services that this app calls. */
export class Clients extends IOClients {
  constructor(
    options: Record<string, InstanceOptions>,
    private readonly context: IOContext
  ) {
    super(options, context)
  }

  public get oms() {
    return this.getOrSet('oms', OmsClient)
  }

  /** The journals of orders, in VBase. */
  public get journals() {
    return journalStore(this.getOrSet('files', VBaseFiles))
  }

  /** The files of batches, in VBase. */
  public get batches() {
    const { workspace, logger } = this.context

    return batchStore(this.getOrSet('files', VBaseFiles), {
      name: workspace,
      onForeignFile: (path) => {
        if (told.has(path) || told.size >= MAX_TOLD) return
        told.add(path)
        logger.warn({ problem: 'file of another workspace, ignored', path })
      },
    })
  }

  public get wake() {
    return this.getOrSet('wake', WakeClient)
  }

  /** License Manager. The library's own `licenseManager` takes an outage for "no". */
  public get grants() {
    return this.getOrSet('grants', LicenseManagerClient)
  }

  /** The app's own settings. The library's own `settings` are those of apps that depend on others. */
  public get storeSettings() {
    return this.getOrSet('storeSettings', SettingsClient)
  }

  public get vtexId() {
    return this.getOrSet('vtexId', VtexIdClient)
  }
}
