'use strict'

/**
 * Another VTEX IO app that calls this one with the real client of `@vtex/api`: it reads
 * one order's cancellation, cancels the order, and prints both answers. Start it with
 * HTTP_PROXY set to the simulator's proxy.
 */
const { AppGraphQLClient } = require('../../node/node_modules/@vtex/api')

const [, , orderId, token] = process.argv

class OrderCancellation extends AppGraphQLClient {
  constructor(context) {
    super('acme.order-cancellation@0.x', context, {
      headers: { VtexIdclientAutCookie: token },
      timeout: 5_000,
    })
  }

  read() {
    return this.graphql.query({
      query: `query($orderId: ID!) { orderCancellation(orderId: $orderId) { state } }`,
      variables: { orderId },
      throwOnError: false,
    })
  }

  cancel() {
    return this.graphql.mutate({
      mutate: `mutation($orderId: ID!) { cancelOrder(orderId: $orderId) { state } }`,
      variables: { orderId },
      throwOnError: false,
    })
  }
}

async function main() {
  const app = new OrderCancellation({
    account: 'acme',
    workspace: 'master',
    region: 'aws-us-east-1',
    authToken: token,
    logger: console,
    tracer: { isTraceSampled: false },
  })

  const read = await app.read()
  const canceled = await app.cancel()

  process.stdout.write(JSON.stringify([read.data, canceled.data]))
}

main()
