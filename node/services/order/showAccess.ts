import { accessNotices } from '../../domain/case/accessNotices'
import type { Notice } from '../../domain/notice/notice'
import { isReturnOffered } from '../../domain/settings'
import type { Settings } from '../../domain/settings'
import type { CasePorts } from '../ports'
import { isUncertain, readAccess } from './readAccess'

/** Who calls, what they may do and what the store has set, as the API shows it. */
export interface ShownAccess extends Settings {
  cacheId: string
  caller: string | null
  account: string
  workspace: string
  mayView: boolean
  mayList: boolean | null
  mayCancel: boolean | null
  mayReturn: boolean | null
  notices: Notice[]
}

/** Reads who calls, what they may do, and what the store has set. */
export async function showAccess(
  ports: Pick<CasePorts, 'caller' | 'isGranted' | 'settings'>,
  { account, workspace }: { account: string; workspace: string }
): Promise<ShownAccess> {
  const [access, settings] = await Promise.all([
    readAccess(ports),
    ports.settings(),
  ])

  const { ListOrders, CancelAction, RefundAction } = access.grants

  return {
    cacheId: `${account} ${workspace}`,
    caller: access.caller,
    account,
    workspace,
    // `@auth` refuses a caller who may not.
    mayView: true,
    mayList: ListOrders,
    mayCancel: CancelAction,
    mayReturn: RefundAction,
    ...settings.settings,
    isReturnOffered: isReturnOffered(settings),
    notices: accessNotices(settings, isUncertain(access)),
  }
}
