import { batchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import type { CallerPorts } from '../ports'

/**
 * Refuses a caller who may not read the rows of batches; null when they may. A mutation
 * that asks for rows needs this beside its own grant, before it does anything.
 */
export async function refusedRows({
  caller,
  mayReadRows,
}: Pick<CallerPorts, 'caller' | 'mayReadRows'>): Promise<BatchRefusal | null> {
  const login = await caller()
  const grant = login === null ? null : await mayReadRows(login)

  if (grant === true) return null

  return batchRefusal(
    'NOT_PERMITTED',
    grant === null ? 'ROWS_GRANTS_UNKNOWN' : 'ROWS_GRANT_MISSING',
    {}
  )
}

/**
 * Refuses unless every login in whose name a batch sends may cancel orders; null when all
 * may. A batch sends with the app's own token, which License Manager does not limit: this
 * check is the only one.
 */
export async function refusedGrant(
  { mayCancel }: Pick<CallerPorts, 'mayCancel'>,
  logins: Array<string | null>
): Promise<BatchRefusal | null> {
  const grants = await Promise.all(
    logins.map((login) => (login === null ? null : mayCancel(login)))
  )

  const index = grants.findIndex((grant) => grant !== true)

  if (index === -1) return null

  const login = logins[index]

  return login === null || grants[index] === null
    ? batchRefusal('NOT_PERMITTED', 'GRANTS_UNKNOWN', {})
    : batchRefusal('NOT_PERMITTED', 'GRANT_MISSING', { subject: login })
}
