import type { World } from '../world'

/** One call to the control API. */
export interface ControlCall {
  world: World
  query: Record<string, string>
  /** The parsed request body. It is not checked: only tests and the page call this API. */
  body: object
}

/** Answers a call; what it returns is sent as JSON. */
export type ControlRoute = (call: ControlCall) => unknown
