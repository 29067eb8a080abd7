import { BadRequest } from '../edge/exchange'
import type { Manifest } from '../edge/policies'
import { Replica } from './replica'

export interface ReplicasOptions {
  buildFolder: string
  manifest: Manifest
  /** The proxy of each replica, one port apiece: so many replicas there are. */
  proxyPorts: number[]
  /** Told when a process ends without being asked to. */
  onCrash: (logLines: string[]) => void
}

/** What there is to know of one replica. */
export interface ReplicaState {
  index: number
  pid?: number
  running: boolean
  /** The last lines that it has printed, also before it was started anew. */
  logLines: string[]
}

/** The place of one replica, whose process comes and goes. */
interface Place {
  index: number
  logLines: string[]
  replica?: Replica
  starting?: Promise<void>
}

/** The replicas of the app, of which each can be killed and started anew. */
export class Replicas {
  private places: Place[] = []
  private options?: ReplicasOptions
  private turns = 0

  /** Starts all of them; fails when one does, after the last has tried. */
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

  /** Starts a process in the place of one that was killed; resolves when it listens. */
  public async start(index: unknown) {
    const place = this.placeOf(index)

    if (place.replica?.running) return

    place.starting ??= this.fill(place).finally(() => {
      place.starting = undefined
    })

    await place.starting
  }

  /** Ends a replica at once, in the midst of whatever it does. */
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

  /** The port of the replica that was asked for, or of the next one in turn. */
  public portFor(wanted?: string): number {
    const candidates =
      wanted === undefined ? this.inTurn() : [this.placeOf(Number(wanted))]

    const replica = candidates
      .map((place) => place.replica)
      .find((candidate) => candidate?.running)

    if (!replica) throw new Error('No replica runs that could answer.')

    return replica.port
  }

  /** The replica whose turn it is; undefined when none runs. */
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

  /** The app as a whole: its first process, and what all have printed. */
  public summary(): { pid?: number; logLines: string[] } {
    return {
      pid: this.places[0]?.replica?.pid,
      logLines: this.places.flatMap(({ logLines }) => logLines),
    }
  }

  /** All places, beginning with the one whose turn it is; those that do not run lose theirs. */
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
