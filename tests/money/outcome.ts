/** What a run has shown. */
export interface Outcome {
  violations: string[]
  races: string[]
}
