import type { CasePorts } from '../ports'

/** The resources of OMS that decide what a caller may do in this app. */
export const RESOURCES = ['ListOrders', 'CancelAction', 'RefundAction'] as const

/** Who calls, and which resources they hold; null where VTEX ID or License Manager does not say. */
export interface Access {
  caller: string | null
  grants: Record<(typeof RESOURCES)[number], boolean | null>
}

/** Asks who calls, and then for each resource side by side. */
export async function readAccess({
  caller,
  isGranted,
}: Pick<CasePorts, 'caller' | 'isGranted'>): Promise<Access> {
  const login = await caller()
  const answers = await Promise.all(
    RESOURCES.map(async (resource) => [
      resource,
      login === null ? null : await isGranted(login, resource),
    ])
  )

  return {
    caller: login,
    grants: Object.fromEntries(answers) as Access['grants'],
  }
}

/** Lists the resources that the caller certainly holds. */
export function heldBy({ grants }: Access): string[] {
  return RESOURCES.filter((resource) => grants[resource] === true)
}

/** Tells whether License Manager did not say everything. */
export function isUncertain({ grants }: Access): boolean {
  return RESOURCES.some((resource) => grants[resource] === null)
}
