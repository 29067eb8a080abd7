import { NOTICE_SENTENCES } from './sentences'

export type NoticeCode = keyof typeof NOTICE_SENTENCES

/** The codes whose sentence names a subject. */
type NamingCode = {
  [Code in NoticeCode]: (typeof NOTICE_SENTENCES)[Code] extends string
    ? never
    : Code
}[NoticeCode]

/** The codes whose sentence is always the same. */
export type PlainCode = Exclude<NoticeCode, NamingCode>

/** What else the caller should know about an order. */
export interface Notice {
  code: NoticeCode
  /** The sentence in English. */
  message: string
  /** The order, the number or the state that the sentence names; null where it names none. Never a shopper's text. */
  subject: string | null
}

/** What is known of a notice without its sentence, which follows from it. */
export type NoticeKey = Pick<Notice, 'code' | 'subject'>

/** Every code that a notice can have. */
export const NOTICE_CODES = Object.keys(NOTICE_SENTENCES) as NoticeCode[]

/** Makes a notice. The compiler demands a subject where the sentence names one. */
export function notice(code: PlainCode): Notice
export function notice(code: NamingCode, subject: string): Notice
export function notice(code: NoticeCode, subject: string | null = null) {
  return noticeOf({ code, subject })
}

/** Makes the notice of a code and a subject that were kept. */
export function noticeOf({ code, subject }: NoticeKey): Notice {
  const sentence: string | ((subject: string) => string) =
    NOTICE_SENTENCES[code]

  return {
    code,
    message: typeof sentence === 'string' ? sentence : sentence(subject ?? ''),
    subject,
  }
}

/** Makes the notices of plain codes. */
export function notices(codes: readonly PlainCode[]): Notice[] {
  return codes.map((code) => notice(code))
}
