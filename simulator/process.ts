/**
 * Runs the platform as a separate process for the end-to-end tests. It takes the build
 * folder, the number of replicas, and `contained` for replicas with the heap of a container; it
 * sends its addresses over IPC, and ends with its parent.
 */
import { startPlatform } from './platform'

const [, , buildFolder, replicas = '1', heap] = process.argv

async function main() {
  const platform = await startPlatform({
    buildFolder,
    port: 0,
    replicas: Number(replicas),
    isContained: heap === 'contained',
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
