import type { UpstreamReply } from '../../node/clients/upstreamReply'
import type { MoneyWorld } from './world'

/** The app waits this long for the reply to a send, and to a read. */
const SEND_TIMEOUT_MS = 12_000
const READ_TIMEOUT_MS = 4_000

/** OMS carries out a send within this time of its leaving, or never. */
const LATEST_MS = 28_000

const LOST: UpstreamReply = { kind: 'lost' }

type Answer = UpstreamReply | Promise<UpstreamReply>

const failed = (
  status: number,
  headers: Record<string, unknown> = {},
  body: unknown = {}
): UpstreamReply => ({ kind: 'answered', status, headers, body })

/** Every way in which a read fails or is slow. */
const READ_FAULTS: Array<(world: MoneyWorld, reply: UpstreamReply) => Answer> =
  [
    () => failed(500),
    () => failed(503),
    () => failed(429),
    () => failed(429, { 'retry-after': '3' }),
    () => failed(200, { 'content-type': 'text/html' }, '<html></html>'),
    async ({ time }) => {
      await time.wait(READ_TIMEOUT_MS)

      return LOST
    },
    async ({ time, random }, reply) => {
      await time.wait(random() * 3_500)

      return reply
    },
  ]

/** Lets a share of the reads fail. */
export function readFault(world: MoneyWorld, reply: UpstreamReply): Answer {
  return world.random() < world.faults.reads
    ? world.pick(READ_FAULTS)(world, reply)
    : reply
}

type Process = () => UpstreamReply

/** Every way in which a send fails or is slow: OMS has processed it before, processes it later, or never does. */
const SEND_FAULTS: Array<(world: MoneyWorld, process: Process) => Answer> = [
  // Never processed.
  () => LOST,
  (world) => silence(world),
  () => failed(429),
  () => failed(429, { 'retry-after': '2' }),
  () => failed(502),
  () => failed(503),
  () => failed(200, {}, '<html></html>'),
  // Processed, without a readable reply.
  (_world, process) => after(process, LOST),
  (world, process) => after(process, silence(world)),
  (_world, process) => after(process, failed(500)),
  (_world, process) => after(process, failed(504)),
  (_world, process) => after(process, failed(200, {}, '<html></html>')),
  // Processed later than the caller waits.
  (world, process) => {
    void world.time.wait(world.random() * LATEST_MS).then(process)

    return silence(world)
  },
  (world, process) => {
    void world.time.wait(world.random() * LATEST_MS).then(process)

    return failed(504)
  },
  // Slow, and answered.
  async (world, process) => {
    await world.time.wait(world.random() * 8_000)

    const reply = process()

    await world.time.wait(world.random() * 3_000)

    return reply
  },
]

/** Lets OMS process a send, unless a fault comes between. */
export async function sendFault(
  world: MoneyWorld,
  process: Process
): Promise<UpstreamReply> {
  if (world.random() < world.faults.sends)
    return world.pick(SEND_FAULTS)(world, process)

  const reply = process()

  await world.time.wait(20 + world.random() * 200)

  return reply
}

function after(process: Process, reply: Answer): Answer {
  process()

  return reply
}

async function silence({ time }: MoneyWorld): Promise<UpstreamReply> {
  await time.wait(SEND_TIMEOUT_MS)

  return LOST
}
