import { useMemo } from 'react'
import { useIntl } from 'react-intl'

interface Formats {
  /** Cents in a currency; without a known currency the plain amount. Null for none. */
  money: (cents: number | null, currency: string | null) => string | null
  /** A count of things. */
  count: (number: number) => string
  /** The time of day, with the date where that is another day. */
  time: (when: string | number) => string
  /** The date alone. */
  day: (when: string | number) => string
  /** Whole seconds until something, never below 0. */
  seconds: (seconds: number) => number
  /** A text of the API: a time in the operator's zone, all else as it is. */
  local: (text: string) => string
}

/** Gives the ways in which amounts and times are shown: in the operator's language and zone. */
export function useFormats(): Formats {
  const intl = useIntl()

  return useMemo(() => {
    const day = (when: string | number) =>
      intl.formatDate(when, { day: 'numeric', month: 'short', year: 'numeric' })

    const time = (when: string | number) => {
      const clock = intl.formatTime(when, {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      } as Parameters<typeof intl.formatTime>[1])

      return day(when) === day(Date.now()) ? clock : `${day(when)}, ${clock}`
    }

    const amount = (cents: number) =>
      intl.formatNumber(cents / 100, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      })

    const money = (cents: number | null, currency: string | null) => {
      if (cents === null) return null
      if (!currency || !/^[A-Z]{3}$/.test(currency)) return amount(cents)

      return intl.formatNumber(cents / 100, { style: 'currency', currency })
    }

    return {
      money,
      time,
      day,
      count: (number) => intl.formatNumber(number),
      seconds: (seconds) => Math.max(0, Math.ceil(seconds)),
      local: (text) => (/^\d{4}-\d\d-\d\dT/.test(text) ? time(text) : text),
    }
  }, [intl])
}
