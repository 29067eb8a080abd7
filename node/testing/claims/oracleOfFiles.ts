import type { ClaimsRun } from './runClaims'

/** What an answer says where the end of its send was not written. */
const END_LOST = 'The outcome could not be written'

/** The one file of an order's folder that calls write over one another's. */
const TURN = '/turn.json'

/** Finds files of journals that VBase took, and that were lost or overwritten. */
export function overwritten({ shop }: ClaimsRun): string[] {
  return shop.writes
    .filter(({ key }) => !key.endsWith(TURN))
    .filter(
      ({ key, text }) =>
        JSON.stringify(shop.files.stored.get(key)?.body) !== text
    )
    .map(({ key }) => `${key} was overwritten`)
}

/** Finds receipts that a caller has, without a warning, and no journal. */
export function lostReceipts({ shop, calls }: ClaimsRun): string[] {
  const stored = [...shop.files.stored.values()].map(({ body }) =>
    JSON.stringify(body)
  )

  return calls
    .flatMap(({ told }) => told)
    .filter(({ kind }) => kind !== 'return')
    .filter(({ warnings }) => !warnings.some((one) => one.startsWith(END_LOST)))
    .flatMap(({ receipt }) => receipt ?? [])
    .filter((receipt) => !stored.some((text) => text.includes(receipt)))
    .map((receipt) => `${receipt} was lost`)
}

/** Finds orders that no one has canceled, and that could not be canceled at the end. */
export function stuckOrders({ shop, lastCalls }: ClaimsRun): string[] {
  return lastCalls
    .filter(({ orderId }) => {
      const { history } = shop.order(orderId)
      const [first] = history

      return (
        history.length === 1 &&
        ['payment-approved', 'handling'].includes(first.status ?? '')
      )
    })
    .map(
      ({ orderId, told }) =>
        `${orderId} could not be canceled at the end: ${told[0]?.refusal?.message}`
    )
}
