import { readFileSync } from 'fs'
import { join } from 'path'

import { EVENT_SWITCHES } from './services/events/switches'
import { OMS_SWITCHES } from './services/oms/switches'
import { VBASE_SWITCHES } from './services/vbase/switches'
import { setSwitches, Switches } from './switches'

describe('the switches', () => {
  it('are listed in the README with their default, values and reason', () => {
    const readme = readFileSync(join(__dirname, 'README.md'), 'utf8')
    const rows = [
      ...readme.matchAll(/^\| `(\w+)` +\| (OMS|VBase|events) .*$/gm),
    ].map(([row]) =>
      row.split(' | ').map((cell) => cell.replace(/\|/g, '').trim())
    )

    const expected = [
      ...Object.entries(OMS_SWITCHES).map((one) => ['OMS', ...one] as const),
      ...Object.entries(VBASE_SWITCHES).map(
        (one) => ['VBase', ...one] as const
      ),
      ...Object.entries(EVENT_SWITCHES).map(
        (one) => ['events', ...one] as const
      ),
    ].map(([service, name, { initial, values, reason }]) => [
      `\`${name}\``,
      service,
      String(initial),
      values,
      reason,
    ])

    expect(rows).toEqual(expected)
  })

  it('are all set, or none is', () => {
    const oms = new Switches(OMS_SWITCHES)
    const vbase = new Switches(VBASE_SWITCHES)

    expect(() =>
      setSwitches([oms, vbase], { statusRefusal: 400, latencyMs: 'long' })
    ).toThrow('There is no switch latencyMs that takes "long".')
    expect(oms.values.statusRefusal).toBe(409)

    setSwitches([oms, vbase], { statusRefusal: 400, latencyMs: 5 })
    expect([oms.values.statusRefusal, vbase.values.latencyMs]).toEqual([400, 5])

    oms.reset()
    expect(oms.values.statusRefusal).toBe(409)
  })
})
