/**
 * The time of the simulated platform. It runs with the machine's until it is
 * stopped, and the control API moves it on in either case.
 */
export class Clock {
  private addedMs = 0
  private stoppedAtMs: number | null = null

  /** Epoch milliseconds. */
  public nowMs(): number {
    return (this.stoppedAtMs ?? Date.now()) + this.addedMs
  }

  public advance(seconds: number) {
    this.addedMs += seconds * 1000
  }

  public stop() {
    this.stoppedAtMs ??= Date.now()
  }

  /** Back to the machine's time, running. */
  public reset() {
    this.addedMs = 0
    this.stoppedAtMs = null
  }
}

/** A date as OMS writes it: .NET's seven fraction digits and a numeric offset. */
export function omsDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '0000+00:00')
}
