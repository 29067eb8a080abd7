import { useFormats } from '../lib/useFormats'
import { useSay } from '../lib/useSay'
import { needYou, stateKey } from './batchView'
import type { BatchHead } from './batchView'

/** Gives the sentence that says what a batch does; empty without one. */
export function useBatchSentence(batch: BatchHead | null): string {
  const say = useSay()
  const { time } = useFormats()

  if (!batch) return ''

  const { lastControl, throttledUntil, counts, maxRefusals, state } = batch

  if (state === 'PAUSED' && lastControl?.action === 'PAUSE' && !lastControl.by)
    return say('batchSentence.PAUSED_ITSELF', { count: maxRefusals ?? 0 })

  if (state === 'THROTTLED' && !throttledUntil)
    return say('batchSentence.THROTTLED_SOON')

  return say(stateKey('batchSentence', batch, say.has), {
    who: lastControl?.by ?? '–',
    when: lastControl ? time(lastControl.at) : '–',
    time: throttledUntil ? time(throttledUntil) : '–',
    count: batch.action === 'DENY' ? counts.denied : counts.canceled,
    needYou: needYou(batch),
  })
}
