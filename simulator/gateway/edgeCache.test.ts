import { cacheableSeconds } from './edgeCache'

describe('cacheableSeconds', () => {
  it.each([
    ['public,max-age=86400', 86_400],
    ['public, max-age=2', 2],
    ['max-age=5', 5],
    ['public,s-maxage=9', 9],
    ['max-age=5,s-maxage=0', 0],
    ['no-cache,no-store', 0],
    ['no-store', 0],
    ['no-cache', 0],
    ['private,max-age=60', 0],
    ['', 0],
    [undefined, 0],
  ])('for the cache-control %j is %i', (header, seconds) => {
    expect(cacheableSeconds(header)).toBe(seconds)
  })
})
