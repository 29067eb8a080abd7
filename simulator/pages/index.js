'use strict'

const REFRESH_MS = 1000

const callersBox = document.getElementById('callers')
const who = document.getElementById('who')
const ordersBody = document.getElementById('orders')
const lastStatus = new Map()
let whoText = who.textContent

/** Creates an element with text, never markup: an order's fields are untrusted input. */
function element(name, { text = '', className = '', children = [] } = {}) {
  const node = document.createElement(name)

  node.textContent = text
  node.className = className
  node.append(...children)

  return node
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

  return response.json()
}

async function showCallers() {
  const callers = await call('GET', '/_simulator/callers')

  for (const caller of callers) {
    const button = element('button', { text: caller.title })

    button.type = 'button'
    button.dataset.key = caller.key
    button.addEventListener('click', () => logIn(caller.key))
    callersBox.append(button)
  }

  showLogin(await call('GET', '/login'))
}

/** Logs in as one of the callers; without a key, logs out. */
async function logIn(key = null) {
  showLogin(await call('POST', '/login', { key }))
}

function showLogin(caller) {
  whoText = caller
    ? `Logged in as ${caller.user}. GraphiQL sends the cookie of this login.`
    : 'Logged out. GraphiQL sends no cookie.'
  who.textContent = whoText

  for (const button of callersBox.children) {
    button.setAttribute(
      'aria-pressed',
      String(button.dataset.key === caller?.key)
    )
  }
}

async function showOrders() {
  const orders = await call('GET', '/_simulator/orders')

  who.textContent = whoText
  ordersBody.replaceChildren(...orders.map(orderRow))
}

function orderRow(order) {
  const { orderId, origin, sellers, about } = order
  const isOwnStore =
    origin === 'Marketplace' && sellers.every(({ id }) => id === '1')

  const names = sellers.map(({ name }) => name).join(', ')

  return element('tr', {
    children: [
      element('td', { text: orderId, className: 'id' }),
      element('td', {
        text: isOwnStore ? 'own store' : `${origin}, seller ${names}`,
      }),
      element('td', { children: [statusBadge(order)] }),
      element('td', { text: cancellationText(order) }),
      element('td', {
        children: [element('div', { text: about }), tryLink(orderId)],
      }),
    ],
  })
}

function statusBadge({ orderId, status }) {
  const text = status ?? '(incomplete)'
  const previous = lastStatus.get(orderId)
  const changed = previous !== undefined && previous !== text

  lastStatus.set(orderId, text)

  return element('span', {
    text,
    className: `status ${status} ${changed ? 'changed' : ''}`,
  })
}

function cancellationText({ cancellation }) {
  if (!cancellation) return ''

  const { reason, requestedByUser, date } = cancellation
  const requester = requestedByUser ? 'the shopper' : 'the store'

  return `${date.slice(0, 19).replace('T', ' ')}, requested by ${requester}: ${
    reason ?? 'no reason'
  }`
}

function tryLink(orderId) {
  const link = element('a', { text: 'Try it in GraphiQL' })

  link.href = `/graphiql?orderId=${encodeURIComponent(orderId)}`

  return link
}

function sayStopped() {
  who.textContent = 'The simulator has stopped. Run npm start again.'
}

async function keepShowingOrders() {
  await showOrders().catch(sayStopped)
  setTimeout(keepShowingOrders, REFRESH_MS)
}

document.getElementById('reset').addEventListener('click', async () => {
  await call('POST', '/_simulator/reset')
  lastStatus.clear()
  await showOrders()
})

document.getElementById('log-out').addEventListener('click', () => logIn())

showCallers().catch(sayStopped)
keepShowingOrders()
