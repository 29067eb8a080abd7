import * as journal from '../../clients/journal'
import type { JournalStore } from '../../clients/journal'
import * as journalParser from '../../clients/journalParser'
import * as claims from '../../domain/journal/claims'
import * as entries from '../../domain/journal/journal'
import * as pendingSend from '../../domain/journal/pendingSend'
import { anEntry } from '../../testing/orders'
import { firstClaimViolations } from '../../testing/claims/claimSeeds'
import type { Oracle, Seeds } from '../../testing/claims/claimSeeds'
import { harms, meetings } from '../../testing/claims/oracleOfSends'
import type { ClaimsOptions } from '../../testing/claims/runClaims'
import * as examine from './examine'
import * as guard from './guard'
import * as lookAgain from './lookAgain'

/**
 * Each test removes one part of the claim and expects the seeds to find a violation. That
 * shows why the part is needed, and that the seeds can fail. One part of the model has no
 * counterpart: a claim that is written twice hides no end, since an end is a file of its own.
 */

/** The most seeds that a test tries; the first violation ends it. */
const SEEDS = { from: 1, to: 1_000 }

/** Finds the first sends that meet, or whatever else an oracle looks for. */
const found = (
  options: ClaimsOptions = {},
  { oracle = meetings, seeds = SEEDS }: { oracle?: Oracle; seeds?: Seeds } = {}
) => firstClaimViolations(seeds, options, oracle)

const MET =
  /was sent (while another send could still take effect|by a read older)/

/** Changes what calls do with the journals. */
function changeJournals(change: (real: JournalStore) => Partial<JournalStore>) {
  const open = journal.journalStore

  jest.spyOn(journal, 'journalStore').mockImplementation((files) => {
    const real = open(files)

    return { ...real, ...change(real) }
  })
}

function changeStanding(
  change: (
    real: typeof claims.standingOf,
    ...args: Parameters<typeof claims.standingOf>
  ) => claims.Standing
) {
  const real = claims.standingOf

  jest
    .spyOn(claims, 'standingOf')
    .mockImplementation((...args) => change(real, ...args))
}

/** Takes a list that lacks the call's own claim for one that tells of others. */
const takeOwnAsListed = () =>
  changeStanding((real, own, before, now) =>
    real(own, before, [...now, { seq: 0, id: own.id, outcome: null }])
  )

/** VBase takes every write, in time and once. */
const SOUND_WRITES = { latePuts: 0, doubledPuts: 0, faultyFiles: 0 }

