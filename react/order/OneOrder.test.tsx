import { configure, fireEvent, render, waitFor } from '@vtex/test-tools/react'
import React from 'react'

import ACCESS from '../graphql/Access.graphql'
import CANCEL from '../graphql/CancelOrder.graphql'
import CASE from '../graphql/Case.graphql'
import OrderCancellation from '../OrderCancellation'

const ID = '1390000000001-01'

// Other tests may leave this one little of the machine.
configure({ asyncUtilTimeout: 30_000 })
jest.setTimeout(60_000)

const ACCESS_ANSWER = {
  cancellationAccess: {
    __typename: 'CancellationAccess',
    cacheId: 'acme/master',
    caller: 'olga@acme.example',
    account: 'acme',
    workspace: 'master',
    mayView: true,
    mayList: true,
    mayCancel: true,
    mayReturn: true,
    reasons: [],
    maxRefusals: null,
    maxPerMinute: null,
    isReturnOffered: true,
    maxOrders: 10_000,
    batchDays: 30,
    notices: [],
  },
}

const cancellation = (more: object = {}) => ({
  __typename: 'OrderCancellation',
  cacheId: ID,
  orderId: ID,
  state: 'NOT_REQUESTED',
  awaiting: null,
  orderStatus: 'payment-approved',
  date: null,
  receipt: null,
  reason: null,
  requestedByUser: null,
  canceledAt: null,
  denial: null,
  stuck: null,
  nextStep: 'NONE',
  notices: [],
  refusal: null,
  ...more,
})

const caseAnswer = (more: object = {}, about: object = {}) => ({
  cancellationCase: {
    __typename: 'CancellationCase',
    cacheId: ID,
    orderId: ID,
    cancellation: cancellation(about),
    readAt: '2026-11-27T12:00:00Z',
    actions: ['CANCEL'],
    makesRequest: false,
    keepsStock: false,
    value: 12990,
    currency: 'BRL',
    createdAt: '2026-11-26T12:00:00Z',
    request: null,
    payment: {
      __typename: 'OrderPayment',
      state: 'HOLDS_MONEY',
      transactionStatus: 'approved',
    },
    siblings: [],
    history: [],
    ...more,
  },
})

const access = {
  request: { query: ACCESS, variables: {} },
  result: { data: ACCESS_ANSWER },
}

const read = (data: object) => ({
  request: { query: CASE, variables: { orderId: ID } },
  result: { data },
})

const show = (mocks: object[]) => {
  window.history.replaceState(null, '', `?order=${ID}`)

  return render(<OrderCancellation />, {
    graphql: { mocks: [access, ...mocks] },
    locale: 'en',
  } as never)
}

describe('the screen of one order', () => {
  it('says the verdict first, then offers what the app allows', async () => {
    const { findByText, queryByText } = show([read(caseAnswer())])

    await findByText('Nobody has asked to cancel this order.')
    await findByText('Cancel order…')
    expect(queryByText('Deny…')).toBeNull()
  })

  it('offers nothing that the app does not allow, and says the refusal', async () => {
    const { findByText, queryByText } = show([
      read(
        caseAnswer(
          { actions: [] },
          {
            nextStep: 'RETURN_INVOICE',
            refusal: {
              __typename: 'CancellationRefusal',
              code: 'ORDER_INVOICED',
              detail: 'INVOICED_RETURN_BARRED',
              message: 'in English',
              subject: null,
              grounds: [],
              sums: null,
              retryable: false,
              retryAfterSeconds: null,
            },
          }
        )
      ),
    ])

    await findByText('Already invoiced. Return it first.')
    expect(queryByText('Cancel order…')).toBeNull()
  })

  it('shows a state and a sentence that this version does not know as not known, in the words of the app', async () => {
    const { findByText, findByRole, queryByText } = show([
      read(
        caseAnswer(
          { actions: [] },
          {
            state: 'INVENTED_LATER',
            notices: [
              {
                __typename: 'CancellationNotice',
                code: 'INVENTED',
                message: 'Something new to know.',
                subject: null,
              },
            ],
          }
        )
      ),
    ])

    await findByRole('heading', {
      name: 'Nobody knows yet whether it was asked for. Do not cancel again.',
    })
    await findByText('Something new to know.')
    expect(queryByText('The order is canceled.')).toBeNull()
  })

  const CANCEL_REQUEST = {
    query: CANCEL,
    variables: { orderId: ID, reason: null, requestedByUser: false },
  }

  it('sends one cancel for a double click, and reads what became of it', async () => {
    let sent = 0
    const cancel = {
      request: CANCEL_REQUEST,
      result: () => {
        sent += 1

        return { data: { cancelOrder: cancellation({ state: 'ACCEPTED' }) } }
      },
    }

    const { findByText, findByRole, getAllByText } = show([
      read(caseAnswer()),
      read(caseAnswer()),
      // A second one would be answered, too.
      cancel,
      cancel,
      read(
        caseAnswer(
          { actions: [] },
          { state: 'ACCEPTED', nextStep: 'CHECK_AGAIN' }
        )
      ),
    ])

    fireEvent.click(await findByText('Cancel order…'))

    const confirm = (await findByText('Cancel order')) as HTMLElement

    fireEvent.click(confirm)
    fireEvent.click(confirm)
    await findByRole('heading', {
      name: 'VTEX has the request. The order is not canceled yet.',
    })
    await waitFor(() => expect(getAllByText('Canceling')).toHaveLength(1))
    expect(sent).toBe(1)
  })

  it('after a send without an answer says that it may have been sent, and offers nothing, also while no read succeeds', async () => {
    const lost = new Error('Failed to fetch')
    const { findByText, findByRole, queryByText } = show([
      read(caseAnswer()),
      read(caseAnswer()),
      { request: CANCEL_REQUEST, error: lost },
      { ...read(caseAnswer()), result: undefined, error: lost },
      read(caseAnswer()),
    ])

    fireEvent.click(await findByText('Cancel order…'))
    fireEvent.click(await findByText('Cancel order'))
    await findByRole('heading', {
      name: 'No answer came. It may have been sent. Reading the order…',
    })
    await findByText(/^No answer came\. What is shown is from/)
    expect(queryByText('Cancel order…')).toBeNull()
    expect(queryByText('Nobody has asked to cancel this order.')).toBeNull()

    fireEvent.click(await findByText('Read order'))
    await findByText('Cancel order…')
  })
})
