import { believedValue } from '../../../domain/order/order'
import type { BatchGroup } from '../../../domain/batch/worth'
import type { BatchOutlook } from '../../../domain/vocabulary'
import { BATCH_OUTLOOKS } from '../../../domain/vocabulary'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { currencyOf, valueOf } from '../../../testing/batches/besideOrders'
import { CALM } from '../../../testing/batches/conditions'
import type { VirtualOrder } from '../../../testing/batches/virtualOms'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import type { BatchView } from './batchAnswer'
import { controlBatch } from './controlBatch'
import { createBatch } from './createBatch'
import { readBatch } from './readBatch'

/** Orders of every twelfth place are of another kind than `payment-approved`. */
const KINDS: Record<number, Pick<VirtualOrder, 'kind' | 'status'>> = {
  0: { kind: 'handled', status: 'handling' },
  1: { kind: 'invoiced', status: 'invoiced' },
  2: { kind: 'missing', status: '' },
  3: { kind: 'paid', status: 'canceled' },
  4: { kind: 'paid', status: 'cancellation-requested' },
  5: { kind: 'paid', status: 'start-handling' },
  6: { kind: 'paid', status: 'cancel' },
}

/** What each status of an order of the store itself promises, as VTEX documents it; a missing order has none. */
const PROMISES: Record<string, BatchOutlook> = {
  'payment-approved': 'WILL_CANCEL',
  handling: 'WILL_REQUEST',
  invoiced: 'INVOICED',
  '': 'NOT_FOUND',
  canceled: 'ALREADY_CANCELED',
  'cancellation-requested': 'OPEN_REQUEST',
  'start-handling': 'IN_TRANSITION',
  cancel: 'UNDER_WAY',
}

/** How many orders there are. `isCanceling`: some are on their way to canceled, and never come there. */
interface Mix {
  orders: number
  isCanceling?: boolean
}

/** A platform without faults, with many orders of many kinds. */
function platformOf({ orders, isCanceling }: Mix): VirtualPlatform {
  const platform = new VirtualPlatform(1, { ...CALM, orders, isMixed: false })

  for (const [index, order] of [...platform.oms.orders.values()].entries()) {
    const more = KINDS[index % 12]

    if (more && (isCanceling || more.status !== 'cancel'))
      Object.assign(order, more, { shown: more.status })
  }

  return platform
}

/** What OMS knows of the orders, grouped by hand; `statuses` are those of before the batch. */
function groupsOfOms(statuses: Map<string, string>): BatchGroup[] {
  return BATCH_OUTLOOKS.flatMap((outlook) => {
    const ids = [...statuses].flatMap(([id, status]) =>
      PROMISES[status] === outlook ? [id] : []
    )

    const valued = ids.filter(
      (id) => outlook !== 'NOT_FOUND' && believedValue(valueOf(id)) !== null
    )

    const sums = ['BRL', 'USD'].flatMap((currency) => {
      const own = valued.filter((id) => currencyOf(id) === currency)
      const sum = own.reduce((all, id) => all + BigInt(valueOf(id) ?? 0), 0n)

      return own.length === 0 ? [] : [{ currency, value: Number(sum) }]
    })

    return ids.length === 0
      ? []
      : [
          {
            outlook,
            count: ids.length,
            sums,
            unvalued: ids.length - valued.length,
          },
        ]
  })
}

/** Runs a test with a batch of many orders whose preview is complete. */
async function withPreview(
  { orders, isCanceling = true }: Mix,
  test: (
    platform: VirtualPlatform,
    given: {
      batch: BatchView
      statuses: Map<string, string>
      until: (state: string) => Promise<BatchView>
    }
  ) => Promise<void>
) {
  const platform = platformOf({ orders, isCanceling })
  const ports = platform.callerPorts()
  const statuses = new Map(
    [...platform.oms.orders].map(([id, { status }]) => [id, status])
  )

  const life = (async () => {
    const { batch } = await createBatch(
      ports,
      aBatchInput([...statuses.keys()])
    )

    if (!batch) throw new Error('No batch was created.')

    const until = async (state: string): Promise<BatchView> => {
      for (;;) {
        // eslint-disable-next-line no-await-in-loop
        const read = await readBatch(ports, batch.manifest.id)

        if (read.batch?.state === state) return read.batch

        // eslint-disable-next-line no-await-in-loop
        await platform.time.wait(5_000)
      }
    }

    await test(platform, { batch: await until('READY'), statuses, until })
  })()

  let isOver = false

  life
    .catch(() => undefined)
    .finally(() => {
      isOver = true
    })
  await platform.time.run(() => isOver)
  await life
}

/** The bytes of the file beside the rows, as it is stored. */
const progressBytes = ({ files }: VirtualPlatform) =>
  [...files.stored]
    .filter(([path]) => path.endsWith('/progress.json'))
    .map(([, { body }]) => Buffer.byteLength(JSON.stringify(body)))

/** Counts the files that a look at a batch reads. */
async function readsOfLook(platform: VirtualPlatform, { manifest }: BatchView) {
  const { calls } = platform.files
  const before = calls.read

  await readBatch(platform.callerPorts(), manifest.id)

  return calls.read - before
}

describe('a batch of 10,000 orders', () => {
  it(
    'is grouped and summed up as OMS knows its orders, in a file of less than 64 kB, and a look at it reads four files',
    () =>
      withPreview({ orders: 10_000 }, async (platform, { batch, statuses }) => {
        expect(batch.groups).toEqual(groupsOfOms(statuses))
        expect(batch.groups).toHaveLength(8)
        expect(batch.preview).toEqual({
          checked: 10_000,
          checkedAtMs: expect.any(Number),
        })
        expect(progressBytes(platform)).toEqual([expect.any(Number)])
        expect(progressBytes(platform)[0]).toBeLessThan(64 * 1_024)
        expect(await readsOfLook(platform, batch)).toBe(4)
      }),
    120_000
  )
})

describe('a batch of 10 orders', () => {
  it('is looked at by as many reads', () =>
    withPreview({ orders: 10 }, async (platform, { batch }) => {
      expect(await readsOfLook(platform, batch)).toBe(4)
    }))
})

describe('a batch that works', () => {
  it('keeps the groups that it had before its start, while its counts tell what became of the rows', () =>
    withPreview(
      { orders: 240, isCanceling: false },
      async (platform, { batch, statuses, until }) => {
        const { groups, preview, counts, manifest } = batch

        expect(groups).toEqual(groupsOfOms(statuses))

        await controlBatch(platform.callerPorts(), {
          id: manifest.id,
          action: 'START',
          expectedOrders: counts.PENDING,
        })

        const done = await until('DONE')

        expect(done.counts).toMatchObject({
          CANCELED: 140,
          AWAITING_DECISION: 20,
          REFUSED: 80,
        })
        expect(done.groups).toEqual(groups)
        expect(done.preview).toEqual(preview)
        // Only those that VTEX is moving on may be canceled later.
        expect(done.retryable).toBe(20)
      }
    ))
})
