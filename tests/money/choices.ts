/** Makes choices that a seed determines. */
export class Choices {
  constructor(public readonly random: () => number) {}

  public pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]
  }

  public is(share: number): boolean {
    return this.random() < share
  }

  public from(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1))
  }
}
