import { benchEstimate } from './estimate'
import { benchOrder } from './order/order'
import { benchPace } from './pace'
import { benchPage } from './page'
import { benchRuntime } from './runtime'
import { benchTenBatches } from './tenBatches'

interface Options {
  seeds: number
  /** The build folder of the bare app. */
  bareBuild: string
}

type Part = (options: Options) => Promise<string[]>

/** The parts of the benchmark, in the order in which they run. */
const PARTS: Record<string, Part> = {
  order: ({ bareBuild }) => benchOrder(bareBuild),
  runtime: () => benchRuntime(),
  pace: ({ seeds }) => benchPace(seeds),
  lane: async () => [...(await benchTenBatches()), ...(await benchEstimate())],
  page: () => benchPage(),
}

/** The names with which a part can be run alone. */
export const PART_NAMES = Object.keys(PARTS)

/** Runs parts of the benchmark and prints the results; returns the measurements that exceed their bound. */
export async function bench(
  names: string[],
  options: Options
): Promise<string[]> {
  const exceeded: string[] = []

  for (const name of names) {
    // eslint-disable-next-line no-await-in-loop
    exceeded.push(...(await PARTS[name](options)))
  }

  return exceeded
}
