import { runSeeds } from './campaign'

// Decision 15 says what the campaign shows, and what it cannot.
test('400 histories of invoices, changes, returns and requests, with other clients and faults between any two calls: no money is paid back twice, nothing is given up that is out, and no answer is untrue', async () => {
  const { seeds, violations, races } = await runSeeds({ from: 1, to: 400 })

  expect(violations).toEqual([])
  expect(seeds).toBe(400)
  // Another client acts between a read and a send: the campaign meets that, and counts it apart.
  expect(races.length).toBeGreaterThan(0)
})