/** Lists show a caller its own files at once and others' much later, and all orders are such that a second send would do harm. */
const OWN_FIRST: ClaimsOptions = {
  statuses: ['handling', 'cancellation-requested', 'invoiced'],
  conditions: {
    ...SOUND_WRITES,
    listsShowOwnFirst: true,
    listLagMs: 20_000,
    wrongMissing: 0,
  },
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe('the seeds find a violation', () => {
  it('when a call sends as soon as its claim is written', async () => {
    jest
      .spyOn(lookAgain, 'lookAgain')
      .mockImplementation(async (_ports, _attempt, { examined }) => ({
        kind: 'alone',
        order: examined.order,
      }))

    expect(await found()).toContainEqual(expect.stringMatching(MET))
  })

  it('when only rows send as soon as their claim is written', async () => {
    const real = lookAgain.lookAgain

    jest
      .spyOn(lookAgain, 'lookAgain')
      .mockImplementation((ports, attempt, claim) =>
        attempt.lane
          ? Promise.resolve({ kind: 'alone', order: claim.examined.order })
          : real(ports, attempt, claim)
      )

    expect(await found()).toContainEqual(expect.stringMatching(MET))
  })

  it('when a call lists while its claim is being written, not after', async () => {
    takeOwnAsListed()
    changeJournals((real) => ({
      claim: async (orderId, entry) => {
        void real.claim(orderId, entry)
      },
    }))

    expect(await found()).toContainEqual(expect.stringMatching(MET))
  })

  it('when a call takes a list that lacks its own claim', async () => {
    takeOwnAsListed()

    expect(await found()).toContainEqual(expect.stringMatching(MET))
  })

  it('when of two calls that see each other the first does not wait for the other to give way', async () => {
    changeStanding((real, ...args) => {
      const standing = real(...args)

      return standing === 'first' ? 'alone' : standing
    })

    expect(await found()).toContainEqual(expect.stringMatching(MET))
  })

  it('when entries are in the order of their times, and not of who saw whom', async () => {
    jest
      .spyOn(entries, 'inOrder')
      .mockImplementation((list) =>
        [...list].sort((one, other) => one.startedAtMs - other.startedAtMs)
      )

    // It takes a cancel and two accepts within seconds on clocks that differ most, and a lost reply: one seed in thousands.
    expect(
      await found(
        {
          statuses: ['handling'],
          conditions: {
            lostReplies: 0.6,
            limitedSends: 0,
            failedReads: 0,
            faultyFiles: 0,
            latePuts: 0,
            fileMs: 20,
            deaths: 0,
          },
        },
        { oracle: harms, seeds: { from: 10_300, to: 10_500 } }
      )
    ).toContainEqual(expect.stringMatching('was sent twice'))
  })

  it('when no call waits for what may still take effect', async () => {
    jest.replaceProperty(pendingSend as { SETTLE_MS: number }, 'SETTLE_MS', 0)

    expect(await found()).toContainEqual(expect.stringMatching(MET))
  })

  it('when no call waits for what OMS has confirmed and not shown yet', async () => {
    jest.replaceProperty(
      pendingSend as { VISIBLE_WITHIN_MS: number },
      'VISIBLE_WITHIN_MS',
      0
    )

    expect(await found({}, { oracle: harms })).toContainEqual(
      expect.stringMatching(
        /took effect twice|accepted a request|was sent twice/
      )
    )
  })

  it('when a call does not read the order again, whatever the journal lists', async () => {
    jest
      .spyOn(examine, 'examineAgain')
      .mockImplementation(async (_ports, _attempt, examined) => ({
        kind: 'sendable',
        examined,
      }))

    // A journal of several pages is read long after the order beside it.
    expect(
      await found({
        statuses: ['payment-approved'],
        conditions: {
          ...SOUND_WRITES,
          fileMs: 400,
          listPage: 3,
          sendMs: 10,
          limitedSends: 0.5,
          lostReplies: 0,
        },
      })
    ).toContainEqual(expect.stringMatching(/by a read older than the effect/))
  })

  it('when a listed file that answers 404 counts as none', async () => {
    const real = journalParser.parseEntry

    jest
      .spyOn(journalParser, 'parseEntry')
      .mockImplementation((file, orderId, listed) =>
        file.kind === 'missing'
          ? anEntry({
              ...listed,
              completion: {
                outcome: 'withdrawn',
                atMs: 0,
                sentAtMs: null,
                date: null,
                receipt: null,
              },
            })
          : real(file, orderId, listed)
      )

    expect(
      await found({ conditions: { checksMissing: false, wrongMissing: 0.3 } })
    ).toContainEqual(expect.stringMatching(MET))
  })

  it('when the end of a send says that nothing was sent', async () => {
    changeJournals((real) => ({
      end: (orderId, entry) =>
        real.end(orderId, {
          ...entry,
          completion: entry.completion && {
            ...entry.completion,
            outcome: 'withdrawn',
          },
        }),
    }))

    expect(await found({}, { oracle: harms })).toContainEqual(
      expect.stringMatching(/was sent after a return|took effect twice/)
    )
  })

  it('when a denial ends a cancel or an accept that OMS has not confirmed', async () => {
    const real = pendingSend.pendingSend

    jest
      .spyOn(pendingSend, 'pendingSend')
      .mockImplementation((sent, order, nowMs) => {
        const pending = real(sent, order, nowMs)

        return pending.kind === 'settling' &&
          entries.isDeniedSince(order, pending.entry.startedAtMs)
          ? { kind: 'none' }
          : pending
      })

    expect(
      await found(
        {
          statuses: ['cancellation-requested'],
          conditions: {
            ...SOUND_WRITES,
            lostReplies: 1,
            limitedSends: 0,
            shownAfterMs: 0,
            deaths: 0,
            denials: 1,
            denialsWithinMs: 20_000,
          },
        },
        { seeds: { from: 10_000, to: 10_500 } }
      )
    ).toContainEqual(expect.stringMatching(MET))
  })

  it('when clocks are 60 s apart', async () => {
    expect(await found({ conditions: { skewMs: 30_000 } })).toContainEqual(
      expect.stringMatching(MET)
    )
  })
})

describe('with lists that show a caller its own files first, the seeds find a violation', () => {
  it('when no turn stands behind the lists', async () => {
    jest.spyOn(claims, 'mustBeGuarded').mockReturnValue(false)

    expect(await found(OWN_FIRST)).toContainEqual(expect.stringMatching(MET))
  })

  it('when a call does not read its turn back', async () => {
    changeJournals((real) => {
      const own: { turn: claims.Turn | null } = { turn: null }

      return {
        writeTurn: (orderId, turn) => {
          own.turn = turn

          return real.writeTurn(orderId, turn)
        },
        readTurn: async (orderId) => own.turn ?? real.readTurn(orderId),
      }
    })

    expect(await found(OWN_FIRST)).toContainEqual(expect.stringMatching(MET))
  })

  it('when a call does not look whose turn it is before it takes it', async () => {
    changeJournals((real) => {
      const own = { hasWritten: false }

      return {
        writeTurn: (orderId, turn) => {
          own.hasWritten = true

          return real.writeTurn(orderId, turn)
        },
        readTurn: async (orderId) =>
          own.hasWritten ? real.readTurn(orderId) : 'none',
      }
    })

    expect(await found(OWN_FIRST)).toContainEqual(expect.stringMatching(MET))
  })

  it('when a call does not wait before it reads its turn back', async () => {
    jest.replaceProperty(guard as { GUARD_MS: number }, 'GUARD_MS', 0)
    jest
      .spyOn(guard, 'takeTurn')
      .mockImplementation(async ({ journals }, orderId, { entry }) =>
        (await journals.writeTurn(orderId, entry)) ? 'taken' : 'late'
      )

    expect(await found(OWN_FIRST)).toContainEqual(expect.stringMatching(MET))
  })
})

test('with such lists and the whole guard, 500 seeds find no violation', async () => {
  expect(await firstClaimViolations({ from: 1, to: 500 }, OWN_FIRST)).toEqual(
    []
  )
})
