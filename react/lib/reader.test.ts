import { Reader } from './reader'
import type { Reading } from './reader'
import type { Answer } from './useAsk'

interface Asked {
  answer: (answer: Answer<string>) => void
}

const found = (data: string): Answer<string> => ({ kind: 'answered', data })

describe('a read that is repeated', () => {
  let asked: Asked[]
  let shown: Reading<string>
  let hidden: boolean

  const reader = (waitMs: number | null, hiddenWaitMs: number | null = null) =>
    new Reader<string>(
      {
        ask: () => new Promise((answer) => asked.push({ answer })),
        waitMs: () => waitMs,
        hiddenWaitMs: () => hiddenWaitMs,
      },
      (reading) => {
        shown = reading
      }
    )

  /** Answers a question, and lets what follows happen. */
  const answer = async (index: number, given: Answer<string>) => {
    asked[index].answer(given)
    await Promise.resolve()
    await Promise.resolve()
  }

  beforeEach(() => {
    jest.useFakeTimers()
    asked = []
    hidden = false
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
    jest.spyOn(Math, 'random').mockReturnValue(0.5)
  })
  afterEach(() => {
    jest.clearAllTimers()
    jest.restoreAllMocks()
  })

  it('asks again after its wait, and shows each answer', async () => {
    void reader(5_000).read()
    await answer(0, found('one'))
    expect(shown).toMatchObject({
      data: 'one',
      problem: null,
      isReading: false,
    })
    jest.advanceTimersByTime(4_999)
    expect(asked).toHaveLength(1)
    jest.advanceTimersByTime(1)
    await answer(1, found('two'))
    expect(shown.data).toBe('two')
  })

  it('asks no more where its wait says so', async () => {
    void reader(null).read()
    await answer(0, found('one'))
    jest.advanceTimersByTime(3_600_000)
    expect(asked).toHaveLength(1)
    expect(shown.nextAtMs).toBeNull()
  })

  it('drops an answer that a newer read has overtaken', async () => {
    const own = reader(null)

    void own.read()
    void own.read()
    await answer(1, found('new'))
    await answer(0, found('old'))
    expect(shown.data).toBe('new')
  })

  it('tries again after 5, 10, 20, 40, and then each 60 seconds, and keeps what it has', async () => {
    void reader(1_000).read()
    await answer(0, found('one'))
    jest.advanceTimersByTime(1_000)

    for (const [index, waitMs] of [5, 10, 20, 40, 60, 60].entries()) {
      // eslint-disable-next-line no-await-in-loop
      await answer(index + 1, { kind: 'problem', problem: 'unanswered' })
      expect(shown).toMatchObject({ data: 'one', problem: 'unanswered' })
      jest.advanceTimersByTime(waitMs * 1_000 - 1)
      expect(asked).toHaveLength(index + 2)
      jest.advanceTimersByTime(1)
      expect(asked).toHaveLength(index + 3)
    }
  })

  it.each(['logged-out', 'forbidden'] as const)(
    'stops after %s: asking does not mend it',
    async (problem) => {
      void reader(1_000).read()
      await answer(0, { kind: 'problem', problem })
      jest.advanceTimersByTime(3_600_000)
      expect(asked).toHaveLength(1)
      expect(shown.problem).toBe(problem)
    }
  )

  it('waits while the page is hidden, and asks when it is shown again and late', async () => {
    const own = reader(5_000)

    void own.read()
    hidden = true
    await answer(0, found('one'))
    jest.advanceTimersByTime(300_000)
    expect(asked).toHaveLength(1)
    hidden = false
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 300_000)
    own.wake()
    expect(asked).toHaveLength(2)
  })

  it('of a batch at work asks a hidden page once a minute', async () => {
    hidden = true
    void reader(5_000, 60_000).read()
    await answer(0, found('one'))
    jest.advanceTimersByTime(59_999)
    expect(asked).toHaveLength(1)
    jest.advanceTimersByTime(1)
    expect(asked).toHaveLength(2)
  })

  it('that was stopped changes nothing any more', async () => {
    const own = reader(1_000)

    void own.read()
    own.stop()

    const before = shown

    await answer(0, found('late'))
    jest.advanceTimersByTime(10_000)
    expect(shown).toBe(before)
    expect(asked).toHaveLength(1)
  })
})
