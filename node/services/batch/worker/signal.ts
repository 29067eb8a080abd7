/** Lets one loop wait until another has changed something, or until some time has passed. */
export class Signal {
  private wake: () => void = () => undefined
  private changed = this.next()

  constructor(private readonly sleep: (ms: number) => Promise<void>) {}

  public notify() {
    const { wake } = this

    this.changed = this.next()
    wake()
  }

  public async wait(ms: number) {
    await Promise.race([this.changed, this.sleep(Math.max(1, ms))])
  }

  private next(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
    })
  }
}
