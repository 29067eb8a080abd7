import { ACCOUNT } from '../callers'
import type { Manifest } from '../edge/policies'
import type { ServedHost } from '../edge/proxy'
import type { World } from '../world'
import { licenseManager } from './licenseManager'
import { oms } from './oms/oms'
import { vbase } from './vbase'
import { vtexId } from './vtexId'

/** Where the app finds each service of the platform. */
export function servedHosts(world: World, manifest: Manifest): ServedHost[] {
  return [
    {
      host: 'portal.vtexcommercestable.com.br',
      name: 'oms',
      answer: oms(world),
    },
    { host: 'vtexid.vtex.com.br', name: 'vtexId', answer: vtexId },
    {
      host: `${ACCOUNT}.vtexcommercestable.com.br`,
      name: 'licenseManager',
      answer: licenseManager(world.grants),
    },
    {
      host: 'infra.io.vtex.com',
      under: '/vbase/',
      name: 'vbase',
      policy: 'vbase-read-write',
      answer: vbase({
        files: world.vbase.files,
        switches: world.vbase.switches.values,
        manifest,
      }),
    },
  ]
}
