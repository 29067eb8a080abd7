import { benchPace } from './pace'
import { benchRuntime } from './runtime'

/** Runs all benchmarks and prints them; what is beyond its bound. */
export async function bench({ seeds }: { seeds: number }): Promise<string[]> {
  return [...(await benchRuntime()), ...(await benchPace(seeds))]
}
