'use strict'

/** The plain frame that stands for VTEX's Admin: it holds the page in an iframe, as the Admin does, and hands it nothing but the address. */

const APP = '/admin/app/order-cancellation'
const COOKIE = 'simulator-language'

const app = document.getElementById('app')
const language = document.getElementById('language')
const caller = document.getElementById('caller')

const load = () => app.contentWindow.location.reload()

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })

  return response.json()
}

async function showCallers() {
  const [callers, current] = await Promise.all([
    call('GET', '/_simulator/callers'),
    call('GET', '/login'),
  ])

  for (const { key, title } of callers) caller.append(new Option(title, key))
  caller.value = current ? current.key : ''
}

language.value =
  (new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(document.cookie) ?? [])[1] ??
  'en'

language.addEventListener('change', () => {
  document.cookie = `${COOKIE}=${language.value}; Path=/; SameSite=Lax`
  load()
})

caller.addEventListener('change', async () => {
  await call('POST', '/login', { key: caller.value || null })
  load()
})

app.src = APP
showCallers()
