import { parseStartFlags } from '../../scripts/lib/startFlags'

describe('the flags of npm start', () => {
  it.each([
    [[], { once: false, port: 4000, replicas: 1 }],
    [['--replicas', '8'], { once: false, port: 4000, replicas: 8 }],
    [['--once', '--replicas', '2'], { once: true, port: 0, replicas: 2 }],
  ])('%j mean %j', (argv, flags) => {
    expect(parseStartFlags(argv)).toEqual(flags)
  })

  it.each(['0', '9', '-1', '1.5', '02', 'two', ''])(
    'refuse --replicas=%s with the usage',
    (count) => {
      const parse = () => parseStartFlags([`--replicas=${count}`])

      expect(parse).toThrow(
        `--replicas takes a number from 1 to 8, not "${count}".`
      )
      expect(parse).toThrow('npm start -- --replicas 2')
    }
  )
})
