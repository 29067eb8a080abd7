import { MAX_BATCH_ORDERS, mostShards } from '../domain/batch/batch'
import type { BatchManifest } from '../domain/batch/batch'
import { DEFAULT_OPTIONS } from '../domain/batch/batchOptions'
import { BATCH_ORDER_ACTIONS } from '../domain/vocabulary'
import {
  count,
  flag,
  meeting,
  oneOf,
  orElse,
  orNull,
  record,
  text,
  time,
} from './shape'
import type { Parse } from './shape'
import { fieldOf } from './untrusted'

/** A cap, in rows a minute. */
export const pace = meeting(
  count(Number.MAX_SAFE_INTEGER),
  (perMinute) => perMinute >= 1
)

type Fields = { [Name in keyof BatchManifest]: Parse<BatchManifest[Name]> }

/** The fields of a batch's manifest. */
const fieldsOf = (id: string): Fields => ({
  id: oneOf([id]),
  inputHash: text,
  // Any other folder would be another batch's.
  folder: meeting(
    text,
    (folder) => folder.startsWith(`${id}/`) && /^[\w-]+\/[\w-]+$/.test(folder)
  ),
  name: orNull(text),
  reason: orNull(text),
  action: orElse(oneOf(BATCH_ORDER_ACTIONS), DEFAULT_OPTIONS.action),
  requestedByUser: orElse(flag, DEFAULT_OPTIONS.requestedByUser),
  checkFirst: orElse(flag, DEFAULT_OPTIONS.checkFirst),
  acceptOwnRequests: orElse(flag, DEFAULT_OPTIONS.acceptOwnRequests),
  maxRefusals: orNull(count(Number.MAX_SAFE_INTEGER)),
  maxPerMinute: orNull(pace),
  total: count(MAX_BATCH_ORDERS),
  shardCount: count(mostShards),
  createdBy: text,
  createdAtMs: time,
})

/** The manifest of one batch. */
export const manifestShape = (id: string): Parse<BatchManifest> =>
  meeting(
    record<BatchManifest>(fieldsOf(id)),
    ({ total, shardCount }) => shardCount >= 1 && shardCount <= total
  )

/** What stands for each field of a manifest that cannot be read. The empty ones are shown as unknown. */
const UNKNOWN: Omit<BatchManifest, 'id'> = {
  ...DEFAULT_OPTIONS,
  inputHash: '',
  folder: '',
  total: 0,
  shardCount: 0,
  createdBy: '',
  createdAtMs: 0,
}

/** Takes from a manifest that cannot be understood as a whole each field that can. */
export function salvagedManifest(id: string, body: unknown): BatchManifest {
  const known = Object.entries(fieldsOf(id)).flatMap(([name, parse]) => {
    const value: unknown = parse(fieldOf(body, name))

    return value === undefined ? [] : [[name, value] as const]
  })

  return { ...UNKNOWN, ...Object.fromEntries(known), id }
}
