import type { Context } from './globals'

const NAME = 'VtexIdclientAutCookie'

/** Finds the token that `@auth` checks: the cookie unless it is empty, else the header of that name. */
export function callerToken(ctx: Pick<Context, 'cookies' | 'get'>): string {
  // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- as @auth does
  return ctx.cookies.get(NAME) || ctx.get(NAME)
}
