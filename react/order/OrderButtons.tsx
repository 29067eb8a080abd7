import React from 'react'
import type { FunctionComponent } from 'react'
import { Button } from 'vtex.styleguide'

import { AccessRequest } from '../components/AccessRequest'
import { useAccess } from '../lib/useAccess'
import { useSay } from '../lib/useSay'
import type { OrderAction } from '../typings/operations'
import type { Case } from './caseView'

/** The first is the main one. */
const ORDER: OrderAction[] = ['ACCEPT', 'CANCEL', 'RETURN', 'DENY']

interface Props {
  case_: Case
  /** False while nothing may be sent. */
  isReady: boolean
  onAsk: (action: OrderAction) => void
}

/** Exactly the actions that the app offers this operator for this order, and a sentence for what their roles leave out. */
export const OrderButtons: FunctionComponent<Props> = ({
  case_,
  isReady,
  onAsk,
}) => {
  const say = useSay()
  const { access } = useAccess()
  const offered = isReady
    ? ORDER.filter((action) => case_.actions.includes(action))
    : []

  const { nextStep } = case_.cancellation
  const lacksReturn =
    nextStep === 'RETURN_INVOICE' && access?.mayReturn === false

  return (
    <>
      {offered.length > 0 && (
        <div className="oc-buttons mv4">
          {offered.map((action, index) => (
            <Button
              key={action}
              variation={
                index === 0 && isMain(action, case_) ? 'primary' : 'secondary'
              }
              onClick={() => onAsk(action)}
            >
              {say(`action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {access?.mayCancel === false && (
        <>
          <p>{say('access.view-only')}</p>
          <AccessRequest resources={['CancelAction']} />
        </>
      )}
      {lacksReturn && (
        <>
          <p>{say('access.no-return')}</p>
          <AccessRequest resources={['RefundAction']} />
        </>
      )}
    </>
  )
}

/** Tells whether an action is what the operator has come for: not a denial, nor a cancel of what was just denied. */
function isMain(action: OrderAction, { cancellation }: Case): boolean {
  return action !== 'DENY' && cancellation.state !== 'DENIED'
}
