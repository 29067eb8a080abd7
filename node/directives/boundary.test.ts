import type { GraphQLField } from 'graphql'

import type { Context } from '../globals'
import { BoundaryDirective } from './boundary'

const CANARY = 'canary-token'

/** A resolver with a bug: what was thrown names everything that must not get out. */
function withBug(): never {
  throw Object.assign(new RangeError(`Invalid time ${CANARY}`), {
    name: CANARY,
    config: { headers: { VtexIdclientAutCookie: CANARY } },
    response: { data: CANARY },
  })
}

/** Calls a root field behind the boundary; what the caller and the log get. */
async function call(resolve: GraphQLField<unknown, Context>['resolve']) {
  const logged: unknown[] = []
  const log = (entry: unknown) => logged.push(entry)
  const field = { resolve } as GraphQLField<unknown, Context>
  const ctx = {
    method: 'POST',
    is: () => true,
    get: () => CANARY,
    cookies: { get: () => undefined },
    vtex: { logger: { info: log, error: log } },
    graphql: { cacheControl: {} },
  } as unknown as Context

  BoundaryDirective.prototype.visitFieldDefinition(field)

  const info = {
    fieldName: 'cancelOrder',
    operation: {
      operation: 'mutation',
      selectionSet: { kind: 'SelectionSet', selections: [] },
    },
    schema: {},
    fragments: {},
    variableValues: {},
  }

  const thrown = await Promise.resolve(
    field.resolve?.({}, {}, ctx, info as never)
  ).catch((error: Error) => error)

  return { thrown: thrown as Error, logged }
}

describe('a bug below the boundary', () => {
  it('leaves its class and its place in the log, and tells the caller to read the order', async () => {
    const { thrown, logged } = await call(withBug)

    expect(thrown.message).toBe(
      'This app failed. Read the state of the order before you call again.'
    )
    expect(logged).toEqual([
      {
        operation: 'cancelOrder',
        problem: 'bug',
        bug: 'RangeError',
        at: expect.stringMatching(/^directives\/boundary\.test\.ts:\d+$/),
      },
    ])
  })

  it('lets no message, token or body out, neither to the caller nor to the log', async () => {
    const { thrown, logged } = await call(withBug)

    expect(
      JSON.stringify([thrown, thrown.message, thrown.stack, logged])
    ).not.toContain('canary')
  })

  it('is told apart from a caller without a grant, which leaves no trace', async () => {
    const { thrown, logged } = await call(() => {
      throw Object.assign(new Error(CANARY), {
        extensions: { code: 'FORBIDDEN' },
      })
    })

    expect(thrown).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
    expect(logged).toEqual([])
  })
})
