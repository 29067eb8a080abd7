import type { ChildProcess } from 'child_process'

/** Where a simulator is reached. */
export interface Addresses {
  url: string
  /** The HTTP_PROXY for another app. */
  proxyUrl: string
}

/**
 * Starts the platform with replicas of an app that has been built, in a process of its own. It
 * ends when the process that started it disconnects, or ends. Rejects if it ends before it listens.
 */
export function startSimulator(
  buildFolder?: string,
  replicas?: number,
  /** True for replicas with the heap of a container of the platform. */
  isContained?: boolean
): Promise<{ child: ChildProcess; addresses: Addresses }>
