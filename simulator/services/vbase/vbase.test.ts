import { APP_TOKEN } from '../../callers'
import { setSwitches } from '../../switches'
import { FILE, startVBase } from './testing'

const ifMatch = (etag = '') => ({ headers: { 'if-match': etag } })

describe('VBase', () => {
  it('returns a file as it was saved, with an entity tag for its content', () => {
    const { own } = startVBase()
    const bytes = Buffer.from([0, 255, 128, 10])
    const headers = { 'content-type': 'image/x', 'x-vtex-ttl': '60' }
    const saved = own('PUT', FILE, { body: bytes, headers })
    const read = own('GET', FILE)

    expect(saved).toMatchObject({
      status: 200,
      body: [{ path: '2026/a.json', hash: expect.stringMatching(/^\w+$/) }],
    })
    expect(read).toMatchObject({ status: 200, body: bytes })
    expect(read.headers).toEqual({
      'content-type': 'image/x',
      etag: expect.stringMatching(/^"\w+"$/),
    })
    expect(own('HEAD', FILE).headers).toEqual(read.headers)

    own('PUT', FILE, { body: 'other' })
    expect(own('GET', FILE).headers?.etag).not.toBe(read.headers?.etag)
    own('PUT', FILE, { body: bytes })
    expect(own('GET', FILE).headers?.etag).toBe(read.headers?.etag)
  })

  it('answers 404 for a missing file', () => {
    const { own } = startVBase()

    expect(own('GET', FILE).status).toBe(404)
    expect(own('HEAD', FILE).status).toBe(404)
    expect(own('DELETE', FILE).status).toBe(404)
  })

  it('saves and deletes a file with if-match only when the entity tag is current', () => {
    const { own } = startVBase()

    expect(own('PUT', FILE, ifMatch('"none"')).status).toBe(412)

    own('PUT', FILE, { body: '1' })

    const first = own('GET', FILE).headers?.etag

    expect(own('PUT', FILE, { body: '2', ...ifMatch(first) }).status).toBe(200)
    expect(own('PUT', FILE, { body: '3', ...ifMatch(first) }).status).toBe(412)
    expect(own('DELETE', FILE, ifMatch(first)).status).toBe(412)
    expect(own('GET', FILE).body).toEqual(Buffer.from('2'))

    const second = own('GET', FILE).headers?.etag

    expect(own('DELETE', FILE, ifMatch(second)).status).toBe(204)
    expect(own('GET', FILE).status).toBe(404)
  })

  it('answers a stale if-match with 409, or accepts it, when a switch says so', () => {
    const { own, table } = startVBase()

    setSwitches([table], { staleStatus: 409, latencyMs: 20 })
    expect(own('PUT', FILE, ifMatch('"none"'))).toMatchObject({
      status: 409,
      delayMs: 20,
    })

    setSwitches([table], { ifMatch: 'ignored' })
    expect(own('PUT', FILE, ifMatch('"none"')).status).toBe(200)
  })

  it.each([
    [{ staleStatus: 500 }],
    [{ latencyMs: -1 }],
    [{ missing: 1 }],
    [{ toString: 1 }],
    [{ ifMatch: 'ignored', latencyMs: 'long' }],
  ])(
    'refuses the unknown or invalid switches %j and changes none',
    (changes) => {
      const { table } = startVBase()
      const before = { ...table.values }

      expect(() => setSwitches([table], changes)).toThrow('There is no switch')
      expect(table.values).toEqual(before)
    }
  )

  it('lists the files of a bucket page by page, ordered by path', () => {
    const { own } = startVBase()
    const pages: unknown[] = []
    let next = ''

    for (const path of ['b/2', 'a/9', 'b/1', 'b/3']) {
      own('PUT', `/jobs/files/${path}`)
    }

    own('PUT', '/others/files/b/0')

    do {
      const query = { prefix: 'b/', limit: '2', next }
      const page = own('GET', '/jobs/files', { query }).body as {
        data: Array<{ path: string }>
        next: string
      }

      pages.push(page.data.map(({ path }) => path))
      next = page.next
    } while (next)

    expect(pages).toEqual([['b/1', 'b/2'], ['b/3']])
  })

  it.each([[{ _next: 'b' }], [{ limit: '0' }], [{ limit: 'x' }]])(
    'refuses a list with the invalid parameter %j',
    (query) => {
      const { own } = startVBase()

      expect(own('GET', '/jobs/files', { query }).status).toBe(400)
    }
  )

  it('describes a bucket, and empties it', () => {
    const { own } = startVBase()

    expect(own('GET', '/jobs').status).toBe(404)

    own('PUT', FILE)
    own('PUT', '/others/files/a')
    expect(own('GET', '/jobs').body).toEqual({
      state: 'active',
      lastModified: expect.stringMatching(/Z$/),
      hash: expect.stringMatching(/^\w+$/),
    })

    expect(own('DELETE', '/jobs/files').status).toBe(204)
    expect(own('GET', FILE).status).toBe(404)
    expect(own('GET', '/others/files/a').status).toBe(200)
  })

  it("refuses other apps' buckets, other accounts, other workspaces, and calls without the app's token", () => {
    const { own, send } = startVBase()
    const statusIn = (account: string, workspace: string, app: string) =>
      send('GET', `/vbase/v2/${account}/${workspace}/buckets/${app}${FILE}`)
        .status

    expect({
      otherApp: statusIn('acme', 'master', 'acme.order-console'),
      otherAccount: statusIn('globex', 'master', 'acme.order-cancellation'),
      otherWorkspace: statusIn('acme', 'dev', 'acme.order-cancellation'),
      notBearer: own('GET', FILE, { headers: { authorization: APP_TOKEN } })
        .status,
    }).toEqual({
      otherApp: 403,
      otherAccount: 403,
      otherWorkspace: 403,
      notBearer: 401,
    })
  })

  it.each([
    ['PUT', '/jobs/files/../others'],
    ['PUT', '/jobs/files/a/..'],
    ['PUT', '/jobs/files/a//b'],
    ['PUT', '/jobs/files/%2e%2e'],
    ['PATCH', '/jobs/conflicts'],
    ['GET', '/jobs/conflicts'],
    ['POST', FILE],
  ])('refuses %s %s', (method, path) => {
    expect(startVBase().own(method, path).status).toBe(400)
  })

  it('refuses a save with a parameter', () => {
    const { own } = startVBase()

    expect(own('PUT', FILE, { query: { unzip: 'true' } }).status).toBe(400)
  })
})
