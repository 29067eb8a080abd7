import type { GraphQLResolveInfo } from 'graphql'

import { callerToken } from '../callerToken'
import type { Context } from '../globals'
import { problemOfAnswer } from './answerSize'
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

  const { size, problem } = measuredOf(ctx, info)

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

  if (problem !== null) throw badRequest(problem)

  if (!TOKEN.test(callerToken(ctx))) throw unauthenticated()
}

/** What a request comes to. */
interface Measured {
  size: OperationSize
  /** What is wrong with the size of its answer; null also where its text is too large to tell. */
  problem: string | null
}

/** Measures a request once, although each of its root fields asks, and there may be thousands. */
const requests = new WeakMap<object, Measured>()

function measuredOf(ctx: object, info: GraphQLResolveInfo): Measured {
  const measured = requests.get(ctx) ?? measureRequest(info)

  requests.set(ctx, measured)

  return measured
}

/** Measures a request. Selections nested too deep for the stack count as too many. */
function measureRequest(info: GraphQLResolveInfo): Measured {
  try {
    const size = measureOperation(info)
    const isCountable = size.fields <= MAX_FIELDS

    return { size, problem: isCountable ? problemOfAnswer(info) : null }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error

    return {
      size: { rootFields: 1, fields: Infinity, hasNullCondition: false },
      problem: null,
    }
  }
}

function badRequest(message: string): BoundaryError {
  return new BoundaryError('BAD_REQUEST', message)
}
