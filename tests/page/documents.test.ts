import { buildSchema, parse, validate } from 'graphql'
import type { DirectiveNode } from 'graphql'

import {
  nativeDirectives,
  pageDirectives,
  readDocuments,
  readSchema,
} from '../../scripts/lib/schema'
import { readJson } from '../support/repository'
import { pageFiles } from './pageFiles'

const schema = buildSchema(
  [nativeDirectives, pageDirectives, readSchema()].join('\n')
)

const documents = readDocuments()
const fragments = documents.filter(
  ({ text }) =>
    text.trimStart().startsWith('fragment') ||
    /^#import[^]*\n\nfragment/.test(text)
)

const operations = documents.filter((one) => !fragments.includes(one))

describe('the documents of the page', () => {
  it('fit the schema, each with the fragments that it needs', () => {
    const all = parse(documents.map(({ text }) => text).join('\n'))

    expect(validate(schema, all).map(String)).toEqual([])
  })

  it.each(operations)(
    '$file asks this app, and says that the answer is private',
    ({ text }) => {
      const { vendor, name, version } = readJson('manifest.json')
      const [context] = parse(text).definitions.flatMap((definition) =>
        definition.kind === 'OperationDefinition'
          ? definition.directives ?? []
          : []
      ) as DirectiveNode[]

      const given = Object.fromEntries(
        (context.arguments ?? []).map((argument) => [
          argument.name.value,
          argument.value.kind === 'StringValue' ? argument.value.value : null,
        ])
      )

      expect(given).toEqual({
        provider: `${vendor}.${name}@${version.split('.')[0]}.x`,
        scope: 'private',
      })
    }
  )

  it.each(operations)(
    '$file has the name of its operation',
    ({ file, text }) => {
      const [operation] = parse(text).definitions.flatMap((definition) =>
        definition.kind === 'OperationDefinition'
          ? [definition.name?.value]
          : []
      )

      expect(file).toBe(`react/graphql/${operation}.graphql`)
    }
  )

  it('are never answered from the browser’s memory', () => {
    const askers = pageFiles('.ts', '.tsx').filter(({ text }) =>
      /client\.(query|mutate)|useQuery|useMutation|useLazyQuery/.test(text)
    )

    expect(askers.map(({ file }) => file)).toEqual(['react/lib/useAsk.ts'])
    expect(askers[0].text.match(/fetchPolicy: 'no-cache'/g)).toHaveLength(2)
  })
})

describe('the place of the page in the Admin', () => {
  it('is one, under Orders, and leads to the component of the route', () => {
    const [item, ...more] = readJson('admin/navigation.json')
    const routes = readJson('admin/routes.json')

    expect(more).toEqual([])
    expect(item).toMatchObject({
      section: 'orders',
      adminVersion: 4,
      titleId: 'admin/order-cancellation.title',
      path: '/admin/order-cancellation',
    })
    expect(routes).toEqual({
      'admin.app.order-cancellation': {
        component: 'OrderCancellation',
        path: '/admin/app/order-cancellation',
      },
    })
    expect(pageFiles('.tsx').map(({ file }) => file)).toContain(
      'react/OrderCancellation.tsx'
    )
  })
})

describe('the source of the page', () => {
  it('holds no text of its own: what it shows stands in messages/', () => {
    const texts = pageFiles('.tsx').flatMap(({ file, text }) =>
      [...text.matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}]*)</g)].map(
        ([, found]) => `${file}: ${found}`
      )
    )

    expect(texts).toEqual([])
  })

  it('writes nothing to a console, asks no other host, and keeps nothing beyond the tab', () => {
    const found = pageFiles('.ts', '.tsx').filter(({ text }) =>
      /console\.|https?:\/\/|localStorage|indexedDB|document\.cookie/.test(text)
    )

    expect(found.map(({ file }) => file)).toEqual([])
  })
})
