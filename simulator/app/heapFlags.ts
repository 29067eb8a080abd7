import { readServiceJson } from './serviceJson'

/** VTEX's default if service.json sets no memory (docs: Service). */
const DEFAULT_MEMORY_MB = 128

/** The least that V8 takes for long-lived objects, however small the container is. */
const LEAST_OLD_SPACE_MB = 256

/** Reads the memory that service.json asks for each replica, in MB. */
export function memoryMbOf(buildFolder: string): number {
  return readServiceJson(buildFolder).memory ?? DEFAULT_MEMORY_MB
}

/**
 * Makes the flags that give a replica the heap V8 chooses in a container with the `memory` of
 * service.json. On a machine with more memory V8 lets garbage grow to several times what lives,
 * which says nothing about a replica of the platform. Measured with Node 20 in such containers;
 * the flags with which the platform itself starts an app are documented nowhere.
 */
export function heapFlags(buildFolder: string): string[] {
  const memoryMb = memoryMbOf(buildFolder)
  const oldSpaceMb = Math.max(LEAST_OLD_SPACE_MB, memoryMb / 2)
  const semiSpaceMb =
    oldSpaceMb === LEAST_OLD_SPACE_MB ? 1 : Math.ceil(memoryMb / 256)

  return [
    `--max-old-space-size=${oldSpaceMb}`,
    `--max-semi-space-size=${semiSpaceMb}`,
  ]
}
