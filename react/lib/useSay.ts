import { useMemo } from 'react'
import { useIntl } from 'react-intl'

type Values = Record<string, string | number>

/** Says something in the operator's language. */
export interface Say {
  (key: string, values?: Values): string
  /** Says what a code of the API means; the API’s own sentence for a code that this version does not know. */
  or: (key: string, sentence: string, values?: Values) => string
  /** Tells whether there are words for a key. */
  has: (key: string) => boolean
}

const PREFIX = 'admin/order-cancellation.'

/** Gives the words of the page: keys are those of messages/, without their prefix. */
export function useSay(): Say {
  const intl = useIntl()

  return useMemo(() => {
    const say = (key: string, values?: Values) =>
      intl.formatMessage({ id: `${PREFIX}${key}` }, values)

    const has = (key: string) => `${PREFIX}${key}` in intl.messages

    const or = (key: string, sentence: string, values?: Values) =>
      has(key) ? say(key, values) : sentence

    return Object.assign(say, { or, has })
  }, [intl])
}
