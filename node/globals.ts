import type {
  EventContext as IOEventContext,
  ParamsContext,
  RecorderState,
  ServiceContext,
} from '@vtex/api'

import type { Clients } from './clients'

/** What the runtime adds for a GraphQL request, as far as this app touches it. */
export interface GraphQLParams extends ParamsContext {
  graphql: {
    query?: { query: string }
    cacheControl: { noStore: boolean; noCache: boolean }
  }
}

/** The context of a GraphQL request. */
export type Context = ServiceContext<Clients, RecorderState, GraphQLParams>

/** The context of an event: no caller, only the app itself. */
export type EventContext = IOEventContext<Clients, RecorderState>
