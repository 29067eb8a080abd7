import type { NewPeer } from './lanes'

/** Pacing algorithms that teams commonly use, by their usual names. Each lane has its own instance. */
export const PEERS: Record<string, NewPeer> = {
  sequential: () => ({ maxInFlight: () => 1, retryWaitMs: () => 1_000 }),

  'p-limit(10), fixed 1 s': () => ({
    maxInFlight: () => 10,
    retryWaitMs: () => 1_000,
  }),

  'p-limit(10), full jitter': (random) => ({
    maxInFlight: () => 10,
    retryWaitMs: (tries, waitSeconds) =>
      1_000 * ((waitSeconds ?? 0) + random() * Math.min(60, 2 ** tries)),
  }),

  'AIMD concurrency': aimdConcurrency,
  'AIMD concurrency + pause': pausingConcurrency,
  Gradient2: gradient2,
  'AWS adaptive (cubic)': awsAdaptive,
  'AIMD rate': aimdRate,
}

/** Netflix's AIMDLimit: one more call in flight while at least half are used, a tenth fewer after each refusal. */
function aimdConcurrency() {
  let limit = 4

  return {
    maxInFlight: () => Math.floor(limit),
    onReply: ({
      isAccepted,
      inFlight,
    }: {
      isAccepted: boolean
      inFlight: number
    }) => {
      if (!isAccepted) limit = Math.max(1, limit * 0.9)
      else if (inFlight * 2 >= limit) limit = Math.min(100, limit + 1)
    },
  }
}

/** AIMD concurrency with one decrease for each episode of refusals, and a pause. */
function pausingConcurrency(random: () => number): ReturnType<NewPeer> {
  let limit = 4
  let pausedUntilMs = 0
  let episodeMs = -1
  let refusals = 0

  return {
    maxInFlight: () => Math.floor(limit),
    startsInMs: (nowMs) => Math.max(0, pausedUntilMs - nowMs),
    onReply: ({ isAccepted, waitSeconds, sentAtMs, nowMs }) => {
      if (isAccepted) {
        refusals = 0
        limit = Math.min(100, limit + 1 / limit)
      } else if (sentAtMs >= episodeMs) {
        limit = Math.max(1, limit * 0.7)
        episodeMs = nowMs
        pausedUntilMs =
          nowMs +
          (waitSeconds === null
            ? Math.min(30_000, 1_000 * 2 ** refusals)
            : waitSeconds * 1_000 + random() * 500)
        refusals += 1
      }
    },
  }
}

/** Netflix's Gradient2Limit. It uses latency alone, and a refusal is fast. */
function gradient2(): ReturnType<NewPeer> {
  let limit = 20
  let longMs = 0
  let count = 0

  return {
    maxInFlight: () => Math.floor(limit),
    onReply: ({ sentAtMs, nowMs, inFlight }) => {
      const latencyMs = nowMs - sentAtMs

      count += 1
      longMs += (latencyMs - longMs) * (count < 10 ? 1 / count : 2 / 601)
      if (longMs / latencyMs > 2) longMs *= 0.95
      if (inFlight < limit / 2) return

      const gradient = Math.max(0.5, Math.min(1, (1.5 * longMs) / latencyMs))
      const wanted = limit * gradient + 4

      limit = Math.max(1, Math.min(200, limit * 0.8 + wanted * 0.2))
    },
  }
}

/** The AWS SDK's adaptive mode: a cubic token rate that applies from the first refusal on. */
function awsAdaptive(): ReturnType<NewPeer> {
  const BETA = 0.7
  const SCALE = 0.4
  let isOn = false
  let rate = 0.5
  let tokens = 0
  let filledS = 0
  let measured = 0
  let counted = 0
  let bucketS = 0
  let maxRate = 0
  let throttledS = 0

  const fill = (nowS: number) => {
    tokens = Math.min(Math.max(rate, 1), tokens + (nowS - filledS) * rate)
    filledS = nowS
  }

  const measure = (nowS: number) => {
    const halfS = Math.floor(nowS * 2) / 2

    counted += 1
    if (halfS <= bucketS) return
    measured = (counted / (halfS - bucketS)) * 0.8 + measured * 0.2
    counted = 0
    bucketS = halfS
  }

  return {
    maxInFlight: () => 50,
    startsInMs: (nowMs) => {
      if (!isOn) return 0
      fill(nowMs / 1_000)
      if (tokens < 1) return Math.max(1, ((1 - tokens) / rate) * 1_000)
      tokens -= 1

      return 0
    },
    onReply: ({ isAccepted, nowMs }) => {
      const nowS = nowMs / 1_000

      measure(nowS)

      if (!isAccepted) {
        maxRate = isOn ? Math.min(measured, rate) : measured
        throttledS = nowS
        isOn = true
      }

      const backS = Math.cbrt((maxRate * (1 - BETA)) / SCALE)
      const wanted = isAccepted
        ? SCALE * (nowS - throttledS - backS) ** 3 + maxRate
        : maxRate * BETA

      fill(nowS)
      rate = Math.max(0.5, Math.min(wanted, 2 * measured))
      tokens = Math.min(tokens, Math.max(rate, 1))
    },
  }
}

/** A rate that climbs by 3 % a second. Each episode of refusals multiplies it by 0.7 once; a pause and one probe follow. */
function aimdRate(random: () => number): ReturnType<NewPeer> {
  let rate = 2
  let isSlowStart = true
  let nextMs = 0
  let pausedUntilMs = 0
  let probe: 'none' | 'wanted' | 'out' = 'none'
  let failed = 0
  let episodeMs = -1
  let grownMs = 0

  const pause = (nowMs: number, waitSeconds: number | null) => {
    pausedUntilMs =
      nowMs +
      (waitSeconds === null
        ? Math.min(30_000, 1_000 * 2 ** failed) * (0.75 + random() / 2)
        : waitSeconds * 1_000 + random() * 500)
    probe = 'wanted'
  }

  return {
    maxInFlight: () => Math.min(50, Math.ceil(rate) + 2),
    startsInMs: (nowMs) => {
      if (nowMs < pausedUntilMs) return pausedUntilMs - nowMs
      if (probe === 'out') return 1_000

      if (probe === 'wanted') {
        probe = 'out'

        return 0
      }

      if (nowMs < nextMs) return nextMs - nowMs
      nextMs = Math.max(nextMs, nowMs - 250) + 1_000 / rate

      return 0
    },
    onReply: ({ isAccepted, waitSeconds, sentAtMs, nowMs }) => {
      if (!isAccepted && probe !== 'none') {
        if (probe === 'wanted') return
        failed += 1
        pause(nowMs, waitSeconds)
      } else if (!isAccepted) {
        if (sentAtMs < episodeMs) return
        rate = Math.max(0.2, rate * 0.7)
        isSlowStart = false
        failed = 0
        episodeMs = nowMs
        pause(nowMs, waitSeconds)
      } else if (probe === 'out') {
        probe = 'none'
        episodeMs = nowMs
        grownMs = nowMs
      } else if (sentAtMs >= episodeMs) {
        const seconds = Math.min(1, (nowMs - grownMs) / 1_000)

        grownMs = nowMs
        rate = Math.min(
          100,
          isSlowStart ? rate * 2 ** seconds : rate * (1 + 0.03 * seconds)
        )
      }
    },
  }
}
