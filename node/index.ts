import { Service } from '@vtex/api'
import type { RecorderState } from '@vtex/api'

import { Clients } from './clients'
import { limitAuth } from './clients/authLimits'
import { BoundaryDirective } from './directives/boundary'
import type { GraphQLParams } from './globals'
import { drainBatches } from './events/drainBatches'
import { orderChanged } from './events/orderChanged'
import { resolvers } from './resolvers'

limitAuth()

export default new Service<Clients, RecorderState, GraphQLParams>({
  clients: { implementation: Clients, options: {} },
  events: { drainBatches, orderChanged },
  graphql: {
    resolvers,
    schemaDirectives: { boundary: BoundaryDirective },
  },
})
