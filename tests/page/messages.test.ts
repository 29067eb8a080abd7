import { createRequire } from 'module'
import { join } from 'path'

import { parse } from 'graphql'

import { readSchema } from '../../scripts/lib/schema'
import { BATCH_SENTENCES } from '../../node/domain/batch/batchRefusal'
import { readJson, ROOT } from '../support/repository'
import { pageFiles } from './pageFiles'

type Messages = Record<string, string>

const PREFIX = 'admin/order-cancellation.'
const LANGUAGES = ['en', 'es', 'pt'] as const

const messages = Object.fromEntries(
  LANGUAGES.map((language) => [language, readJson(`messages/${language}.json`)])
) as Record<(typeof LANGUAGES)[number], Messages>

const { en } = messages

/** In the order of their characters, not of a language. */
function sorted(texts: string[]): string[] {
  // eslint-disable-next-line @typescript-eslint/require-array-sort-compare -- that is its own order
  return [...texts].sort()
}

/** A part of a message, as the parser of the page's react-intl names it. */
interface Part {
  type: number
  value: string
  options?: Record<string, { value: Part[] }>
}

const TYPES = ['text', 'plain', 'number', 'date', 'time', 'select', 'plural']

const { parse: parsed } = createRequire(join(ROOT, 'react', 'package.json'))(
  'intl-messageformat-parser'
) as { parse: (text: string) => Part[] }

/** The arguments of a message, each with how it is shown. A message that is no message throws. */
function argumentsOf(text: string): string[] {
  const named = (parts: Part[]): string[] =>
    parts.flatMap(({ type, value, options = {} }) => [
      // A # is the number of the plural around it.
      ...(TYPES[type] === 'text' || value === undefined
        ? []
        : [`${value} ${TYPES[type]}`]),
      ...Object.values(options).flatMap((option) => named(option.value)),
    ])

  return sorted([...new Set(named(parsed(text)))])
}

/** The values of an enum of the API. */
function valuesOf(name: string): string[] {
  const definition = parse(readSchema()).definitions.find(
    (one) => one.kind === 'EnumTypeDefinition' && one.name.value === name
  )

  if (definition?.kind !== 'EnumTypeDefinition')
    throw new Error(`There is no enum ${name}.`)

  return (definition.values ?? []).map((value) => value.name.value)
}

