import { join } from 'path'

import { bugTrace } from './bugTrace'
import { refusal } from './domain/refusal/refusal'

const CANARY = 'canary-token-1380000000001'

/** Causes a bug in a file of the app: asks a table for an entry that it does not have. */
function bugOf(code: string): unknown {
  try {
    return refusal(code as 'UNSEEN', { orderId: CANARY })
  } catch (error) {
    return error
  }
}

describe('the trace of a bug', () => {
  it('names the class of the error and the file and line in the app, and no word of the message', () => {
    const error = bugOf(CANARY) as Error

    error.message = `${CANARY} ${error.message}`

    expect(bugTrace(error)).toEqual({
      bug: 'Error',
      at: expect.stringMatching(/^domain\/refusal\/details\.ts:\d+$/),
    })
  })

  it.each<[string, unknown]>([
    ['a text', CANARY],
    ['nothing', undefined],
    ['an object', { message: CANARY, stack: [CANARY], name: CANARY }],
    ['an object without a class', Object.create(null, {})],
    ['a function', () => CANARY],
  ])('names no place when the app throws %s', (_what, thrown) => {
    const trace = bugTrace(thrown)

    expect(trace.at).toBeNull()
    expect(JSON.stringify(trace)).not.toContain('canary')
  })

  it.each([
    ['a file that is not there', join(__dirname, `${CANARY}.js`)],
    ['a file of a library', require.resolve('graphql')],
    ['a file outside of the app', join(__dirname, '..', `${CANARY}.js`)],
    ['an address', `http://example.com/${CANARY}.js`],
  ])('takes nothing from a message that looks like %s', (_what, file) => {
    const error = new Error(`x\n    at ${CANARY} (${file}:1:1)`)

    error.name = CANARY
    error.stack = `${error.name}: ${error.message}`

    expect(bugTrace(error)).toEqual({ bug: 'Error', at: null })
  })

  it('of something that throws when it is looked at is no bug of its own', () => {
    const hostile = new Proxy(new Error(CANARY), {
      getPrototypeOf: () => {
        throw new Error(CANARY)
      },
    })

    expect(bugTrace(hostile)).toEqual({ bug: 'unknown', at: null })
  })

  it('takes no number from a message that looks like a line of the app', () => {
    const error = new Error('x')

    error.stack = `Error: x\n    at f (${__filename}:4111111111111111:1)`

    expect(bugTrace(error)).toEqual({ bug: 'Error', at: null })
  })

  it('passes over a line that is longer than any frame', () => {
    const error = new Error('x')

    error.stack = `Error: ${'(:1'.repeat(20_000)}\n    at f (${__filename}:7:1)`

    expect(bugTrace(error)).toEqual({ bug: 'Error', at: 'bugTrace.test.ts:7' })
  })
})
