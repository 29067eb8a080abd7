export function yarnLockOf(
  lock: { packages: Record<string, object> },
  resolutions?: Record<string, string>
): string
