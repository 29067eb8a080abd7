import Ajv from 'ajv'

import { readSchema } from '../../scripts/lib/schema'
import { parseSettings } from '../../node/clients/settingsParser'
import { DEFAULT_SETTINGS } from '../../node/domain/settings'
import { readJson, readText } from '../support/repository'

const manifest = readJson('manifest.json')

interface Policy {
  name: string
  attrs?: { host: string; path: string }
}

describe('manifest.json', () => {
  it("is valid by VTEX's schema", () => {
    const validate = new Ajv({ strict: false }).compile(
      readJson('node/node_modules/@vtex/api/gen/manifest.schema')
    )

    validate(manifest)

    expect(validate.errors).toBeNull()
  })

  it('has a name, a vendor and a version as the toolbelt wants them', () => {
    expect(manifest.name).toMatch(/^[\w-]+$/)
    expect(manifest.vendor).toMatch(/^[\w-]+$/)
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(manifest.$schema).toBe(
      'https://raw.githubusercontent.com/vtex/node-vtex-api/master/gen/manifest.schema'
    )
  })

  it('is built by the builders that VTEX supports today', () => {
    expect(manifest.builders).toEqual({
      node: '7.x',
      graphql: '2.x',
      admin: '0.x',
      react: '3.x',
      messages: '1.x',
      docs: '0.x',
    })
  })

  it('has no billing options, with which the app could be no dependency of another one', () => {
    expect(manifest).not.toHaveProperty('billingOptions')
  })

  it('shows a form of every setting that the app reads, with its default, and demands none', () => {
    const { properties, required, access } = manifest.settingsSchema

    expect(required).toBeUndefined()
    expect(access).toBeUndefined()
    expect(
      Object.fromEntries(
        Object.keys(properties).map((name) => [
          name,
          properties[name].default ?? null,
        ])
      )
    ).toEqual(DEFAULT_SETTINGS)
  })

  it.each(['maxRefusals', 'maxPerMinute', 'maxOrders', 'batchDays'])(
    'shows the range of the setting %s that the app takes',
    (name) => {
      const range = manifest.settingsSchema.properties[name]
      const [minimum, maximum] = [range.minimum, range.maximum].map(Number)
      const isTaken = (value: number) =>
        parseSettings({ [name]: value })?.invalid.length === 0

      expect([minimum - 1, minimum, maximum, maximum + 1].map(isTaken)).toEqual(
        [false, true, true, false]
      )
    }
  )

  it('lets the app out to these hosts and paths only', () => {
    const outbound = (manifest.policies as Policy[])
      .filter(({ name }) => name === 'outbound-access')
      .map(({ attrs }) => `${attrs?.host}${attrs?.path}`)

    expect(outbound).toEqual([
      'portal.vtexcommercestable.com.br/api/oms/pvt/orders',
      'portal.vtexcommercestable.com.br/api/oms/pvt/orders/*',
      'portal.vtexcommercestable.com.br/api/oms/pvt/orders/*/cancel',
      'portal.vtexcommercestable.com.br/api/oms/pvt/orders/*/invoice',
      'portal.vtexcommercestable.com.br/api/oms/pvt/orders/*/payment-transaction',
      'portal.vtexcommercestable.com.br/api/oms/pvt/orders/order-group/*',
      'portal.vtexcommercestable.com.br/api/orders/pvt/document/*/deny-cancellation-request',
      'vtexid.vtex.com.br/api/vtexid/pub/authenticated/user',
      '{{account}}.vtexcommercestable.com.br/api/license-manager/pvt/accounts/{{account}}/products/19/logins/*/resources/*/granted',
    ])
  })

  it('declares each resource that an operation needs, the two names of canceling, and what `@auth` asks License Manager for', () => {
    const policies = (manifest.policies as Policy[])
      .map(({ name }) => name)
      .filter((name) => name !== 'outbound-access')

    const needed = [...readSchema().matchAll(/resourceCode: "(\w+)"/g)].map(
      ([, resource]) => resource
    )

    expect(policies).toEqual([
      'CancelAction',
      'CancelaPedidos',
      'OMSViewer',
      'ListOrders',
      'RefundAction',
      'Get_Account_By_Identifier',
      'vbase-read-write',
      'colossus-fire-event',
    ])
    expect(policies).toEqual(expect.arrayContaining(needed))
  })
})

