import type { GraphQLResolveInfo } from 'graphql'

import { callerToken } from '../callerToken'
import type { Context } from '../globals'
import { measureOperation } from './operationSize'
import type { OperationSize } from './operationSize'
import { BoundaryError, unauthenticated } from './publicError'

const MAX_MUTATION_FIELDS = 1
const MAX_QUERY_FIELDS = 10

/** The most fields of an answer, nested ones included: no answer of this app needs half as many. */
const MAX_FIELDS = 500

/** The characters of VTEX ID's tokens. @auth puts the token into a URL unescaped, where `&` or `%` would make it another token. */
const TOKEN = /^[\w.~+/=-]*$/

type RequestContext = Pick<Context, 'method' | 'is' | 'cookies' | 'get'>

/**
 * Refuses requests that a browser can be tricked into sending, and requests
 * that multiply: the runtime itself runs a mutation that came by GET or as
 * text, and runs as many aliases of it as 3 MB hold.
 */
export function checkRequest(ctx: RequestContext, info: GraphQLResolveInfo) {
  const isMutation = info.operation.operation === 'mutation'
  const maxRootFields = isMutation ? MAX_MUTATION_FIELDS : MAX_QUERY_FIELDS

  if (isMutation && !(ctx.method === 'POST' && ctx.is('application/json'))) {
    throw badRequest(
      'Send a mutation by POST with content-type application/json.'
    )
  }

  const size = sizeOf(ctx, info)

  if (size.rootFields > maxRootFields) {
    throw badRequest(
      isMutation
        ? 'Send one mutation a request.'
        : `Ask for at most ${MAX_QUERY_FIELDS} fields of Query a request.`
    )
  }

  if (size.fields > MAX_FIELDS) {
    throw badRequest(`Ask for at most ${MAX_FIELDS} fields a request.`)
  }

  if (size.hasNullCondition) {
    throw badRequest('Give @skip and @include true or false, not null.')
  }

  if (!TOKEN.test(callerToken(ctx))) throw unauthenticated()
}

/** Measures a request once, although each of its root fields asks, and there may be thousands. */
const sizes = new WeakMap<object, OperationSize>()

function sizeOf(ctx: object, info: GraphQLResolveInfo): OperationSize {
  const size = sizes.get(ctx) ?? measure(info)

  sizes.set(ctx, size)

  return size
}

/** Measures an operation. Selections nested too deep for the stack count as too many. */
function measure(info: GraphQLResolveInfo): OperationSize {
  try {
    return measureOperation(info)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error

    return { rootFields: 1, fields: Infinity, hasNullCondition: false }
  }
}

function badRequest(message: string): BoundaryError {
  return new BoundaryError('BAD_REQUEST', message)
}
