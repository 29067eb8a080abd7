import { gzipSync } from 'zlib'

import { bundlePage } from '../../simulator/adminShell/build'

/** What the page may weigh beside the platform's own parts. */
const MOST_BYTES = 60 * 1024

describe('the bundle of the page', () => {
  it('is at most 60 kB as gzip, without what the platform gives, and leaves the parser of lists until one comes', async () => {
    const files = await bundlePage()
    const [main, ...others] = files.sort(
      (one, other) => Number(other.isEntry) - Number(one.isEntry)
    )

    expect(gzipSync(main.text).byteLength).toBeLessThanOrEqual(MOST_BYTES)
    expect(main.inputs.some((input) => input.includes('papaparse'))).toBe(false)
    expect(
      others.some(({ inputs }) =>
        inputs.some((input) => input.includes('papaparse'))
      )
    ).toBe(true)
  })
})
