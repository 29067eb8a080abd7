import type { IOContext } from '@vtex/api'

import { DEFAULT_SETTINGS, UNREAD_SETTINGS } from '../domain/settings'
import { SettingsClient } from './settings'

const START_MS = 1_700_000_000_000

let nowMs = START_MS
let accounts = 0

beforeEach(() => {
  // Each test has an account of its own, because a process keeps what it read.
  accounts += 1
  nowMs = START_MS
  jest.spyOn(Date, 'now').mockImplementation(() => nowMs)
})
afterEach(() => {
  jest.restoreAllMocks()
})

/** A client whose platform answers by a script; the last answer repeats, and an error is a failure. */
function aClient(...answers: unknown[]) {
  const context = {
    account: `account-${accounts}`,
    workspace: 'master',
    authToken: 'token',
    region: 'aws-us-east-1',
  } as IOContext

  const client = new SettingsClient(context)
  let asked = 0

  client.getAppSettings = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)]

    asked += 1
    if (answer instanceof Error) throw answer

    return answer
  }

  return { client, asked: () => asked }
}

const with60Days = { ...DEFAULT_SETTINGS, batchDays: 60 }

describe('a read of the settings', () => {
  it('counts for a minute, and no longer', async () => {
    const { client, asked } = aClient({ batchDays: 60 }, {})

    expect((await client.read()).settings).toEqual(with60Days)
    nowMs += 59_999
    expect((await client.read()).settings).toEqual(with60Days)
    expect(asked()).toBe(1)

    nowMs += 1
    expect((await client.read()).settings).toEqual(DEFAULT_SETTINGS)
    expect(asked()).toBe(2)
  })

  it('is one for all calls that come at once', async () => {
    const { client, asked } = aClient({})

    await Promise.all(Array.from({ length: 20 }, () => client.read()))

    expect(asked()).toBe(1)
  })

  it('that fails leaves what was read before in force, and is tried again after five seconds', async () => {
    const { client, asked } = aClient(
      { batchDays: 60 },
      new Error('outage'),
      {}
    )

    await client.read()
    nowMs += 60_000

    expect(await client.read()).toEqual({
      settings: with60Days,
      invalid: [],
      isRead: true,
    })
    nowMs += 4_999
    await client.read()
    expect(asked()).toBe(2)

    nowMs += 1
    expect((await client.read()).settings).toEqual(DEFAULT_SETTINGS)
    expect(asked()).toBe(3)
  })

  it.each([
    ['fails', new Error('outage')],
    ['is no object', '<html>'],
    ['is empty', null],
  ])('that %s when none was read before says so', async (_what, answer) => {
    const { client } = aClient(answer)

    expect(await client.read()).toEqual(UNREAD_SETTINGS)
  })
})
