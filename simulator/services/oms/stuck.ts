import type { Seed, StuckIssue } from './seed'

const THREE_HOURS = 3 * 3_600

const OUTPUT = { type: 'Output', invoiceNumber: '1001' } as const

const SHAPES: Record<StuckIssue, Seed> = {
  '1400005': {
    status: 'request-cancel',
    stuckAt: 'request-cancel',
    workflowIsInError: true,
    sellers: [{ id: 'globex', name: 'Globex' }],
    packages: [OUTPUT],
    cancellation: { reason: 'Ordered twice', requestedByUser: true },
  },
  '1089344': {
    status: 'cancel',
    stuckAt: 'cancel',
    cancellation: { reason: 'Creation error', requestedBySystem: true },
  },
  '1198719': {
    status: 'cancel',
    stuckAt: 'cancel',
    origin: 'Fulfillment',
    cancellation: { reason: 'Ordered twice', requestedByUser: true },
  },
  '1004978': {
    status: 'cancellation-request-denied-ffm',
    stuckAt: 'cancellation-request-denied-ffm',
    origin: 'Fulfillment',
    cancellation: { reason: 'Damaged', requestedBySellerNotification: true },
  },
  transaction: {
    status: 'cancel',
    stuckAt: 'cancel',
    transactionStatus: 'Cancelling',
    cancellation: { reason: 'Ordered twice', requestedByUser: true },
  },
  'payment kept': {
    status: 'canceled',
    transactionStatus: 'Authorized',
    keepsPayment: true,
    cancellation: { reason: 'Ordered twice', requestedByUser: true },
  },
}

/** Returns the seed of an order that has been stuck for three hours. */
export function shapeOf(issue: StuckIssue): Seed {
  return { ageSeconds: THREE_HOURS, ...SHAPES[issue] }
}
