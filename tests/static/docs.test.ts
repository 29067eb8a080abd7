import { buildSchema, isEnumType, parse, validate } from 'graphql'

import { nativeDirectives, readSchema } from '../../scripts/lib/schema'
import { readText } from '../support/repository'

const schema = buildSchema(`${nativeDirectives}\n${readSchema()}`)

/** Everything that stands in a text as inline code. */
const codeIn = (text: string) =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code)

/** The fenced examples of a page. */
const examplesIn = (path: string) =>
  [...readText(path).matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(
    ([, example]) => [path, example] as const
  )

const EXPLAINED = [
  'CancellationState',
  'RefusalCode',
  'NextStep',
  'StuckKind',
  'DecisionMaker',
]

describe('the pages for users', () => {
  it.each(EXPLAINED)('operators find every %s explained', (name) => {
    const type = schema.getType(name)
    const values = isEnumType(type)
      ? type.getValues().map((value) => value.name)
      : []

    expect(values.length).toBeGreaterThan(1)
    expect(codeIn(readText('docs/operators.md'))).toEqual(
      expect.arrayContaining(values)
    )
  })

  it('integrators find every operation, with an example', () => {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap(
      (type) => Object.keys(type?.getFields() ?? {})
    )

    const examples = examplesIn('docs/integrators.md').map(([, text]) => text)

    expect(
      fields.filter((name) => !examples.some((text) => text.includes(name)))
    ).toEqual([])
  })

  it.each([...examplesIn('docs/integrators.md'), ...examplesIn('README.md')])(
    '%s: an example that the schema takes: %s',
    (_path, example) => {
      expect(validate(schema, parse(example))).toEqual([])
    }
  )

  it.each(['README.md', 'docs/operators.md', 'docs/integrators.md'])(
    '%s links to files that are there',
    (path) => {
      const folder = path.includes('/') ? 'docs/' : ''
      const links = [...readText(path).matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
        .map(([, link]) => link)
        .filter((link) => !/^https?:/.test(link) && /\.\w+$/.test(link))

      expect(links.length).toBeGreaterThan(0)
      links.forEach((link) =>
        expect(() => readText(`${folder}${link}`)).not.toThrow()
      )
    }
  )
})
