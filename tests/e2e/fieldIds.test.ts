import { posts, previewOf, runOf } from '../support/fieldCases'
import { cancelOrder, orderCancellation } from '../support/graphql'
import { outcomesOf } from '../support/journal'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const MARKETPLACE = 'BWW-Loja Exemplo-2660650814-01'

const SHORTENED =
  'a spreadsheet has shortened it to a power of ten, and its last digits are lost. Format the column as text and export the ids again.'

const GENERAL =
  'an id has letters, digits, "-", "_" and ".", the first a letter or digit; single spaces only behind the three letters of an affiliate.'

const SEVERAL = 'it looks like more than one id. Give one at a time.'

const meant = (what: string) =>
  `it has ${what} in it. If ${ORDER} is meant, give that.`

/** What spreadsheets and copied texts make of an id, and what is said about it. */
const SPOILED: Array<[string, string, string]> = [
  [
    'an invisible character (U+200B)',
    '1390000000001\u200B-01',
    meant('an invisible character'),
  ],
  [
    'an invisible character (U+FEFF)',
    '1390000000001\uFEFF-01',
    meant('an invisible character'),
  ],
  [
    'a dash that is no hyphen (U+2011)',
    '1390000000001\u201101',
    meant('a dash that is no hyphen'),
  ],
  [
    'a dash that is no hyphen (U+2013)',
    '1390000000001\u201301',
    meant('a dash that is no hyphen'),
  ],
  ['two ids and a space', `${ORDER} 1390000000002-01`, SEVERAL],
  ['two ids and a comma', `${ORDER},1390000000002-01`, SEVERAL],
  ['two ids and a line break', `${ORDER}\n1390000000002-01`, SEVERAL],
  [
    "two marketplace's ids and a space",
    'BWW-2660650814-01 BWW-2660650815-01',
    SEVERAL,
  ],
  ['1.38E+12', '1.38E+12', SHORTENED],
  ['1,38E+12', '1,38E+12', SHORTENED],
  ['a space, and no affiliate', '1390000000001 01', GENERAL],
  [
    'two spaces behind an affiliate',
    'BWW-Loja  Exemplo-2660650814-01',
    GENERAL,
  ],
]

const refusalOf = (problem: string) => ({
  code: 'INVALID_ORDER_ID',
  message: `This is no order id: ${problem} An order id looks like 1380000000001-01.`,
  retryable: false,
})

describe('an order id as spreadsheets and people write it', () => {
  const simulator = useSimulator({ orderId: ORDER })

  it.each(SPOILED)(
    'with %s: the query and cancelOrder say what is wrong, and make no call to OMS',
    async (_what, given, problem) => {
      const refused = { state: 'UNKNOWN', refusal: refusalOf(problem) }

      expect(await orderCancellation(simulator, given)).toMatchObject(refused)
      expect(await cancelOrder(simulator, given)).toMatchObject(refused)
      expect(await simulator.ledger('oms')).toEqual([])
    }
  )

  it('in a batch is refused in the same words, row by row, and nothing is sent for it', async () => {
    const orders = SPOILED.map(([, given]) => given)
    const skipped = SPOILED.map(([, , problem]) => ({
      state: 'SKIPPED',
      cancellation: { refusal: refusalOf(problem) },
    }))

    expect(await previewOf(simulator, orders)).toMatchObject(skipped)
    expect(await runOf(simulator, [...orders, ` ${ORDER} `])).toMatchObject([
      ...skipped,
      { orderId: ORDER, state: 'ACCEPTED' },
    ])
    expect(await posts(simulator)).toEqual([`POST ${ORDER}/cancel`])
  })
})

describe("a marketplace's id with single spaces (SkyHub's documentation)", () => {
  const simulator = useSimulator({ orderId: MARKETPLACE })

  const CANCEL = `POST ${encodeURIComponent(MARKETPLACE)}/cancel`

  it('is canceled once, with a journal of its own, and found by later reads', async () => {
    const { receipt, ...canceled } = await cancelOrder(simulator, MARKETPLACE)

    expect(canceled).toMatchObject({
      orderId: MARKETPLACE,
      state: 'ACCEPTED',
      refusal: null,
    })
    expect(await cancelOrder(simulator, MARKETPLACE)).toMatchObject({
      state: 'ACCEPTED',
      receipt,
    })
    expect(await orderCancellation(simulator, MARKETPLACE)).toMatchObject({
      orderId: MARKETPLACE,
      receipt,
    })
    expect(await posts(simulator)).toEqual([CANCEL])
    expect(await outcomesOf(simulator, MARKETPLACE)).toEqual([
      'cancel received',
    ])
  })

  it('names a purchase with spaces, too, which is read like any other', async () => {
    expect((await orderCancellation(simulator, MARKETPLACE)).warnings).toEqual(
      []
    )
    expect(await simulator.allOmsCalls()).toContain(
      'GET order-group/vBWW-Loja%20Exemplo-2660650814'
    )
  })

  it('in a batch is previewed and canceled like any other', async () => {
    expect(await previewOf(simulator, [MARKETPLACE])).toMatchObject([
      { orderId: MARKETPLACE, state: 'PENDING' },
    ])
    expect(await posts(simulator)).toEqual([])
    expect(await runOf(simulator, [MARKETPLACE])).toMatchObject([
      { orderId: MARKETPLACE, state: 'ACCEPTED' },
    ])
    expect(await posts(simulator)).toEqual([CANCEL])
  })
})
