'use strict'

/**
 * The least that an app can do to cancel an order: one read and one cancel, with no
 * journal, decision or check. `npm run bench` measures the real app beside it.
 */
const { IOClients, JanusClient, Service } = require('@vtex/api')

class Oms extends JanusClient {
  constructor(context, options) {
    super(context, { ...options, retries: 0 })
  }

  async cancel(orderId, token) {
    const path = `/api/oms/pvt/orders/${orderId}`
    const config = { headers: { VtexIdclientAutCookie: token } }

    await this.http.getRaw(path, { ...config, metric: 'read' })

    const { status } = await this.http.postRaw(
      `${path}/cancel`,
      { requestedByUser: false },
      { ...config, metric: 'cancel' }
    )

    return status === 200
  }
}

class Clients extends IOClients {
  get oms() {
    return this.getOrSet('oms', Oms)
  }
}

const cancel = (_root, { orderId }, { clients, cookies }) =>
  clients.oms.cancel(orderId, cookies.get('VtexIdclientAutCookie'))

exports.default = new Service({
  clients: { implementation: Clients, options: {} },
  graphql: {
    resolvers: {
      Query: { name: () => 'bare' },
      Mutation: { withAuth: cancel, withoutAuth: cancel },
    },
  },
})
