import { createHash } from 'crypto'
import type { IncomingHttpHeaders } from 'http'

import type { Clock } from '../clock'

export interface KeptAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** The parts of a request that make up its cache key. The caller is not one of them. */
interface CacheKeyParts {
  method: string
  search: string
  body: Buffer
}

/**
 * The edge's cache in the worst case: it keeps every reply that its headers allow it to
 * keep and serves it to all callers. It also keeps replies to POST, because VTEX's GraphQL
 * server asks apps by GET for what a browser sent by POST.
 */
export class EdgeCache {
  private readonly answers = new Map<
    string,
    { answer: KeptAnswer; untilMs: number }
  >()

  constructor(private readonly clock: Clock) {}

  public keyOf({ method, search, body }: CacheKeyParts): string {
    return createHash('sha256')
      .update(`${method}\n${search}\n`)
      .update(body)
      .digest('hex')
  }

  public get(key: string): KeptAnswer | undefined {
    const found = this.answers.get(key)

    return found && found.untilMs > this.clock.nowMs()
      ? found.answer
      : undefined
  }

  public keep(key: string, answer: KeptAnswer) {
    const seconds = cacheableSeconds(answer.headers['cache-control'])

    if (seconds > 0) {
      this.answers.set(key, {
        answer,
        untilMs: this.clock.nowMs() + seconds * 1000,
      })
    }
  }

  public clear() {
    this.answers.clear()
  }
}

/** Returns how many seconds a shared cache may keep an answer; 0 if it may not. */
export function cacheableSeconds(cacheControl: string | undefined): number {
  const directives = (cacheControl ?? '').toLowerCase().split(/\s*,\s*/)

  if (directives.some((one) => /^(no-store|no-cache|private)$/.test(one))) {
    return 0
  }

  const seconds = (name: string) =>
    directives.find((one) => one.startsWith(`${name}=`))?.split('=')[1]

  // For a shared cache such as this one, s-maxage takes precedence.
  return Number(seconds('s-maxage') ?? seconds('max-age') ?? 0)
}