describe('the messages of the page', () => {
  it.each([...LANGUAGES, 'context'])(
    '%s has the keys of English, in order',
    (name) => {
      const keys = Object.keys(readJson(`messages/${name}.json`))

      expect(keys).toEqual(Object.keys(en))
      expect(keys).toEqual(sorted(keys))
      expect(keys.filter((key) => !key.startsWith(PREFIX))).toEqual([])
    }
  )

  it.each(['es', 'pt'] as const)(
    '%s names in each message what English names',
    (language) => {
      expect(
        Object.keys(en).filter(
          (key) =>
            argumentsOf(en[key]).join() !==
            argumentsOf(messages[language][key]).join()
        )
      ).toEqual([])
    }
  )

  it.each(LANGUAGES)('%s has no empty message', (language) => {
    expect(
      Object.entries(messages[language]).filter(
        ([, text]) => text.trim() === ''
      )
    ).toEqual([])
  })

  it.each(['es', 'pt'] as const)(
    '%s is translated: few messages are the English ones',
    (language) => {
      const same = Object.keys(en).filter(
        (key) =>
          en[key] === messages[language][key] &&
          /[a-z]{4} [a-z]{3}/i.test(en[key])
      )

      expect(same.map((key) => key.replace(PREFIX, ''))).toEqual([
        'resource.CancelAction',
        'resource.ListOrders',
        'resource.OMSViewer',
        'resource.RefundAction',
      ])
    }
  )

  /** Each value has words under its own key, or under a variant of it. */
  it.each([
    ['NoticeCode', 'notice', []],
    ['RefusalCode', 'refusal', []],
    ['BatchNoticeCode', 'batchNotice', []],
    ['BatchRefusalCode', 'batchRefusal', []],
    ['BatchState', 'batchState', []],
    ['BatchState', 'batchSentence', []],
    ['BatchOrderState', 'row', []],
    ['BatchOutlook', 'outlook', []],
    ['PaymentState', 'payment', []],
    ['RequestMaker', 'requestedBy', []],
    ['CancellationEventOutcome', 'outcome', []],
    ['OrderAction', 'did', []],
    ['OrderAction', 'action', []],
    ['BatchAction', 'control', []],
    ['StuckKind', 'stuck', []],
    ['CancellationState', 'state', []],
    ['CancellationState', 'verdict', []],
    ['BatchRefusalDetail', 'batchDetail', []],
    ['NextStep', 'next', ['NONE']],
  ])(
    'have words for each value of %s under %s',
    (name, group, without: string[]) => {
      const lacking = valuesOf(name).filter(
        (value) =>
          !without.includes(value) && !(`${PREFIX}${group}.${value}` in en)
      )

      // The refusal of a conflict is said by whether waiting helps.
      expect(
        lacking.filter(
          (value) =>
            `${group}.${value}` !== 'refusal.CONFLICT' ||
            !(`${PREFIX}refusal.CONFLICT_WAIT` in en)
        )
      ).toEqual([])
    }
  )

  it('have words for each detail of a refusal, and each clause', () => {
    expect(
      valuesOf('RefusalDetail').filter(
        (detail) =>
          !(`${PREFIX}detail.${detail}` in en) &&
          !(`${PREFIX}clause.${detail}` in en)
      )
    ).toEqual([])
    expect(Object.keys(BATCH_SENTENCES).length).toBeGreaterThan(5)
  })

  it('are all used by the page', () => {
    const source = pageFiles('.ts', '.tsx')
      .map(({ text }) => text)
      .join('\n')

    const made = [
      ...source.matchAll(
        /[`'](?:\$\{(?:group|base)\}|([a-zA-Z][\w-]*(?:\.[\w-]+)*))\.\$\{/g
      ),
    ]
      .map(([, start]) => start)
      .filter(Boolean)

    const GROUPS = [
      'batchState',
      'batchSentence',
      'notice',
      'batchNotice',
      'batch.dialog',
      'dialog',
    ]

    const unused = Object.keys(en)
      .map((key) => key.replace(PREFIX, ''))
      .filter(
        (key) =>
          !source.includes(`'${key}'`) &&
          ![...made, ...GROUPS].some((start) => key.startsWith(`${start}.`))
      )

    expect(unused).toEqual([])
  })

  it('say of nothing that it was a success, flow 26: accepted is not canceled', () => {
    const all = LANGUAGES.flatMap((language) =>
      Object.values(messages[language])
    )

    expect(
      all.filter((text) => /success|éxito|exitos|sucesso/i.test(text))
    ).toEqual([])
  })

  it.each(LANGUAGES)(
    'call an accepted order canceled in no language: %s',
    (language) => {
      const said = ['state.ACCEPTED', 'row.ACCEPTED', 'verdict.ACCEPTED'].map(
        (key) => messages[language][`${PREFIX}${key}`]
      )

      expect(
        said.filter((text) =>
          /^(canceled|cancelado|order canceled)\b/i.test(text)
        )
      ).toEqual([])
      expect(messages[language][`${PREFIX}verdict.ACCEPTED`]).toMatch(
        /not canceled yet|no está cancelado|ainda não está cancelado|aún no/i
      )
    }
  )

  describe('keep to the glossary', () => {
    /** Words that an operator must not have to tell apart: *pedido* is an order, never a request. */
    const WRONG = {
      es: [
        /pedidos? de cancelaci[oó]n/i,
        /petici[oó]n/i,
        /requerimiento/i,
        /anula/i,
        /cancelamiento/i,
      ],
      pt: [
        /pedidos? de cancelamento/i,
        /requisi[cç][aã]o/i,
        /peti[cç][aã]o/i,
        /anula/i,
        /cancelaci[oó]n/i,
      ],
    }

    it.each(['es', 'pt'] as const)('%s', (language) => {
      const { [`${PREFIX}title`]: _title, ...rest } = messages[language]
      const wrong = Object.entries(rest).filter(([, text]) =>
        WRONG[language].some((word) => word.test(text))
      )

      expect(wrong).toEqual([])
    })

    it.each(LANGUAGES)(
      '%s: no button says only that it cancels',
      (language) => {
        expect(
          Object.entries(messages[language]).filter(([, text]) =>
            /^(cancel|cancelar)[.…?]?$/i.test(text)
          )
        ).toEqual([])
      }
    )
  })
})
