import { Service } from '@vtex/api'
import type { RecorderState } from '@vtex/api'

import { Clients } from './clients'
import { BoundaryDirective } from './directives/boundary'
import type { GraphQLParams } from './globals'
import { resolvers } from './resolvers'

export default new Service<Clients, RecorderState, GraphQLParams>({
  clients: { implementation: Clients, options: {} },
  graphql: {
    resolvers,
    schemaDirectives: { boundary: BoundaryDirective },
  },
})
