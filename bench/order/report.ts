import { outOfBounds, printTable } from '../table'
import type { Bound } from '../table'
import { CANCELS } from './footprint'
import type { Footprint } from './footprint'
import { AT_ONCE } from './measure'
import type { Cell } from './measure'
import type { TargetName } from './targets'

/** All that was measured at one latency of every upstream call. */
export interface Column {
  latencyMs: number
  cells: Record<TargetName, Cell>
}

interface Results {
  columns: Column[]
  /** The targets' titles, in the order in which they are shown. */
  titles: Record<TargetName, string>
  footprints: { app: Footprint; bare: Footprint }
}

/** The bounds for one order. The speed is bounded where an upstream call takes as long as it may on a real account. */
const LATENCIES_OF_PROMISES = [20, 50, 120]
const FLOORS = 2
const EXTRA_MS = 60
const GUARD_MS = 1_200
const TRIPS = 7
const CALLS = 9

/** Prints the ratios first, then the times; returns the measurements that exceed their bound. */
export function report({ columns, titles, footprints }: Results): string[] {
  const table = (title: string, show: (cell: Cell, column: Column) => string) =>
    printTable(title, tableOf({ columns, titles }, show))

  table(
    'One order, one replica on the real runtime. Median time ÷ the floor of the same run, by the time that every upstream call takes:',
    (cell, { cells }) => `${ratio(cell.p50, cells.floor.p50)} x`
  )
  table(
    `Cancels a second at ${AT_ONCE} at once ÷ the floor's:`,
    ({ perSecond }, { cells }) => ratio(perSecond, cells.floor.perSecond)
  )
  printFootprints(footprints)
  table(
    'p50 / p99 in ms (number of cancels, one after the other; the p99 of fewer than 100 is the slowest):',
    ({ p50, p99, measured }) => `${whole(p50)} / ${whole(p99)} (${measured})`
  )
  table(
    'Upstream calls · round trips in a row, of one cancel (at 0 ms, calls side by side are not told from calls in a row):',
    ({ calls, trips }, { latencyMs }) =>
      `${calls} · ${latencyMs === 0 ? '–' : trips}`
  )
  table(`Cancels a second at ${AT_ONCE} at once:`, ({ perSecond }) =>
    perSecond === null ? '–' : whole(perSecond)
  )

  return printPromises(columns)
}

function tableOf(
  { columns, titles }: Pick<Results, 'columns' | 'titles'>,
  show: (cell: Cell, column: Column) => string
): string[][] {
  const names = Object.keys(titles) as TargetName[]

  return [
    ['', ...columns.map(({ latencyMs }) => `${latencyMs} ms`)],
    ...names.map((name) => [
      titles[name],
      ...columns.map((column) => show(column.cells[name], column)),
    ]),
  ]
}

function printFootprints({ app, bare }: Results['footprints']) {
  const row = (what: string, of: keyof Footprint) => [
    what,
    `${ratio(app[of], bare[of])} x`,
    whole(app[of]),
    whole(bare[of]),
  ]

  printTable('Start and memory beside a bare app on the same runtime:', [
    ['', 'times the bare app', 'this app', 'bare app'],
    row('ms until it listens', 'startMs'),
    row('MB after the start', 'memoryAtStartMb'),
    row(`MB after ${CANCELS} cancels`, 'memoryAfterCancelsMb'),
  ])
}

/** Prints each promise with its measurement; returns those that do not hold. */
function printPromises(columns: Column[]): string[] {
  const promises = columns.flatMap(promisesAt)

  console.log('\nThe promises of one order:\n')

  for (const promise of promises) {
    const { what, measured, atMost } = promise
    const holds = outOfBounds([promise]).length === 0

    console.log(
      `  ${holds ? '✔' : '✖'} ${what}: ${whole(measured)}, at most ${whole(
        atMost
      )}`
    )
  }

  return outOfBounds(promises)
}

/** The bounds at one latency: no cancel may fail at any, and the speed is promised at some. */
function promisesAt({ latencyMs, cells }: Column): Bound[] {
  const { ordinary, guarded, floor } = cells
  const at = `at ${latencyMs} ms`
  const taken: Bound = {
    what: `cancels that were not taken ${at}`,
    measured: Object.values(cells).reduce((sum, { failed }) => sum + failed, 0),
    atMost: 0,
  }

  if (!LATENCIES_OF_PROMISES.includes(latencyMs)) return [taken]

  return [
    taken,
    {
      what: `p50 of a one-step cancel in ms ${at} (${FLOORS} x the floor + ${EXTRA_MS})`,
      measured: ordinary.p50,
      atMost: Math.round(FLOORS * floor.p50 + EXTRA_MS),
    },
    {
      what: `extra ms of a two-step cancel ${at}`,
      measured: guarded.p50 - ordinary.p50,
      atMost: GUARD_MS,
    },
    {
      what: `round trips in a row of a one-step cancel ${at}`,
      measured: ordinary.trips,
      atMost: TRIPS,
    },
    {
      what: `upstream calls of a one-step cancel ${at}`,
      measured: ordinary.calls,
      atMost: CALLS,
    },
  ]
}

function ratio(measured: number | null, base: number | null): string {
  return measured === null || base === null ? '–' : (measured / base).toFixed(2)
}

function whole(value: number): string {
  return value.toFixed(0)
}
