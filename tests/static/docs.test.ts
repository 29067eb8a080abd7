import { existsSync } from 'fs'
import { dirname, join } from 'path'

import { buildSchema, isEnumType, isObjectType, parse, validate } from 'graphql'

import { nativeDirectives, readSchema } from '../../scripts/lib/schema'
import {
  adviceLines,
  batchLines,
  batchNoticeLines,
  groundLines,
  noticeLines,
  refusalLines,
} from '../../node/testing/sentences'
import { readJson, readText, ROOT } from '../support/repository'

const schema = buildSchema(`${nativeDirectives}\n${readSchema()}`)

const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap(
  (type) => Object.keys(type?.getFields() ?? {})
)

/** Returns the names of an enum's values. */
function valuesOf(name: string): string[] {
  const type = schema.getType(name)

  if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}.`)

  return type.getValues().map((value) => value.name)
}

/** Returns the names of an object type's fields. */
function fieldsOf(name: string): string[] {
  const type = schema.getType(name)

  if (!isObjectType(type)) throw new Error(`The schema has no type ${name}.`)

  return Object.keys(type.getFields())
}

/** Returns the fenced blocks of a page that are marked as GraphQL. */
function examplesOf(path: string): string[] {
  return [...readText(path).matchAll(/^```graphql\n(.*?)^```$/gms)].map(
    ([, example]) => example
  )
}

/** Lists the errors of an example; an example without errors can be sent unchanged. */
function problemsOf(example: string): string[] {
  try {
    return validate(schema, parse(example)).map(({ message }) => message)
  } catch (error) {
    return [String(error)]
  }
}

/** Returns the targets of a page's links within the repository. */
function linksOf(path: string): string[] {
  return [...readText(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link)
    .filter((link) => !/^https?:/.test(link))
}

function isTargetPresent(path: string, link: string): boolean {
  const [file, anchor] = link.split('#')
  const target = file === '' ? path : join(dirname(path), file)

  return (
    existsSync(join(ROOT, target)) &&
    (anchor === undefined || anchorsOf(target).includes(anchor))
  )
}

/** Returns the anchors that GitHub generates for the headings of a page. */
function anchorsOf(path: string): string[] {
  return [...readText(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-')
  )
}

describe('docs/operators.md', () => {
  const page = readText('docs/operators.md')

  it.each(
    [
      ...['CancellationState', 'RefusalCode', 'NextStep', 'StuckKind'],
      ...['BatchState', 'BatchOrderState', 'BatchAction', 'BatchRefusalCode'],
      ...['RequestMaker', 'OrderAction', 'PaymentState'],
      ...['CancellationEventOutcome', 'BatchOutlook'],
    ].flatMap((name) => valuesOf(name).map((value) => [name, value]))
  )('explains %s %s', (_name, value) => {
    expect(page).toContain(`\`${value}\``)
  })
})

describe('the settings of the store', () => {
  const names = Object.keys(readJson('manifest.json').settingsSchema.properties)

  it.each(names)(
    '%s is explained to operators, and shown to programs',
    (name) => {
      expect(readText('docs/operators.md')).toContain(`| \`${name}\` `)
      expect(readText('docs/integrators.md')).toContain(`\`${name}\``)
      expect(fieldsOf('CancellationAccess')).toContain(name)
    }
  )
})

describe('docs/integrators.md', () => {
  const page = readText('docs/integrators.md')

  it.each(
    [
      ...['CancellationCase', 'CancellationAccess', 'OrderPayment'],
      ...['SiblingOrder', 'CancellationEvent', 'CancellationRequest'],
      ...['CancellationRequestPage', 'CancellationBatch', 'BatchCounts'],
      ...['BatchGroup', 'MoneySum', 'BatchOrder', 'BatchControlEntry'],
    ].flatMap((type) => fieldsOf(type).map((field) => [type, field]))
  )('shows %s.%s in an example, or names it', (_type, field) => {
    const examples = examplesOf('docs/integrators.md').join('\n')

    expect(
      new RegExp(`^ *${field}\\b`, 'm').test(examples) ||
        page.includes(`\`${field}\``)
    ).toBe(true)
  })

  it.each(
    [
      'OrderAction',
      'PaymentState',
      'CancellationEventOutcome',
      'RequestMaker',
      'BatchOutlook',
    ].flatMap((name) => valuesOf(name).map((value) => [name, value]))
  )('names %s %s', (_name, value) => {
    expect(page).toContain(`\`${value}\``)
  })

  it.each(rootFields)('names %s and has an example of it', (field) => {
    expect(page).toContain(`\`${field}\``)
    expect(examplesOf('docs/integrators.md').join('\n')).toMatch(
      new RegExp(`\\b${field}(\\(| \\{)`)
    )
  })

  it.each([
    ['The sentences of notices', noticeLines()],
    ['The sentences of refusals', refusalLines()],
    ['The grounds of refusals', groundLines()],
    ['The sentences about batches', batchLines()],
    ['The notices about batches', batchNoticeLines()],
    ['What to do about what is stuck', adviceLines()],
  ])(
    'lists all of "%s" as the app says them, and no other',
    (heading, lines) => {
      const [, section] = page.split(`### ${heading}\n`)
      const [own] = section.split('\n#')

      expect(
        own
          .split('\n')
          .filter((line) => line.startsWith('- '))
          // Markdown needs the backslash, and shows none.
          .map((line) => line.replaceAll('\\_', '_'))
      ).toEqual(lines)
    }
  )
})

describe.each([
  ['README.md'],
  ['docs/README.md'],
  ['docs/operators.md'],
  ['docs/integrators.md'],
  ['docs/first-link.md'],
])('the links of %s', (path) => {
  it('lead to files and headings that exist', () => {
    const broken = linksOf(path).filter((link) => !isTargetPresent(path, link))

    expect(linksOf(path)).not.toEqual([])
    expect(broken).toEqual([])
  })
})

describe.each([['docs/integrators.md'], ['README.md']])(
  'the GraphQL examples of %s',
  (path) => {
    it('are valid against the schema', () => {
      const examples = examplesOf(path)

      expect(examples).not.toEqual([])
      // Every fence that begins an example was found, so none is left unchecked.
      expect(readText(path).split('```graphql')).toHaveLength(
        examples.length + 1
      )
      expect(examples.flatMap(problemsOf)).toEqual([])
    })
  }
)
