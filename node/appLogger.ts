import { bugTrace } from './bugTrace'
import type { AppLogger } from './services/ports'

/** The runtime's logger (`ctx.vtex.logger`), as far as this app uses it. */
interface RuntimeLogger {
  info: (entry: object) => void
  error: (entry: object) => void
}

/** The app's log on VTEX IO. What it is given as a bug leaves no more than its trace. */
export function appLogger(logger: RuntimeLogger): AppLogger {
  return {
    info: (entry) => logger.info(entry),
    bug: (operation, error) =>
      logger.error({ operation, problem: 'bug', ...bugTrace(error) }),
  }
}
