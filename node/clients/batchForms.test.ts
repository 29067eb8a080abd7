import { createHash } from 'crypto'

import type {
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  Shard,
} from '../domain/batch/batch'
import { spelled } from '../domain/batch/batchInput'
import {
  FILE_NAMES,
  fixture,
  FORMS,
  holding,
  NEWEST,
  NEWEST_FILE_NAMES,
} from '../testing/batches/storedFiles'

const contentOf = async (form: string, name: string) => {
  const read = await holding(name, fixture(form, name)).file.read()

  return read.kind === 'found' ? read.content : read.kind
}

/** What forms 3 and later count: an earlier one leaves it open how many rows of a shard have warnings. */
const isCounted = (form: string) => !['form-1', 'form-2'].includes(form)
const UNCOUNTED = { withWarnings: null }

/** What form 6 and later keep: an earlier one leaves it open what an order promised, and what it is worth. */
const isWorthKnown = (form: string) => form === NEWEST
const UNVALUED = { worth: null }
const UNPROMISED = { prospect: null, checkedAtMs: null }

/** Takes out of a file of the newest form what another form does not keep. */
const withoutCounts = (content: unknown, form: string): unknown => {
  const { shards, rows } = content as Partial<BatchProgress & Shard>
  const unknown = {
    ...(!isCounted(form) && UNCOUNTED),
    ...(!isWorthKnown(form) && UNVALUED),
  }

  return {
    ...(content as object),
    ...(shards && { shards: shards.map((one) => ({ ...one, ...unknown })) }),
    ...(rows?.[0].state &&
      !isWorthKnown(form) && {
        rows: rows.map((one) => ({ ...one, ...UNPROMISED })),
      }),
  }
}

/** The words of a row's cancellation, which forms 1 to 5 kept as sentences and form 6 as codes. */
const WORDS = ['notices', 'warnings', 'message', 'detail', 'subject']

const withoutWords = (content: unknown): unknown =>
  JSON.parse(
    JSON.stringify(content, (name, value) =>
      WORDS.includes(name) ? undefined : value
    )
  )

const told = async (form: string, name: string) => {
  const { rows } = (await contentOf(form, name)) as Shard

  return rows.flatMap(({ cancellation }) =>
    cancellation
      ? [
          ...cancellation.notices.map((one) => `${one.code}: ${one.message}`),
          ...(cancellation.refusal
            ? [
                `${cancellation.refusal.detail}: ${cancellation.refusal.message}`,
              ]
            : []),
        ]
      : []
  )
}

const UNCONFIRMED =
  'OMS did not confirm what was sent, and the order does not show it yet. Read orderCancellation before you call again.'

const REPEATED = 'Row 1 of this batch is the same order'

describe('what a row was told', () => {
  it.each(FORMS.filter((form) => form !== NEWEST))(
    'is shown as %s has written it, without codes',
    async (form) => {
      expect(await told(form, 'out-0001.json')).toEqual([
        `EARLIER_WARNING: ${UNCONFIRMED}`,
        expect.stringMatching(
          /^null: OMS does not find order B12-01 .* not for this call/
        ),
        expect.stringMatching(
          /^null: OMS does not find order B13-01 .* not for this call/
        ),
        `EARLIER_WARNING: ${UNCONFIRMED}`,
        `null: ${REPEATED}, and cancels it. Nothing was sent to OMS.`,
      ])
    }
  )

  it('is made of codes and subjects by the version that reads the newest form', async () => {
    expect(await told(NEWEST, 'out-0001.json')).toEqual([
      `SEND_UNCONFIRMED: ${UNCONFIRMED}`,
      expect.stringMatching(
        /^ORDER_NOT_FOUND: OMS does not find order B12-01 .* hides it/
      ),
      expect.stringMatching(
        /^ORDER_NOT_FOUND: OMS does not find order B13-01 .* hides it/
      ),
      `SEND_UNCONFIRMED: ${UNCONFIRMED}`,
      `ROW_REPEATED: ${REPEATED}. Nothing was sent to OMS.`,
    ])
  })
})

