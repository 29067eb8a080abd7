import { createHash } from 'crypto'

import type { SimulatedReply } from '../../edge/exchange'
import type { StoredFile, VBaseStore } from './store'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1_000
const PARAMETERS = ['prefix', 'limit', 'next']

/**
 * One page of a bucket's files. A parameter that VBase does not have is refused,
 * because to overlook one, as the old `_next`, would give the first page for ever.
 */
export function listFiles(
  files: VBaseStore,
  bucket: string,
  query: Record<string, string>
): SimulatedReply {
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name))
  const { prefix = '', limit = String(DEFAULT_LIMIT), next = '' } = query

  if (unknown || !/^[1-9]\d{0,5}$/.test(limit)) {
    return {
      status: 400,
      body: { message: `Bad parameter ${unknown ?? 'limit'}` },
    }
  }

  const after = Buffer.from(next, 'base64url').toString()
  const size = Math.min(Number(limit), MAX_LIMIT)
  const left = files.page(bucket, { prefix, after, size: size + 1 })
  const page = left.slice(0, size)
  const last = left.length > size ? page[size - 1].path : ''

  return {
    status: 200,
    body: {
      data: page.map(({ path, hash }) => ({ path, hash })),
      // Not the path itself, so that nobody reads a meaning into it.
      next: Buffer.from(last).toString('base64url'),
    },
  }
}

/** What VBase says of a bucket as a whole; one without files does not exist. */
export function bucketSummary(files: StoredFile[]): SimulatedReply {
  if (files.length === 0) {
    return { status: 404, body: { message: 'Bucket not found' } }
  }

  const hash = createHash('md5')

  for (const file of files) hash.update(`${file.path}\n${file.hash}\n`)

  const savedAtMs = Math.max(...files.map((file) => file.savedAtMs))

  return {
    status: 200,
    body: {
      state: 'active',
      lastModified: new Date(savedAtMs).toISOString(),
      hash: hash.digest('hex'),
    },
  }
}
