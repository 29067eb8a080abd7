import type { Resolvers } from '../typings/schema'
import { cancelOrder } from './cancelOrder'
import { orderCancellation } from './orderCancellation'

export const resolvers: Resolvers = {
  Query: { orderCancellation },
  Mutation: { cancelOrder },
}
