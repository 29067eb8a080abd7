export function yarnLockOf(
  lock: { packages: Record<string, object> },
  overrides?: Record<string, string>
): string
