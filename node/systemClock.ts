import { randomUUID } from 'crypto'

import type { BasePorts } from './services/ports'

/** The real time, chance, and ids that no other call has ever used. */
export const systemClock: Omit<BasePorts, 'logger'> = {
  now: () => performance.now(),
  epochMs: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newId: randomUUID,
  random: Math.random,
}
