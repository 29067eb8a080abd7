/**
 * The platform as a process of its own, for the end-to-end tests: takes the
 * build folder and the number of replicas, sends its addresses by IPC, and ends with its parent.
 */
import { startPlatform } from './platform'

const [, , buildFolder, replicas = '1'] = process.argv

async function main() {
  const platform = await startPlatform({
    buildFolder,
    port: 0,
    replicas: Number(replicas),
    onCrash: (lines) => {
      console.error(`The app ended by itself:\n${lines.join('\n')}`)
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
