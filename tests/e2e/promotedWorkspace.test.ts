import { fieldOf, ask } from '../support/graphql'
import {
  controlBatch,
  createBatch,
  readBatch,
  untilBatch,
} from '../support/batches'
import { useSimulator } from '../support/simulator'

// Its own, because a process warns of each foreign file only once.
const simulator = useSimulator(undefined, { replicas: 1 })

const FOREIGN_ID = 'f'.repeat(32)

/** The files that the promoted workspace `test1` had, over those of this one. */
async function promoteTest1() {
  const header = { version: 2, workspace: 'test1' }

  await simulator.putFile('batches', 'index.json', {
    ...header,
    entries: [{ id: FOREIGN_ID, createdAtMs: 1, waitingSinceMs: 1 }],
  })
  await simulator.putFile('batches', 'lane.json', {
    ...header,
    epoch: 9,
    owner: 'a replica of test1',
    expiresAtMs: Date.now() + 3_600_000,
  })
  await simulator.putFile('batches', `${FOREIGN_ID}/manifest.json`, {
    ...header,
    id: FOREIGN_ID,
    inputHash: 'x',
    folder: `${FOREIGN_ID}/a`,
    total: 1,
    shardCount: 1,
    createdBy: 'tess@acme.example',
    createdAtMs: 1,
  })
}

const listed = async () =>
  fieldOf<{ items: Array<{ id: string }> }>(
    await ask(simulator, '{ cancellationBatches { items { id } } }'),
    'cancellationBatches'
  ).items.map(({ id }) => id)

test('the files of a promoted workspace are not taken for this one’s, and its batches go on', async () => {
  await simulator.seed({ orderId: 'paid-01' })

  const { batch } = await createBatch(simulator, {
    orders: ['paid-01'],
    checkFirst: false,
  })

  const id = batch?.id ?? ''

  // The worker, which had nothing to do, has left the lane.
  await promoteTest1()

  expect(await listed()).toEqual([])
  expect((await readBatch(simulator, FOREIGN_ID)).refusal?.code).toBe(
    'NOT_FOUND'
  )

  // A batch of this workspace is found by its id, and comes back into the list.
  await controlBatch(simulator, { id, action: 'START', expectedOrders: 1 })
  await untilBatch(simulator, id, ({ counts }) => counts.accepted === 1)

  expect(await listed()).toEqual([id])
  expect(
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
  ).toEqual(['POST paid-01/cancel'])
  expect((await simulator.app()).logLines.join('\n')).toContain(
    'file of another workspace, ignored'
  )
})
