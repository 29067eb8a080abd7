import { BadRequest } from '../edge/exchange'
import type { Manifest } from '../edge/policies'
import { Replica } from './replica'

export interface ReplicasOptions {
  buildFolder: string
  manifest: Manifest
  /** The port of each replica's proxy. Its length is the number of replicas. */
  proxyPorts: number[]
  /** True for the heap of a container of the platform. */
  isContained?: boolean
  /** Called when a process ends unexpectedly. */
  onCrash: (logLines: string[]) => void
}

/** The state of one replica. */
export interface ReplicaState {
  index: number
  pid?: number
  running: boolean
  /** The last lines that it has printed, including those from before a restart. */
  logLines: string[]
}

/** The slot of one replica. Its process can be killed and started again. */
interface Place {
  index: number
  logLines: string[]
  replica?: Replica
  starting?: Promise<void>
}

/** The replicas of the app, each of which can be killed and started again. */
export class Replicas {
  private places: Place[] = []
  private options?: ReplicasOptions
  private turns = 0

  /** Starts all replicas. If one fails, it waits for the others before it fails. */
  public async startAll(options: ReplicasOptions) {
    this.options = options
    this.places = options.proxyPorts.map((_port, index) => ({
      index,
      logLines: [],
    }))

    const starts = await Promise.allSettled(
      this.places.map(({ index }) => this.start(index))
    )

    const failed = starts.find(({ status }) => status === 'rejected')

    if (failed?.status === 'rejected') throw failed.reason
  }

  /** Starts a killed replica again; resolves when it listens. */
  public async start(index: unknown) {
    const place = this.placeOf(index)

    if (place.replica?.running) return

    place.starting ??= this.fill(place).finally(() => {
      place.starting = undefined
    })

    await place.starting
  }

  /** Kills a replica, even if it is handling a request. */
  public async kill(index: unknown) {
    await this.placeOf(index).replica?.stop()
  }

  public async stopAll() {
    await Promise.all(
      this.places.map(async (place) => {
        await place.starting?.catch(() => undefined)
        await place.replica?.stop()
      })
    )
  }

  /** Returns the port of the selected replica, or of the next one in turn. */
  public portFor(wanted?: string): number {
    const candidates =
      wanted === undefined ? this.inTurn() : [this.placeOf(Number(wanted))]

    const replica = candidates
      .map((place) => place.replica)
      .find((candidate) => candidate?.running)

    if (!replica) throw new Error('No replica runs that could answer.')

    return replica.port
  }

  /** Returns the next running replica in turn; undefined if none is running. */
  public next(): { index: number; port: number } | undefined {
    const [place] = this.inTurn()

    return place?.replica && { index: place.index, port: place.replica.port }
  }

  public list(): ReplicaState[] {
    return this.places.map(({ index, logLines, replica }) => ({
      index,
      pid: replica?.pid,
      running: replica?.running ?? false,
      logLines,
    }))
  }

  /** Describes the app as a whole: its first process, and the log lines of all replicas. */
  public summary(): { pid?: number; logLines: string[] } {
    return {
      pid: this.places[0]?.replica?.pid,
      logLines: this.places.flatMap(({ logLines }) => logLines),
    }
  }

  /** Lists the slots with a running replica, starting with the next one in turn. */
  private inTurn(): Place[] {
    const running = this.places.filter(({ replica }) => replica?.running)
    const first = this.turns % (running.length || 1)

    this.turns += 1

    return [...running.slice(first), ...running.slice(0, first)]
  }

  private placeOf(index: unknown): Place {
    const place = this.places.find((candidate) => candidate.index === index)

    if (!place) throw new BadRequest(`There is no replica ${String(index)}.`)

    return place
  }

  private async fill(place: Place) {
    if (!this.options) throw new Error('The app does not run.')

    const { proxyPorts, ...options } = this.options

    place.replica = await Replica.start({
      ...options,
      proxyPort: proxyPorts[place.index],
      logLines: place.logLines,
    })
  }
}
