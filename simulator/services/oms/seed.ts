import type {
  SimulatedChange,
  SimulatedItem,
  SimulatedOrder,
  SimulatedPackage,
  SimulatedSeller,
} from './order'

/** The ways in which an order can be seeded as stuck: four known issues of VTEX by their numbers, and two without one. */
export type StuckIssue =
  | '1400005'
  | '1089344'
  | '1198719'
  | '1004978'
  | 'transaction'
  | 'payment kept'

type Derived =
  | 'packages'
  | 'cancellation'
  | 'changes'
  | 'sellers'
  | 'items'
  | 'money'
  | 'toInvoice'
  | 'source'
  | 'statusLog'

/** The fields that a test gives for an order; the rest are those of a new, paid order of the store itself. */
export type Seed = Partial<Omit<SimulatedOrder, Derived>> & {
  /** Each package covers the whole order unless it says otherwise. */
  packages?: Array<
    Partial<SimulatedPackage> & Pick<SimulatedPackage, 'type' | 'invoiceNumber'>
  >
  /** The changes that `value` already contains. */
  changes?: Array<Partial<SimulatedChange>>
  /** A seller has an endpoint at VTEX unless it says otherwise. */
  sellers?: Array<
    Pick<SimulatedSeller, 'id' | 'name'> & Partial<SimulatedSeller>
  >
  items?: SimulatedItem[]
  cancellation?: Partial<SimulatedOrder['cancellation']> | null
  /** What the payment held before any change, in cents; needed only where a partial invoice has lowered `value`. */
  authorised?: number
  /** The time since the order was placed and last changed; default one hour, three for a stuck order. */
  ageSeconds?: number
  /** Makes the order one of VTEX's known issues. */
  stuck?: StuckIssue
  /** A whole document of OMS, which is shown as it is. The other fields say how the simulator treats it. */
  document?: unknown
}
