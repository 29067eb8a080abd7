import { CALLERS } from './callers'
import { startPlatform } from './platform'
import type { Platform } from './platform'
import { SAMPLE_ORDER_ID } from './services/oms/seeds'

const [OPERATOR] = CALLERS

const MUTATION = `mutation {
  cancelOrder(orderId: "${SAMPLE_ORDER_ID}", reason: "Out of stock") {
    date
    orderId
    receipt
    state
    nextStep
    refusal { message }
  }
}`

export interface DemoOptions {
  buildFolder: string
  port: number
  replicas: number
}

export interface Demo {
  /** Cancels the sample order through GraphQL and prints request and receipt; resolves to false if no receipt came. */
  cancelSampleOrder: () => Promise<boolean>
  printAddresses: () => void
  stop: () => Promise<void>
  /** Resolves to the exit code once the platform has stopped, for whatever reason. */
  ended: Promise<number>
}

/** Starts the platform and the app, for `npm start` to show. */
export async function startDemo({
  buildFolder,
  port,
  replicas,
}: DemoOptions): Promise<Demo> {
  let end: (exitCode: number) => void = () => undefined
  const ended = new Promise<number>((resolve) => (end = resolve))

  console.log('• Starting the simulated platform and the app on @vtex/api …')

  const platform = await startPlatform({
    buildFolder,
    port,
    replicas,
    onViolation: (problem) =>
      console.error(`\n✖ VTEX would refuse this: ${problem}`),
    onCrash: (lines) => {
      console.error(
        `\n✖ The app's process ended unexpectedly. Its last log lines:\n${lines.join(
          '\n'
        )}`
      )
      void platform.stop().then(() => end(1))
    },
  })

  return {
    cancelSampleOrder: () => cancelSampleOrder(platform),
    printAddresses: () => printAddresses(platform),
    stop: () => platform.stop().then(() => end(0)),
    ended,
  }
}

async function cancelSampleOrder({ url }: Platform): Promise<boolean> {
  console.log(
    `\n▶ POST ${url}/graphql, as ${OPERATOR.user}:\n\n${indent(MUTATION)}`
  )

  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `VtexIdclientAutCookie=${OPERATOR.token}`,
    },
    body: JSON.stringify({ query: MUTATION }),
  })

  const reply: unknown = await response.json()
  const answer = parseAnswer(reply)

  if (!answer?.date) {
    console.error(
      `\n✖ The reply has no receipt. It is:\n${JSON.stringify(reply)}`
    )

    return false
  }

  console.log(
    `\n◀ OMS received the request:\n\n${indent(
      JSON.stringify(answer, null, 2)
    )}\n`
  )
  console.log(
    `✔ order ${answer.orderId} · date ${answer.date} · receipt ${answer.receipt}`
  )

  return true
}

interface Answer {
  orderId?: string
  date?: string
  receipt?: string | null
}

function parseAnswer(body: unknown): Answer | undefined {
  return (body as { data?: { cancelOrder?: Answer } | null }).data?.cancelOrder
}

function printAddresses({ url }: Platform) {
  console.log(`
  Admin page         ${url}/admin/order-cancellation
  Orders and login   ${url}/
  GraphiQL           ${url}/graphiql
  GraphQL endpoint   ${url}/graphql
  Control API        ${url}/_simulator`)
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}
