import { ACCOUNT } from '../callers'
import type { Manifest } from '../edge/policies'
import type { ServedHost } from '../edge/proxy'
import { randomFrom } from '../random'
import type { World } from '../world'
import { apps } from './apps'
import { events } from './events/events'
import { licenseManager } from './licenseManager'
import { limitedOms } from './oms/oms'
import { vbase } from './vbase/vbase'
import { vtexId } from './vtexId'

/** Lists the platform's services with their hosts and paths. */
export function servedHosts(world: World, manifest: Manifest): ServedHost[] {
  return [
    {
      host: 'portal.vtexcommercestable.com.br',
      name: 'oms',
      answer: limitedOms(world),
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
        random: randomFrom(1),
      }),
    },
    {
      host: 'infra.io.vtex.com',
      under: '/apps/',
      name: 'apps',
      // Inferred: VTEX's own apps read their own settings and declare no policy for that.
      policy: 'none',
      answer: apps(world.settings, manifest),
    },
    {
      host: 'infra.io.vtex.com',
      under: '/courier/',
      name: 'events',
      policy: 'colossus-fire-event',
      answer: events(world.courier),
    },
  ]
}