describe.each(FORMS)('the files of %s', (form) => {
  it.each(FILE_NAMES)('%s reads as in every other form', async (name) => {
    const content = await contentOf(form, name)

    expect(content).toEqual(expect.any(Object))
    expect(withoutWords(content)).toEqual(
      withoutWords(withoutCounts(await contentOf(NEWEST, name), form))
    )
  })

  it('the progress tells how many rows of each shard have warnings, or that this was not counted', async () => {
    expect(await contentOf(form, 'progress.json')).toMatchObject({
      shards: isCounted(form)
        ? [{ withWarnings: 0 }, { withWarnings: 2 }]
        : [UNCOUNTED, UNCOUNTED],
    })
  })

  it('the progress tells what the rows of each shard are worth, or that this was not known', async () => {
    expect(await contentOf(form, 'progress.json')).toMatchObject({
      shards: isWorthKnown(form)
        ? [{ worth: { checked: 9 } }, { worth: { checked: 9 } }]
        : [UNVALUED, UNVALUED],
    })
  })

  it('a running batch says what it was asked, how far it is and who works on it', async () => {
    expect(await contentOf(form, 'manifest.json')).toEqual({
      id: '9efda49f32cc846bca83eb71c43be643',
      inputHash: expect.stringMatching(/^[0-9a-f]{32}$/),
      folder: '9efda49f32cc846bca83eb71c43be643/id-1',
      name: 'Recall',
      reason: 'Faulty goods',
      action: 'CANCEL',
      requestedByUser: false,
      checkFirst: true,
      acceptOwnRequests: false,
      maxRefusals: 50,
      maxPerMinute: 120,
      total: 20,
      shardCount: 2,
      createdBy: 'olga@acme.example',
      createdAtMs: 1_000_000_064,
    })
    expect(await contentOf(form, 'progress.json')).toMatchObject({
      shards: [
        { sendDueMs: null, confirmDueMs: 1_000_055_774 },
        { sendDueMs: 1_000_076_364, confirmDueMs: 1_000_057_778 },
      ],
    })
    expect(await contentOf(form, 'lane.json')).toMatchObject({
      epoch: 3,
      owner: 'id-21',
      successor: null,
      expiresAtMs: 1_000_116_258,
      pacers: { sends: { cycleCount: 6 }, reads: { ratePerSecond: 100 } },
    })
  })

  it('no row gets another state, and none that may have been sent is forgotten', async () => {
    const rows = (await contentOf(form, 'out-0001.json')) as {
      rows: Array<Record<string, unknown>>
    }

    expect(
      rows.rows.map(
        ({ state, attempts, failedTries, maybeSent }) =>
          `${state} ${attempts} ${failedTries} ${maybeSent}`
      )
    ).toEqual([
      'PENDING 1 1 true',
      'ACCEPTED 1 0 false',
      'AWAITING_DECISION 1 0 false',
      'REFUSED 0 0 false',
      'REFUSED 0 0 false',
      'AWAITING_DECISION 1 0 false',
      'ACCEPTED 1 0 false',
      'ACCEPTED 1 0 false',
      'PENDING 1 1 true',
      'SKIPPED 0 0 false',
    ])
  })
})

describe.each(FORMS)(
  'the batch of %s, created again by this version',
  (form) => {
    it('has the same hash of its input, so that its key still finds it', async () => {
      const manifest = (await contentOf(form, 'manifest.json')) as BatchManifest
      const shards = await Promise.all(
        ['in-0000.json', 'in-0001.json'].map((name) => contentOf(form, name))
      )

      const orders = (shards as Array<{ rows: BatchInputRow[] }>).flatMap(
        ({ rows }) => rows.map(({ orderId, reason }) => ({ orderId, reason }))
      )

      const input = { ...manifest, idempotencyKey: 'recall', orders }
      const hash = createHash('sha256').update(spelled(input)).digest('hex')

      expect(orders).toHaveLength(20)
      expect(hash.slice(0, 32)).toBe(manifest.inputHash)
    })
  }
)

describe('the newest form', () => {
  it.each(NEWEST_FILE_NAMES)(
    '%s is written as its fixture says',
    async (name) => {
      const body = fixture(NEWEST, name)
      const { file, written } = holding(name, body)
      const read = await file.read()

      if (read.kind !== 'found') throw new Error(read.kind)

      await file.write(read.content, null)

      expect(written).toEqual([body])
      expect(body).toMatchObject({ version: 6, workspace: 'master' })
    }
  )
})
