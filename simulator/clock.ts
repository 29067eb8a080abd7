/**
 * The clock of the simulated platform. It runs at the machine's pace until it is stopped;
 * the control API can advance it in either case.
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

  /** Sets the clock back to the machine's time and lets it run. */
  public reset() {
    this.addedMs = 0
    this.stoppedAtMs = null
  }
}

/** Formats a date as OMS does: with .NET's seven fraction digits and a numeric offset. */
export function omsDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '0000+00:00')
}
