import type { IOContext } from '@vtex/api'

/**
 * A context whose calls are never traced. For a sampled trace, which a caller's header
 * can ask for, the library logs a failed call with its bodies, its query and a stack
 * before this app sees the error.
 */
export function untraced(context: IOContext): IOContext {
  const tracer = Object.create(context.tracer ?? null, {
    isTraceSampled: { value: false, enumerable: true },
  })

  return { ...context, tracer }
}
