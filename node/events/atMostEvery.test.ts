import { atMostEvery } from './atMostEvery'

test('of 10,000 events in ten seconds, eleven at most are acted on', () => {
  let nowMs = 0
  const mayAct = atMostEvery(1_000, () => nowMs)
  let acted = 0

  for (; nowMs <= 10_000; nowMs += 1) acted += Number(mayAct())

  expect(acted).toBe(11)
})
