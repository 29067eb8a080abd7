import { readFileSync } from 'fs'
import { join } from 'path'

import {
  ORDER,
  posts,
  previewOf,
  runOf,
  sortedPosts,
} from '../support/fieldCases'
import {
  cancelOrder,
  decideRequest,
  orderCancellation,
  returnInvoicedOrder,
} from '../support/graphql'
import { ROOT } from '../support/repository'
import { useSimulator } from '../support/simulator'

const FIXTURES = join(ROOT, 'simulator', 'services', 'oms', 'fixtures')

/** Reads an order as it was published, reduced to the fields that decide. */
const published = (name: string): { orderId: string } =>
  JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8'))

const INCOMPLETE = {
  read: { state: 'NOT_REQUESTED', orderStatus: null, nextStep: 'NONE' },
  cancel: { state: 'ACCEPTED', refusal: null },
  accept: 'NO_OPEN_REQUEST',
  returned: 'ORDER_NOT_INVOICED',
  row: { state: 'ACCEPTED' },
  sends: ['cancel'],
}

const NOTHING_IS_SENT: string[] = []

/** Each document, and what each operation answers about it. */
const DOCUMENTS = [
  {
    name: 'canceled-without-data-2019',
    read: { state: 'CANCELED', reason: 'wrong size bought', refusal: null },
    cancel: { state: 'CANCELED', refusal: null },
    accept: null,
    returned: 'RETURN_NOT_TAKEN',
    row: { state: 'ACCEPTED' },
    sends: NOTHING_IS_SENT,
  },
  {
    name: 'external-seller-stopped-2025',
    read: {
      state: 'STUCK',
      nextStep: 'OPEN_TICKET',
      stuck: {
        kind: 'TRANSITION_STOPPED',
        since: '2025-03-21T14:47:43.817Z',
      },
    },
    cancel: { state: 'STUCK', refusal: { code: 'ORDER_STOPPED' } },
    accept: 'NO_OPEN_REQUEST',
    returned: 'ORDER_STOPPED',
    row: { state: 'REFUSED' },
    sends: NOTHING_IS_SENT,
  },
  { name: 'group-empty-status-1', ...INCOMPLETE },
  { name: 'group-empty-status-2', ...INCOMPLETE },
  {
    name: 'invoiced-without-itemindex-2013',
    read: { state: 'NOT_REQUESTED', nextStep: 'RETURN_INVOICE' },
    cancel: {
      state: 'NOT_REQUESTED',
      nextStep: 'RETURN_INVOICE',
      refusal: { code: 'ORDER_INVOICED' },
    },
    accept: 'NO_OPEN_REQUEST',
    returned: null,
    row: { state: 'REFUSED' },
    sends: NOTHING_IS_SENT,
  },
]

describe('an order document as it was published', () => {
  const simulator = useSimulator()

  const sends = async () =>
    (await posts(simulator)).map((call) => call.replace(/^.*\//, ''))

  it.each(DOCUMENTS)(
    '$name: the query and cancelOrder say what it is, and send $sends',
    async ({ name, read, cancel, ...expected }) => {
      const document = published(name)
      const { orderId } = document

      await simulator.seed({ document })
      expect(await orderCancellation(simulator, orderId)).toMatchObject(read)
      expect(await cancelOrder(simulator, orderId)).toMatchObject(cancel)
      expect(await sends()).toEqual(expected.sends)
    }
  )

  it.each(DOCUMENTS)(
    '$name: nothing is accepted or denied, because no request is open',
    async ({ name, accept }) => {
      const document = published(name)
      const { orderId } = document

      await simulator.seed({ document })
      expect(
        (await decideRequest(simulator, orderId, { accept: null })).refusal
          ?.code ?? null
      ).toBe(accept)
      expect(
        (await decideRequest(simulator, orderId, { deny: 'No' })).refusal?.code
      ).toBe('NO_OPEN_REQUEST')
      expect(await sends()).toEqual([])
    }
  )

  it.each(DOCUMENTS)(
    '$name: a return of it is refused with $returned (null: it is sent)',
    async ({ name, returned }) => {
      const document = published(name)
      const { orderId } = document

      await simulator.seed({ document })
      expect(
        (await returnInvoicedOrder(simulator, orderId)).refusal?.code ?? null
      ).toBe(returned)
      expect(await sends()).toEqual(
        returned === null ? ['invoice', 'cancel'] : []
      )
    }
  )

  it('the return of the one without itemIndex names both items and what was invoiced', async () => {
    await simulator.seed({
      document: published('invoiced-without-itemindex-2013'),
    })
    await returnInvoicedOrder(simulator, '384441896360-01', {
      invoiceNumber: 'R1',
    })

    const sent = (await simulator.ledger('oms')).find(({ path }) =>
      path.endsWith('/invoice')
    )

    expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({
      type: 'Input',
      invoiceValue: 4689,
      items: [
        { id: '2000013820', quantity: 1, price: 2390 },
        { id: '2000013808', quantity: 1, price: 799 },
      ],
    })
    expect((await simulator.book('384441896360-01')).paidBack).toBe(4689)
  })

  it('the two orders of the group: each tells of the other once it is canceled', async () => {
    const [one, other] = [1, 2].map((number) =>
      published(`group-empty-status-${number}`)
    )

    await simulator.seed({ document: { ...one, status: 'canceled' } })
    await simulator.seed({ document: other })

    expect((await orderCancellation(simulator, one.orderId)).warnings).toEqual([
      `Order ${other.orderId} of the same purchase is not canceled: cancel it too if the whole purchase is meant.`,
    ])
  })

  it('of more than 5 MB is refused for what it is, by the query and by cancelOrder, and not as a failure that passes', async () => {
    await simulator.seed({
      document: {
        ...published('group-empty-status-1'),
        orderId: ORDER,
        openTextField: { value: 'x'.repeat(6_000_000) },
      },
    })

    const refused = {
      state: 'UNKNOWN',
      nextStep: 'NONE',
      refusal: {
        code: 'ORDER_UNREADABLE',
        message: `OMS's document of order ${ORDER} is larger than 5 MB, which this app does not read. Settle this order in the Admin.`,
        retryable: false,
      },
    }

    expect(await orderCancellation(simulator, ORDER)).toMatchObject(refused)
    expect(await cancelOrder(simulator, ORDER)).toMatchObject(refused)
    expect(await sends()).toEqual([])
    expect(await previewOf(simulator, [ORDER])).toMatchObject([
      { state: 'REFUSED', cancellation: refused },
    ])
  })

  it('a batch of all five sends a cancel for the two that are incomplete alone', async () => {
    const documents = DOCUMENTS.map(({ name }) => published(name))
    const ids = documents.map(({ orderId }) => orderId)

    for (const document of documents) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.seed({ document })
    }

    expect((await previewOf(simulator, ids)).map(({ state }) => state)).toEqual(
      ['ACCEPTED', 'REFUSED', 'PENDING', 'PENDING', 'REFUSED']
    )
    expect(await sends()).toEqual([])
    expect((await runOf(simulator, ids)).map(({ state }) => state)).toEqual(
      DOCUMENTS.map(({ row: { state } }) => state)
    )
    expect(await sortedPosts(simulator)).toEqual([
      'POST v71425090str-01/cancel',
      'POST v71425090str-02/cancel',
    ])
  })
})
