import { createHash } from 'crypto'

import type { SimulatedReply } from '../../edge/exchange'
import type { ListedFile, PageQuery, StoredFile } from './store'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1_000
const PARAMETERS = ['prefix', 'limit', 'next']

/**
 * Lists one page of a bucket's files. An unknown parameter is refused: if the old
 * `_next` were ignored, every page would be the first one.
 */
export function listFiles(
  pageOf: (query: PageQuery) => ListedFile[],
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
  const left = pageOf({ prefix, after, size: size + 1 })
  const page = left.slice(0, size)
  const last = left.length > size ? page[size - 1].path : ''

  return {
    status: 200,
    body: {
      data: page.map(({ path, hash }) => ({ path, hash })),
      // Encoded, so that no client relies on the cursor being a path.
      next: Buffer.from(last).toString('base64url'),
    },
  }
}

/** Describes a bucket as a whole. A bucket without files does not exist. */
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
