'use strict'

/**
 * Calls VBase with the real client of `@vtex/api` and prints what it makes of the answers.
 * Start it with VTEX_APP_ID, and with HTTP_PROXY set to the simulator's proxy.
 */
const { Readable } = require('stream')

const { VBase } = require('../../node/node_modules/@vtex/api')

const [, , authToken] = process.argv

const vbase = new VBase(
  {
    account: 'acme',
    workspace: 'master',
    region: 'aws-us-east-1',
    authToken,
    logger: console,
    tracer: { isTraceSampled: false },
  },
  { memoizable: false, timeout: 5_000 }
)

const statusOf = (call) =>
  call.then(
    () => 'accepted',
    ({ response }) => response?.status
  )

async function main() {
  const missing = await vbase.getJSON('jobs', 'a/1.json', true)

  await vbase.saveJSON('jobs', 'a/1.json', { count: 1 })

  const { data, headers } = await vbase.getRawJSON('jobs', 'a/1.json')
  const second = { count: 2 }
  const save = () =>
    statusOf(vbase.saveJSON('jobs', 'a/1.json', second, {}, headers.etag))

  const saves = [await save(), await save()]

  await vbase.saveFile('jobs', 'b.txt', Readable.from(['packed']), true, 60)

  const text = (await vbase.getFile('jobs', 'b.txt')).data.toString()
  const page = await vbase.listFiles('jobs', { limit: 1 })
  const rest = await vbase.listFiles('jobs', { limit: 1, next: page.next })
  const wrong = await statusOf(vbase.listFiles('jobs', { _next: page.next }))
  const paths = [...page.data, ...rest.data].map(({ path }) => path)
  const deletions = [await statusOf(vbase.deleteFile('jobs', 'b.txt'))]

  deletions.push(await statusOf(vbase.deleteFile('jobs', 'b.txt')))

  process.stdout.write(
    JSON.stringify({ missing, data, saves, text, paths, wrong, deletions })
  )
}

main()
