import { problemOf } from './problem'

const withCode = (code: string) => ({
  graphQLErrors: [{ extensions: { code } }],
})

describe('why no answer came', () => {
  it.each([
    ['UNAUTHENTICATED', 'logged-out'],
    ['FORBIDDEN', 'forbidden'],
    ['AUTH_UNAVAILABLE', 'unavailable'],
    ['STORAGE_UNAVAILABLE', 'unavailable'],
    ['INTERNAL_SERVER_ERROR', 'unanswered'],
    ['SOMETHING_NEW', 'unanswered'],
  ])('%s of the app is %s', (code, problem) => {
    expect(problemOf(withCode(code), true)).toBe(problem)
    expect(
      problemOf(
        {
          networkError: {
            statusCode: 500,
            result: { errors: withCode(code).graphQLErrors },
          },
        },
        true
      )
    ).toBe(problem)
  })

  it('is the connection only where the browser has none', () => {
    expect(
      problemOf({ networkError: new Error('Failed to fetch') }, false)
    ).toBe('offline')
    expect(
      problemOf({ networkError: new Error('Failed to fetch') }, true)
    ).toBe('unanswered')
  })

  it('is never that nothing was done, where an answer came that cannot be read', () => {
    expect(problemOf({ networkError: { statusCode: 502 } }, true)).toBe(
      'unanswered'
    )
    expect(problemOf(new Error('Unexpected token <'), true)).toBe('unanswered')
    expect(problemOf(undefined, true)).toBe('unanswered')
  })
})
