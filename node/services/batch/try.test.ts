import * as batch from '../../domain/batch'
import { CALM, FAULTY } from '../../testing/batches/conditions'
import { runBatch } from '../../testing/batches/runBatch'

jest.replaceProperty(batch as { SHARD_SIZE: number }, 'SHARD_SIZE', 10)

it('calm', async () => {
  const v = await runBatch(1, CALM)
  console.log(JSON.stringify({ ...v, rows: v.rows.slice(0,3), n: v.rows.length }, null, 1))
})
it('faulty', async () => {
  let bad = 0
  const t = Date.now()
  const N = Number(process.env.SEEDS ?? 20)
  for (let s = 1; s <= N; s++) {
    const v = await runBatch(s, FAULTY)
    if (!v.isFinished || v.lost.length || v.sentTwice.length || v.wrong.length || v.unjustified.length) {
      bad++
      if (bad < 6) console.log(s, JSON.stringify({ ...v, rows: 0 }))
    }
  }
  console.log('bad', bad, 'of', N, (Date.now() - t) / N, 'ms per seed')
}, 600000)
