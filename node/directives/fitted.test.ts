import { readdirSync, readFileSync } from 'fs'
import { join } from 'path'

import * as fc from 'fast-check'
import {
  buildSchema,
  execute,
  GraphQLObjectType,
  GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql'
import type { GraphQLOutputType } from 'graphql'

import { fitted } from './fitted'

const GRAPHQL = join(__dirname, '../../graphql')
const read = (...path: string[]) => readFileSync(join(GRAPHQL, ...path), 'utf8')

const schema = buildSchema(
  [
    'enum IOAuthScope { PUBLIC PRIVATE }',
    'directive @auth(scope: IOAuthScope, productCode: String, resourceCode: String) on FIELD_DEFINITION',
    read('directives.graphql'),
    read('schema.graphql'),
    ...readdirSync(join(GRAPHQL, 'types')).map((file) => read('types', file)),
  ].join('\n')
)

const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType

/** What a calculation or a stored file may bring, in the field of any number. */
const ANY_NUMBER = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(
    ...[Infinity, -Infinity, NaN, 2 ** 31, -(2 ** 31) - 1, 1e300, 0.5, -0]
  )
)

/** Makes values of a type, whose numbers may be any. */
function anyOf(type: GraphQLOutputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return anyOf(type.ofType as GraphQLOutputType)

  if (isListType(type)) {
    return fc.array(anyOf(type.ofType as GraphQLOutputType), { maxLength: 2 })
  }

  if (isObjectType(type)) {
    return fc.record(
      Object.fromEntries(
        Object.entries(type.getFields()).map(([name, field]) => [
          name,
          anyOf(field.type),
        ])
      )
    )
  }

  if (isEnumType(type)) {
    return fc.constantFrom(
      ...type.getValues().map(({ value }) => value as string)
    )
  }

  if (type.toString() === 'Boolean') return fc.boolean()

  return ['Int', 'Float'].includes(type.toString()) ? ANY_NUMBER : fc.string()
}

/** Selects all fields of a type. */
function allFields(type: GraphQLOutputType): string {
  if (isNonNullType(type) || isListType(type)) {
    return allFields(type.ofType as GraphQLOutputType)
  }

  if (!isObjectType(type)) return ''

  const fields = Object.values(type.getFields()).map(
    (field) => `${field.name} ${allFields(field.type)}`
  )

  return `{ ${fields.join(' ')} }`
}

/** Lets the executor answer with a value. */
async function answer(value: unknown, type: GraphQLObjectType) {
  return execute({
    schema: new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Root',
        fields: { value: { type } },
      }),
    }),
    document: parse(`{ value ${allFields(type)} }`),
    rootValue: { value },
  })
}

describe('a fitted answer', () => {
  it.each([
    'CancellationBatchPayload',
    'CancellationBatchPage',
    'BatchOrderPage',
    'OrderCancellation',
    'OrderReturn',
  ])(
    'of type %s never makes the executor fail, whatever its numbers are',
    async (name) => {
      const type = typeOf(name)

      await fc.assert(
        fc.asyncProperty(anyOf(type), async (value) => {
          const { errors } = await answer(
            // The rows of a batch have a resolver of their own, which fits them itself.
            fitted(fittedWithRows(value), type),
            type
          )

          expect(errors).toBeUndefined()
        }),
        { numRuns: 100, seed: 1 }
      )
    }
  )

  it('has null for a number that its type cannot hold, and the nearest where there must be one', () => {
    const batch = {
      id: 'x',
      estimatedSecondsLeft: Infinity,
      pacePerMinute: NaN,
      counts: { total: 2 ** 31, pending: -Infinity, skipped: NaN, stuck: 1.5 },
      manifest: { createdAtMs: 1e300 },
    }

    expect(fitted(batch, typeOf('CancellationBatch'))).toEqual({
      id: 'x',
      estimatedSecondsLeft: null,
      pacePerMinute: null,
      counts: {
        total: 2_147_483_647,
        pending: -2_147_483_647,
        skipped: 0,
        stuck: 1,
      },
      manifest: { createdAtMs: 1e300 },
    })
  })

  it('keeps every number that fits, and an amount of money above 2^31', () => {
    const shown = {
      invoiceValue: 3_000_000_000,
      receipt: 'r',
      cancellation: null,
    }

    expect(fitted(shown, typeOf('OrderReturn'))).toEqual(shown)
    expect(fitted({ attempts: 2_147_483_647 }, typeOf('BatchOrder'))).toEqual({
      attempts: 2_147_483_647,
    })
  })
})

/** Fits the rows of each batch in a value, as the field of the rows does. */
function fittedWithRows(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fittedWithRows)
  if (typeof value !== 'object' || value === null) return value

  return Object.fromEntries(
    Object.entries(value).map(([name, own]: [string, unknown]) => [
      name,
      name === 'orders'
        ? fitted(own, typeOf('BatchOrderPage'))
        : fittedWithRows(own),
    ])
  )
}
