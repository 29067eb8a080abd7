import type { SimulatedOrder, SimulatedPackage } from './order'

/** The ways in which an order can be seeded as stuck: four known issues of VTEX by their numbers, and two without one. */
export type StuckIssue =
  | '1400005'
  | '1089344'
  | '1198719'
  | '1004978'
  | 'transaction'
  | 'payment kept'

/** The fields that a test gives for an order; the rest are those of a new, paid order of the store itself. */
export type Seed = Partial<
  Omit<SimulatedOrder, 'packages' | 'cancellation'>
> & {
  /** Each package covers the whole order unless it says otherwise. */
  packages?: Array<
    Partial<SimulatedPackage> & Pick<SimulatedPackage, 'type' | 'invoiceNumber'>
  >
  cancellation?: Partial<SimulatedOrder['cancellation']> | null
  /** The time since the order was placed and last changed; default one hour, three for a stuck order. */
  ageSeconds?: number
  /** Makes the order one of VTEX's known issues. */
  stuck?: StuckIssue
}
