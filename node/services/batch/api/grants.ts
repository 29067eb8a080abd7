import { batchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import type { CallerPorts } from '../ports'

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

  return batchRefusal('NOT_PERMITTED', {
    problem:
      login === null || grants[index] === null
        ? 'VTEX ID or License Manager did not say who may cancel orders, so nothing was done. Call again later.'
        : `${login} may no longer cancel orders: the License Manager resource CancelAction of product OMS is missing. Nothing was done. Give the resource back, or create a batch of your own.`,
  })
}
