import type { UpstreamReply } from '../clients/upstreamReply'

/** A reply of OMS with this body. */
export const answered = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {}
): UpstreamReply => ({ kind: 'answered', status, headers, body })
