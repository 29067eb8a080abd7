import { benchPace } from './pace'
import { benchRuntime } from './runtime'

/** Runs all benchmarks and prints the results; returns the measurements that exceed their bound. */
export async function bench({ seeds }: { seeds: number }): Promise<string[]> {
  return [...(await benchRuntime()), ...(await benchPace(seeds))]
}
