import { existsSync } from 'fs'
import { constants } from 'os'

import { runChild, stopChildren } from '../../scripts/lib/children'

/** Where Linux tells how much time a session gets beside others; other systems do not share it by sessions. */
const SESSION = '/proc/self/autogroup'

/** Tells its own priority, and its session's. */
const PRIORITIES = `
  const { existsSync, readFileSync } = require('fs')
  const own = require('os').getPriority()
  const session = existsSync('${SESSION}')
    ? Number(/nice (-?\\d+)/.exec(readFileSync('${SESSION}', 'utf8'))[1])
    : null
`

describe('a command that npm test runs', () => {
  afterEach(() => stopChildren())

  it('yields to the others, also where Linux shares its time by sessions', async () => {
    const { PRIORITY_LOW } = constants.priority
    const untilItYields = `
      const look = () => {
        ${PRIORITIES}
        if (own !== ${PRIORITY_LOW} || (session ?? own) !== own) return
        clearInterval(looking)
        console.log('yields')
      }
      const looking = setInterval(look, 10)
    `

    expect(
      await runChild(process.execPath, ['-e', untilItYields], {
        isYielding: true,
      })
    ).toEqual({ code: 0, output: 'yields' })
  })

  it('shares the time evenly unless it is asked to yield', async () => {
    const { output } = await runChild(process.execPath, [
      '-e',
      `${PRIORITIES} console.log(session)`,
    ])

    expect(output).toBe(existsSync(SESSION) ? '0' : 'null')
  })
})
