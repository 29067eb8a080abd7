import { BadRequest } from '../edge/exchange'
import { etagOf } from '../services/vbase/store'
import type { StoredFile } from '../services/vbase/store'
import type { ControlCall, ControlRoute } from './controlCall'

/** A VBase file as the control API shows it. A JSON `body` is parsed. */
export interface ShownFile {
  bucket: string
  path: string
  etag: string
  contentType: string
  ttl: string | null
  body: unknown
}

/** The routes of the control API that show and change VBase. */
export const VBASE_ROUTES: Record<string, ControlRoute> = {
  'GET /files': ({ world }) => world.vbase.files.list().map(shown),
  'PUT /files': writeFile,
}

function shown(file: StoredFile): ShownFile {
  const { bucket, path, contentType, ttl, content } = file

  return {
    bucket,
    path,
    etag: etagOf(file),
    contentType,
    ttl,
    body: parsed(content.toString('utf8')),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Writes a JSON file that the app can read. */
function writeFile({ world, body }: ControlCall): ShownFile {
  const file = body as { bucket?: unknown; path?: unknown; body?: unknown }

  if (typeof file.bucket !== 'string' || typeof file.path !== 'string') {
    throw new BadRequest('A file needs a bucket and a path.')
  }

  return shown(
    world.vbase.files.put(file.bucket, file.path, {
      content: Buffer.from(JSON.stringify(file.body ?? null)),
      contentType: 'application/json',
      ttl: null,
    })
  )
}
