import { CALLERS } from '../callers'
import { BadRequest } from '../edge/exchange'
import type { SimulatedReply } from '../edge/exchange'
import type { FaultRule } from '../edge/faults'
import type { Grant } from '../services/grants'
import { changeOrder } from '../services/oms/changing'
import type { Seed } from '../services/oms/seed'
import type { ManySeeds } from '../services/oms/store'
import { sellerActs } from '../services/oms/seller'
import { setSwitches } from '../switches'
import type { World } from '../world'
import type { ControlCall, ControlRoute } from './controlCall'
import { VBASE_ROUTES } from './vbaseControl'

/** The control API, by method and path below `/_simulator`. */
const ROUTES: Record<string, ControlRoute> = {
  'GET /callers': () => CALLERS,
  'GET /orders': ({ world }) => world.orders.list(),
  'POST /orders': ({ world, body }) => world.orders.add(body as Seed),
  'POST /orders/many': ({ world, body }) => ({
    orderIds: world.orders.addMany(body as ManySeeds),
  }),
  'POST /orders/seller': ({ world, body }) => sellerActs(world.orders, body),
  'POST /orders/change': ({ world, body }) => changeOrder(world.orders, body),
  'GET /orders/book': ({ world, query }) => bookOf(world, query.orderId),
  'GET /refunds': ({ world }) => world.orders.refunds,
  'GET /switches': ({ world }) => ({
    ...world.orders.switches.describe(),
    ...world.vbase.switches.describe(),
    ...world.eventSwitches.describe(),
  }),
  'PUT /switches': ({ world, body }) =>
    setSwitches(
      [world.orders.switches, world.vbase.switches, world.eventSwitches],
      body
    ),
  'GET /faults': ({ world }) => world.faults.list(),
  'POST /faults': ({ world, body }) => world.faults.add(body as FaultRule),
  'DELETE /faults': ({ world }) => world.faults.clear(),
  'GET /ledger': ({ world, query }) => world.ledger.list(query.service),
  'DELETE /ledger': ({ world }) => world.ledger.clear(),
  'GET /traffic': ({ world }) => world.orders.limiter.traffic(),
  'GET /events': ({ world }) => world.courier.list(),
  'POST /events': ({ world, body }) => fireEvent(world, body),
  'DELETE /events': ({ world }) => world.courier.clear(),
  'GET /violations': ({ world }) => world.violations,
  'GET /app': ({ world }) => world.replicas.summary(),
  'GET /replicas': ({ world }) => world.replicas.list(),
  'POST /replicas/kill': ({ world, body }) =>
    world.replicas.kill(indexIn(body)),
  'POST /replicas/start': ({ world, body }) =>
    world.replicas.start(indexIn(body)),
  'GET /clock': ({ world }) => ({ nowMs: world.clock.nowMs() }),
  'POST /clock': setClock,
  'PUT /settings': ({ world, body }) => world.settings.set(body),
  'PUT /grants': ({ world, body }) => world.grants.set(body as Grant),
  ...VBASE_ROUTES,
  'POST /reset': ({ world }) => world.reset(),
}

function bookOf({ orders }: World, orderId = '') {
  const book = orders.book(orderId)

  if (!book) throw new BadRequest('There is no order with that id.')

  return book
}

function indexIn(body: object): unknown {
  return (body as { index?: unknown }).index
}

/** Publishes an event as if the app had, for example once more or late, or as another app does. */
function fireEvent(world: World, body: object) {
  const {
    key,
    message = {},
    sender,
  } = body as { key?: unknown; message?: object; sender?: string }

  return { handlers: world.courier.publish(String(key), message, sender) }
}

function setClock({ world, body }: ControlCall) {
  const { advanceSeconds = 0, stop = false } = body as {
    advanceSeconds?: number
    stop?: boolean
  }

  if (stop) world.clock.stop()
  if (Number.isFinite(advanceSeconds)) world.clock.advance(advanceSeconds)
}

/** Answers one call to the control API; `route` is for example `GET /orders`. */
export async function control(
  route: string,
  call: ControlCall
): Promise<SimulatedReply> {
  const answer = ROUTES[route]

  if (!answer) {
    return {
      status: route === 'GET /' ? 200 : 404,
      body: { asked: route, routes: Object.keys(ROUTES) },
    }
  }

  return { status: 200, body: (await answer(call)) ?? { done: route } }
}
