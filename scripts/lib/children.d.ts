import type { SpawnOptions } from 'child_process'

/** Runs a command until it ends: see children.js. */
export function runChild(
  command: string,
  args: string[],
  options?: SpawnOptions & { isYielding?: boolean }
): Promise<{ code: number | null; output: string }>

/** Stops every command that is still running, with the processes that it has started. */
export function stopChildren(): void