describe('the other files that VTEX reads', () => {
  it('policies.json lets other apps resolve the GraphQL of this very app', () => {
    const [policy, ...more] = readJson('policies.json')

    expect(more).toEqual([])
    expect(policy.name).toBe('resolve-graphql')
    expect(policy.statements).toEqual([
      {
        actions: ['post', 'get'],
        effect: 'allow',
        resources: [
          `vrn:${manifest.vendor}.${manifest.name}:{{region}}:{{account}}:{{workspace}}:/_v/graphql`,
        ],
      },
    ])
  })

  it('node/service.json stays within the limits of VTEX', () => {
    const service = readJson('node/service.json')

    expect(service.memory).toBeLessThanOrEqual(1024)
    // VTEX's limit: a lane that hands over less often loses less time.
    expect(service.timeout).toBe(60)
    expect(service.ttl).toBeGreaterThanOrEqual(10)
    expect(service.ttl).toBeLessThanOrEqual(60)
    expect(service.minReplicas).toBeGreaterThanOrEqual(2)
    expect(service.maxReplicas).toBeGreaterThanOrEqual(5)
    expect(service.workers).toBeLessThanOrEqual(4)
  })

  it('node/service.json hears the event that the app sends itself, and those of VTEX about canceling, under `topics`: `keys` is deprecated', () => {
    expect(readJson('node/service.json').events).toEqual({
      drainBatches: {
        sender: `${manifest.vendor}.${manifest.name}`,
        topics: ['drain-batches'],
      },
      orderChanged: {
        sender: 'vtex.orders-broadcast',
        topics: [
          'cancel',
          'canceled',
          'cancellation-requested',
          'request-cancel',
          'waiting-for-seller-decision',
        ],
      },
    })
  })

  it.each([['package.json'], ['node/package.json']])(
    '%s has the version of the manifest',
    (path) => {
      expect(readJson(path).version).toBe(manifest.version)
    }
  )

  it('CHANGELOG.md has the heading that `vtex release` fills in', () => {
    expect(readText('CHANGELOG.md')).toContain('\n## [Unreleased]\n')
  })
})

describe('what the app and its development are installed from', () => {
  const FOLDERS = ['', 'node/', 'simulator/graphiql/']

  /** The toolbelt rewrites a version of these types that is not this very text, and the lock pins what is installed. */
  const TYPES_OF_NODE = { '@types/node': '^20.0.0' }

  it.each(FOLDERS)('%spackage.json pins each version exactly', (folder) => {
    const { dependencies, devDependencies } = readJson(`${folder}package.json`)
    const versions = { ...dependencies, ...devDependencies }
    const ranges = Object.entries(versions).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version))
    )

    expect(Object.fromEntries(ranges)).toEqual(
      folder === 'node/' ? TYPES_OF_NODE : {}
    )
  })

  it('node/package.json has no `engines`: yarn 1, which VTEX runs there, stops where its Node does not fit', () => {
    expect(readJson('node/package.json')).not.toHaveProperty('engines')
  })

  it.each(FOLDERS)('%spackage-lock.json holds no address', (folder) => {
    expect(readText(`${folder}package-lock.json`)).not.toContain('"resolved"')
  })

  it('the app asks for the very graphql and graphql-tools that the runtime brings, and its clients for its runtime, so that there is one of each', () => {
    const packages = Object.keys(readJson('node/package-lock.json').packages)

    expect(
      packages.filter((path) =>
        /node_modules\/(graphql|graphql-tools|@vtex\/api)$/.test(path)
      )
    ).toEqual([
      'node_modules/@vtex/api',
      'node_modules/graphql',
      'node_modules/graphql-tools',
    ])
  })
})
