import * as fc from 'fast-check'

import { DEFAULT_SETTINGS } from '../domain/settings'
import { parseSettings } from './settingsParser'

const ALL = {
  reasons: ['Out of stock', 'Ordered twice'],
  maxRefusals: 50,
  maxPerMinute: 40,
  isReturnOffered: false,
  maxOrders: 2_000,
  batchDays: 60,
}

describe("the store's settings", () => {
  it('are taken as they are set', () => {
    expect(parseSettings(ALL)).toEqual({
      settings: ALL,
      invalid: [],
      isRead: true,
    })
  })

  it.each([
    ['that are missing', {}],
    [
      'that the form leaves empty',
      { maxRefusals: null, maxPerMinute: '', reasons: null, batchDays: '' },
    ],
    ['of another version', { colour: 'blue' }],
  ])('%s are the defaults, and nothing is told', (_which, body) => {
    expect(parseSettings(body)).toEqual({
      settings: DEFAULT_SETTINGS,
      invalid: [],
      isRead: true,
    })
  })

  it.each<[keyof typeof ALL, unknown]>([
    ['reasons', 'Out of stock'],
    ['reasons', [' ']],
    ['reasons', [7]],
    ['reasons', ['x'.repeat(201)]],
    ['reasons', Array.from({ length: 51 }, () => 'x')],
    ['maxRefusals', 0],
    ['maxRefusals', 10_001],
    ['maxRefusals', '50'],
    ['maxPerMinute', 0.5],
    ['maxPerMinute', 6_001],
    ['isReturnOffered', 'no'],
    ['maxOrders', 10_001],
    ['maxOrders', 0],
    ['batchDays', 6],
    ['batchDays', 91],
    ['batchDays', Infinity],
  ])(
    '%s of %j leaves the default of that setting in force, and names it; the others stay as set',
    (name, value) => {
      expect(parseSettings({ ...ALL, [name]: value })).toEqual({
        settings: { ...ALL, [name]: DEFAULT_SETTINGS[name] },
        invalid: [name],
        isRead: true,
      })
    }
  )

  it.each([null, 'text', '<html>', 7, []])('are not read from %j', (body) => {
    expect(parseSettings(body)).toBeNull()
  })

  it('never widen a limit of safety, whatever the platform answers', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            Object.keys(ALL).map((name) => [
              name,
              fc.oneof(fc.anything(), fc.integer(), fc.double()),
            ])
          ),
          { requiredKeys: [] }
        ),
        (body) => {
          const { settings } = parseSettings(body) ?? {
            settings: DEFAULT_SETTINGS,
          }

          expect(settings.maxOrders).toBeGreaterThanOrEqual(1)
          expect(settings.maxOrders).toBeLessThanOrEqual(10_000)
          expect(settings.batchDays).toBeGreaterThanOrEqual(7)
          expect(settings.batchDays).toBeLessThanOrEqual(90)
          expect(settings.maxPerMinute ?? 1).toBeGreaterThanOrEqual(1)
          expect(settings.maxPerMinute ?? 1).toBeLessThanOrEqual(6_000)
          expect(settings.maxRefusals ?? 1).toBeGreaterThanOrEqual(1)
        }
      )
    )
  })
})
