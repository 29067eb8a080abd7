import { CALLERS } from '../callers'

/** OMS is product 19 of License Manager. */
export const OMS_PRODUCT = '19'

export interface Grant {
  user: string
  product: string
  resource: string
  granted: boolean
}

/** The License Manager resources that each user holds. The control API changes them. */
export class Grants {
  private held = new Set<string>()

  constructor() {
    this.reset()
  }

  public has(user: string, product: string, resource: string): boolean {
    return this.held.has(keyOf(user, product, resource))
  }

  public set({ user, product, resource, granted }: Grant) {
    if (granted) this.held.add(keyOf(user, product, resource))
    else this.held.delete(keyOf(user, product, resource))
  }

  public reset() {
    this.held = new Set(
      CALLERS.flatMap(({ user, grants }) =>
        grants.map((resource) => keyOf(user, OMS_PRODUCT, resource))
      )
    )
  }
}

function keyOf(...parts: string[]): string {
  return parts.join('\n')
}
