import { readFileSync } from 'fs'

/** Returns the current or the peak memory of a process; NaN if the system does not report it. */
export function memoryMb(pid: number, which: 'current' | 'peak'): number {
  const field = { current: 'VmRSS', peak: 'VmHWM' }[which]

  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')

    return (
      Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) /
      1_024
    )
  } catch {
    return NaN
  }
}
