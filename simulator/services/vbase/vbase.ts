import { ACCOUNT, APP_TOKEN, WORKSPACE } from '../../callers'
import type {
  ContentService,
  SimulatedCall,
  SimulatedReply,
} from '../../edge/exchange'
import type { Manifest } from '../../edge/policies'
import { bucketSummary, listFiles } from './bucket'
import { etagOf } from './store'
import type { VBaseStore } from './store'
import type { VBaseSwitches } from './switches'

export interface VBaseParts {
  files: VBaseStore
  switches: VBaseSwitches
  manifest: Pick<Manifest, 'vendor' | 'name'>
  /** Gives numbers from 0 to 1, for the ages of lists. */
  random: () => number
}

/** One call to a bucket, or to one of its files if `path` is not empty. */
interface Access {
  parts: VBaseParts
  call: SimulatedCall
  content: Buffer
  bucket: string
  path: string
  replica: number | null
}

type Operation = (access: Access) => SimulatedReply

const PATH =
  /^\/vbase\/v2\/([^/]+)\/([^/]+)\/buckets\/([^/]+)\/([\w.-]+)(\/files)?(?:\/(.*))?$/

/** The operations that the client of `@vtex/api` uses, by method and target. */
const OPERATIONS: Record<string, Operation> = {
  'GET file': getFile,
  'HEAD file': getFile,
  'PUT file': putFile,
  'DELETE file': deleteFile,
  'GET files': ({ parts, call, bucket, replica }) =>
    listFiles(
      (page) => parts.files.pageSeen(bucket, page, viewOf(parts, replica)),
      call.query
    ),
  'DELETE files': emptyBucket,
  'GET bucket': ({ parts, bucket }) => bucketSummary(parts.files.list(bucket)),
}

/** Creates the simulated VBase, which serves only this app's own buckets. */
export function vbase(parts: VBaseParts): ContentService {
  return (call, content, replica) => ({
    ...answer(parts, { call, content, replica }),
    delayMs: parts.switches.latencyMs,
  })
}

function answer(
  parts: VBaseParts,
  asked: Pick<Access, 'call' | 'content' | 'replica'>
): SimulatedReply {
  const { call } = asked
  const [, account, workspace, app, bucket, files, path = ''] =
    PATH.exec(call.path) ?? []

  if (call.headers.authorization !== `Bearer ${APP_TOKEN}`) {
    return failure(401, "The app's token is missing.")
  }

  if (!bucket) return failure(404, 'VBase has nothing at this path.')

  const own = `${parts.manifest.vendor}.${parts.manifest.name}`

  if (account !== ACCOUNT || workspace !== WORKSPACE || app !== own) {
    return failure(403, 'This bucket belongs to another app.')
  }

  const target = files ? (path ? 'file' : 'files') : 'bucket'
  const operation = OPERATIONS[`${call.method} ${target}`]

  if (!operation || (target === 'bucket' && path)) {
    return failure(400, 'The simulated VBase does not support this operation.')
  }

  return (
    refusedRequest(target, path, call) ??
    operation({ ...asked, parts, bucket, path })
  )
}

/** Refuses a malformed file path, and parameters that only the list of files takes. */
function refusedRequest(
  target: string,
  path: string,
  { query }: SimulatedCall
): SimulatedReply | undefined {
  if (target !== 'file') return undefined

  if (!/^[\w./-]+$/.test(path) || /(^|\/)\.{0,2}(\/|$)/.test(path)) {
    return failure(400, 'This is not a valid file path.')
  }

  return Object.keys(query).length > 0
    ? failure(400, 'The simulated VBase takes no parameters here.')
    : undefined
}

/** Decides how far one list is behind, and whose changes it shows at once. */
function viewOf({ switches, random }: VBaseParts, replica: number | null) {
  const { listLagMs, listAges, listsShowOwnFirst } = switches

  return {
    ageMs: listAges === 'random' ? random() * listLagMs : listLagMs,
    own: listsShowOwnFirst === 'yes' ? replica : null,
  }
}

function getFile({ parts, bucket, path }: Access): SimulatedReply {
  const file = parts.files.get(bucket, path)

  if (!file) return missing()

  return {
    status: 200,
    headers: { 'content-type': file.contentType, etag: etagOf(file) },
    body: file.content,
  }
}

function putFile(access: Access): SimulatedReply {
  const { parts, call, content, bucket, path, replica } = access
  const stale = refusedAsStale(access)

  if (stale) return stale

  const ttl = call.headers['x-vtex-ttl']
  const { hash } = parts.files.put(bucket, path, {
    content,
    contentType: call.headers['content-type'] ?? 'application/octet-stream',
    ttl: ttl === undefined ? null : String(ttl),
    by: replica,
  })

  return { status: 200, body: [{ path, hash }] }
}

function deleteFile(access: Access): SimulatedReply {
  const { parts, bucket, path, replica } = access
  const stale = refusedAsStale(access)

  if (stale) return stale
  if (!parts.files.get(bucket, path)) return missing()

  parts.files.delete(bucket, path, replica)

  return { status: 204 }
}

function emptyBucket({ parts, bucket, replica }: Access): SimulatedReply {
  for (const { path } of parts.files.list(bucket)) {
    parts.files.delete(bucket, path, replica)
  }

  return { status: 204 }
}

/** Refuses a change whose `if-match` is not the file's current entity tag. A missing file matches none. */
function refusedAsStale(access: Access): SimulatedReply | undefined {
  const { parts, call, bucket, path } = access
  const expected = call.headers['if-match']
  const file = parts.files.get(bucket, path)

  if (expected === undefined || parts.switches.ifMatch === 'ignored') {
    return undefined
  }

  return file && ['*', etagOf(file)].includes(expected)
    ? undefined
    : failure(
        parts.switches.staleStatus,
        'The file does not have the entity tag that if-match names.'
      )
}

function missing(): SimulatedReply {
  return failure(404, 'File not found')
}

function failure(status: number, message: string): SimulatedReply {
  return { status, body: { message } }
}
