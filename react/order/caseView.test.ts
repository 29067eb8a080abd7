import { nextLookMs, stateView } from './caseView'
import type { Case } from './caseView'

const about = (cancellation: object) =>
  ({
    cancellation: {
      nextStep: 'NONE',
      refusal: null,
      notices: [],
      ...cancellation,
    },
  } as unknown as Case)

describe('the next look at an order', () => {
  it('comes 10 s after VTEX received its cancel, then each minute, ten times', () => {
    const accepted = about({ state: 'ACCEPTED' })

    expect([1, 2, 10, 11].map((looks) => nextLookMs(accepted, looks))).toEqual([
      10_000,
      60_000,
      60_000,
      null,
    ])
  })

  it.each([
    ['not known', { state: 'UNKNOWN' }],
    ['to be looked at', { state: 'STUCK', nextStep: 'CHECK_AGAIN' }],
  ])(
    'of one that is %s comes after 40 s, then each minute',
    (_what, cancellation) => {
      expect(
        [1, 2, 50].map((looks) => nextLookMs(about(cancellation), looks))
      ).toEqual([40_000, 60_000, 60_000])
    }
  )

  it('of one that was canceled a moment ago comes once, after 30 s', () => {
    expect(
      nextLookMs(
        about({ state: 'CANCELED', notices: [{ code: 'FRESHLY_CANCELED' }] }),
        1
      )
    ).toBe(30_000)
    expect(nextLookMs(about({ state: 'CANCELED' }), 2)).toBeNull()
  })

  it('comes when the app says that waiting helps', () => {
    expect(
      nextLookMs(
        about({ state: 'UNKNOWN', refusal: { retryAfterSeconds: 17 } }),
        1
      )
    ).toBe(17_000)
  })

  it('does not come by itself for an id under which there is no order', () => {
    const refusal = { retryAfterSeconds: null, retryable: false }

    expect(
      nextLookMs(about({ state: 'UNKNOWN', orderStatus: null, refusal }), 1)
    ).toBeNull()
    expect(
      nextLookMs(about({ state: 'UNKNOWN', orderStatus: 'handling' }), 1)
    ).toBe(40_000)
  })

  it.each(['NOT_REQUESTED', 'DENIED', 'AWAITING_DECISION'])(
    'does not come by itself where nothing is under way: %s',
    (state) => {
      expect(nextLookMs(about({ state }), 1)).toBeNull()
    }
  )
})

describe('how a state is shown', () => {
  it.each([
    ['ACCEPTED', null, { key: 'ACCEPTED', color: 'going' }],
    ['CANCELED', null, { key: 'CANCELED', color: 'canceled' }],
    [
      'AWAITING_DECISION',
      'SELF',
      { key: 'AWAITING_DECISION_SELF', color: 'waiting' },
    ],
    [
      'AWAITING_DECISION',
      'OTHER',
      { key: 'AWAITING_DECISION_OTHER', color: 'waiting' },
    ],
    ['UNKNOWN', null, { key: 'UNKNOWN', color: 'unknown' }],
    ['INVENTED_LATER', null, { key: 'UNKNOWN', color: 'unknown' }],
  ])('%s %s', (state, awaiting, view) => {
    expect(stateView({ state, awaiting })).toEqual(view)
  })

  it('is green for what is canceled, and for nothing else', () => {
    const green = [
      'NOT_REQUESTED',
      'ACCEPTED',
      'AWAITING_DECISION',
      'CANCELED',
      'DENIED',
      'STUCK',
      'UNKNOWN',
      'NEW',
    ].filter((state) => stateView({ state }).color === 'canceled')

    expect(green).toEqual(['CANCELED'])
  })
})
