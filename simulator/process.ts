/**
 * Runs the platform as a separate process for the end-to-end tests. It takes the build
 * folder and the number of replicas, sends its addresses over IPC, and ends with its parent.
 */
import { startPlatform } from './platform'

const [, , buildFolder, replicas = '1'] = process.argv

async function main() {
  const platform = await startPlatform({
    buildFolder,
    port: 0,
    replicas: Number(replicas),
    onCrash: (lines) => {
      console.error(
        `The app's process ended unexpectedly:\n${lines.join('\n')}`
      )
      process.exit(1)
    },
  })

  process.on('disconnect', () => platform.stop().finally(() => process.exit(0)))
  process.send?.({ url: platform.url, proxyUrl: platform.proxyUrl })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
