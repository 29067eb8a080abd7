import { ask } from '../support/graphql'
import { useSimulator } from '../support/simulator'
import type { Simulator } from '../support/simulator'

const SAMPLE = '1380000000001-01'
const READ = `{ orderCancellation(orderId: "${SAMPLE}") { state } }`

/** Lists the replica that made each read of the order. */
const replicasAtOms = async (simulator: Simulator) =>
  (await simulator.ledger('oms'))
    .filter(({ path }) => path.endsWith(`/orders/${SAMPLE}`))
    .map(({ replica }) => replica)

const CANCEL = `mutation { cancelOrder(orderId: "${SAMPLE}") { state } }`

const statusOfSample = async (simulator: Simulator) =>
  (await simulator.orders()).find(({ orderId }) => orderId === SAMPLE)?.status

const read = (simulator: Simulator, replica?: number) =>
  ask(simulator, READ, { replica })

async function untilFirstCall(simulator: Simulator): Promise<void> {
  if ((await simulator.ledger()).length === 0) await untilFirstCall(simulator)
}

async function readTimes(simulator: Simulator, times: number) {
  for (let time = 0; time < times; time += 1) {
    // eslint-disable-next-line no-await-in-loop
    expect((await read(simulator)).status).toBe(200)
  }
}

describe('the files of VBase', () => {
  const simulator = useSimulator()

  it('can be written and read by a test, and are removed by a reset', async () => {
    const file = { bucket: 'jobs', path: 'a/1.json', body: { count: 1 } }
    const written = await simulator.putFile(file.bucket, file.path, file.body)

    expect(written).toMatchObject({ ...file, contentType: 'application/json' })
    expect(await simulator.files()).toEqual([written])

    await simulator.reset()
    expect(await simulator.files()).toEqual([])
  })

  it('follow the switches until a reset', async () => {
    const switches = async () =>
      (await fetch(`${simulator.url}/_simulator/switches`)).json()

    const initial = await switches()

    await simulator.choose({ ifMatch: 'ignored', latencyMs: 5 })
    expect(await switches()).toMatchObject({
      ifMatch: { value: 'ignored', initial: 'enforced' },
      staleStatus: { value: 412 },
      latencyMs: { value: 5 },
    })

    await simulator.reset()
    expect(await switches()).toEqual(initial)
  })

  it.each([
    ['/switches', '{"ifMatch":"maybe"}'],
    ['/files', '{"bucket":"jobs"}'],
    ['/files', '[broken'],
  ])('do not change by PUT %s with the invalid body %s', async (path, body) => {
    const url = `${simulator.url}/_simulator${path}`
    const { status } = await fetch(url, { method: 'PUT', body })

    expect(status).toBe(400)
  })
})

describe('the replicas', () => {
  const simulator = useSimulator(undefined, { replicas: 2 })

  // A replica that runs is left as it is.
  beforeEach(() =>
    Promise.all([simulator.startReplica(0), simulator.startReplica(1)])
  )

  it('answer in turn, unless a request selects one', async () => {
    await readTimes(simulator, 4)

    const [first, second, ...inTurn] = await replicasAtOms(simulator)

    expect(new Set([first, second])).toEqual(new Set([0, 1]))
    expect(inTurn).toEqual([first, second])

    await simulator.reset()

    for (const replica of [1, 1, 0]) {
      // eslint-disable-next-line no-await-in-loop
      await read(simulator, replica)
    }

    expect(await replicasAtOms(simulator)).toEqual([1, 1, 0])
  })

  it('are separate processes with separate logs', async () => {
    await readTimes(simulator, 2)

    const [first, second] = await simulator.replicas()
    const app = await simulator.app()

    expect(first).toMatchObject({ index: 0, running: true, pid: app.pid })
    expect(second).toMatchObject({ index: 1, running: true })
    expect(second.pid).not.toBe(first.pid)
    expect(first.logLines.length).toBeGreaterThan(0)
    expect(app.logLines).toEqual([...first.logLines, ...second.logLines])
  })

  it('get no requests after they are killed, until they are started again', async () => {
    const [, before] = await simulator.replicas()

    await simulator.killReplica(1)
    await readTimes(simulator, 3)

    expect(await replicasAtOms(simulator)).toEqual([0, 0, 0])
    expect((await read(simulator, 1)).status).toBe(502)
    expect((await simulator.replicas())[1].running).toBe(false)

    await simulator.startReplica(1)
    expect((await read(simulator, 1)).status).toBe(200)
    expect((await simulator.replicas())[1].pid).not.toBe(before.pid)
  })

  it('that are killed leave a waiting request with 502', async () => {
    await simulator.fault({ name: 'silent', method: 'GET', kind: 'hang' })

    const answer = read(simulator, 0)

    // From the first call on, the app waits for an answer that never comes.
    await untilFirstCall(simulator)

    await simulator.killReplica(0)
    expect((await answer).status).toBe(502)
  })

  it('answer no request when all of them are killed', async () => {
    await simulator.killReplica(0)
    await simulator.killReplica(1)

    expect((await read(simulator)).status).toBe(502)
  })

  it('cannot be selected, killed or started by a number that none of them has', async () => {
    expect((await read(simulator, 2)).status).toBe(400)
    await expect(simulator.killReplica(2)).rejects.toThrow('400')
    await expect(simulator.startReplica(-1)).rejects.toThrow('400')
  })

  describe('a fault of kind kill', () => {
    it.each([
      ['before', false, 'payment-approved'],
      ['after', true, 'canceled'],
    ] as const)(
      'ends the replica that sends a cancel %s OMS has processed it',
      async (processing, processed, status) => {
        await simulator.fault({
          name: 'crash',
          method: 'POST',
          path: '/cancel',
          kind: 'kill',
          processing,
        })

        const answer = await ask(simulator, CANCEL, { replica: 1 })
        const calls = await simulator.ledger('oms')

        expect(answer.status).toBe(502)
        expect(calls[calls.length - 1]).toMatchObject({
          method: 'POST',
          replica: 1,
          fault: 'crash',
          status: null,
          processed,
        })
        expect(
          (await simulator.replicas()).map(({ running }) => running)
        ).toEqual([true, false])

        await simulator.advance(60)
        expect(await statusOfSample(simulator)).toBe(status)
      }
    )
  })
})
