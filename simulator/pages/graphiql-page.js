'use strict'

const DEFAULT_ORDER_ID = '1380000000002-01'
const orderId =
  new URLSearchParams(window.location.search).get('orderId') ?? DEFAULT_ORDER_ID

const QUERY = `# Runs as the caller that is named above.
mutation CancelOrder {
  cancelOrder(
    orderId: ${JSON.stringify(orderId)}
    reason: "Out of stock"
  ) {
    date
    orderId
    receipt
    state
    awaiting
    nextStep
    warnings
    refusal {
      code
      message
      retryable
      retryAfterSeconds
    }
  }
}

query WhatBecameOfIt {
  orderCancellation(
    orderId: ${JSON.stringify(orderId)}
  ) {
    state
    orderStatus
    reason
    canceledAt
    nextStep
    refusal {
      code
      message
    }
  }
}
`

/** Names the caller whose cookie GraphiQL sends; a first visit is logged in as the operator. */
async function showLogin() {
  const who = document.getElementById('who')

  try {
    const caller = await (await fetch('/login')).json()

    who.textContent = caller
      ? `Logged in as ${caller.title.split(':')[0]} (${caller.user})`
      : 'Logged out: every operation is refused'
  } catch {
    who.textContent = 'The simulator has stopped. Run npm start again.'
  }
}

/** Keeps nothing in the browser: what is shown is this order's, not an old tab's. */
const forgetful = {
  length: 0,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  clear: () => undefined,
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    query: QUERY,
    storage: forgetful,
    shouldPersistHeaders: false,
  })
)

// Another tab may have changed the login in the meantime.
window.addEventListener('focus', showLogin)
showLogin()
