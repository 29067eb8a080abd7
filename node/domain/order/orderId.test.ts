import * as fc from 'fast-check'

import { badIdRefusal } from '../refusal/refusal'
import { givenOrderId, isOrderId, isPurchaseId } from './orderId'

/** The words about one text in the sentence of its refusal. */
const problemIn = (text: string) =>
  badIdRefusal(text)
    .message.replace('This is no order id: ', '')
    .replace(' An order id looks like 1380000000001-01.', '')

describe('isPurchaseId', () => {
  it.each(['v1380000000001', 'SLR-1', 'vBWW-Loja Exemplo-2660650814'])(
    'accepts %s',
    (text) => {
      expect(isPurchaseId(text)).toBe(true)
    }
  )

  it.each(['', 'v..', '..', 'v/1', 'v 1', 'wBWW-Loja Exemplo-2660650814'])(
    'refuses %j',
    (text) => {
      expect(isPurchaseId(text)).toBe(false)
    }
  )
})

describe('isOrderId', () => {
  it.each([
    '1380000000001-01',
    'SLR-1380000000001-01',
    'v71025504grcrn-01',
    '500001',
    'a',
    '1.2_3-4',
    '1'.repeat(100),
  ])('accepts %s', (text) => {
    expect(isOrderId(text)).toBe(true)
  })

  it.each([
    '',
    '..',
    '.',
    '-1',
    '_1',
    '1..2',
    'a/b',
    '%2e',
    '1\n',
    'ação',
    '1'.repeat(101),
  ])('refuses %j', (text) => {
    expect(isOrderId(text)).toBe(false)
  })

  it('accepts only text that a URL reads as one segment of its path', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aZ09._-/\\%?#&;:@ \n\0') })
    )

    const path = (text: string) => `/orders/${text}/cancel`
    const isOneSegment = (text: string) =>
      new URL(`http://oms${path(encodeURIComponent(text))}`).pathname ===
      path(text)

    fc.assert(
      fc.property(anyText, (text) => {
        expect(!isOrderId(text) || isOneSegment(text)).toBe(true)
      }),
      { numRuns: 50_000 }
    )
  })
})

describe('field case 14: the id of an external marketplace', () => {
  it.each([
    'BWW-Loja Exemplo-2660650814-01',
    'AMZ-701-0000000-0000000',
    'abc-1 2 3',
  ])(
    'may hold single spaces behind the three letters of its affiliate: %s',
    (id) => {
      expect(isOrderId(id)).toBe(true)
    }
  )

  it.each([
    ['two spaces in a row', 'BWW-Loja  Exemplo-26-01'],
    ['a space that does not part words', 'BWW-Loja\u00a0Exemplo-26-01'],
    ['a line break', 'BWW-Loja\nExemplo-26-01'],
    ['a space at its end', 'BWW-Loja '],
    ['no affiliate', 'Loja Exemplo-2660650814-01'],
    ['four letters', 'BWWW-Loja Exemplo-26-01'],
    ['two letters', 'BW-Loja Exemplo-26-01'],
    ['two dots', 'BWW-Loja Ex..emplo'],
    ['a slash', 'BWW-Loja Ex/emplo'],
    ['101 characters', `BWW-a ${'1'.repeat(95)}`],
  ])('is refused with %s', (_what, id) => {
    expect(isOrderId(id)).toBe(false)
  })

  it('is refused where each part ends like an id of its own, and said to be two', () => {
    const two = 'BWW-2660650814-01 BWW-2660650815-01'

    expect(isOrderId(two)).toBe(false)
    expect(problemIn(two)).toBe(
      'it looks like more than one id. Give one at a time.'
    )
  })
})

describe('field case 7: an id as a spreadsheet or a caller writes it', () => {
  it.each([
    ' 1380000000001-01',
    '1380000000001-01\t',
    '\u00a01380000000001-01\r\n',
    '\ufeff1380000000001-01',
  ])('is taken without the spaces around it: %j', (text) => {
    expect(givenOrderId(text)).toBe('1380000000001-01')
  })

  it('keeps its inner spaces', () => {
    expect(givenOrderId(' BWW-Loja Exemplo-01 ')).toBe('BWW-Loja Exemplo-01')
  })

  const PROPOSAL = 'If 1380000000001-01 is meant, give that.'

  it.each<[string, string, string]>([
    [
      'a zero width space in it',
      '1380000000001\u200b-01',
      `it has an invisible character in it. ${PROPOSAL}`,
    ],
    [
      'a zero width space at its end',
      '1380000000001-01\u200b',
      `it has an invisible character in it. ${PROPOSAL}`,
    ],
    [
      'a byte order mark in it',
      '1380000\ufeff000001-01',
      `it has an invisible character in it. ${PROPOSAL}`,
    ],
    [
      'a soft hyphen in it',
      '1380000\u00ad000001-01',
      `it has an invisible character in it. ${PROPOSAL}`,
    ],
    [
      'a control character in it',
      '1380000\u0007000001-01',
      `it has an invisible character in it. ${PROPOSAL}`,
    ],
    [
      'a hyphen that does not break lines',
      '1380000000001\u201101',
      `it has a dash that is no hyphen in it. ${PROPOSAL}`,
    ],
    [
      'an en dash',
      '1380000000001\u201301',
      `it has a dash that is no hyphen in it. ${PROPOSAL}`,
    ],
    [
      'a minus sign',
      '1380000000001\u221201',
      `it has a dash that is no hyphen in it. ${PROPOSAL}`,
    ],
    [
      'a dash and an invisible character',
      '1380000000001\u2013\u200b01',
      `it has an invisible character in it. ${PROPOSAL}`,
    ],
    [
      'a space between two',
      '1380000000001-01 1380000000002-01',
      'it looks like more than one id. Give one at a time.',
    ],
    [
      'a line break between two',
      '1380000000001-01\n1380000000002-01',
      'it looks like more than one id. Give one at a time.',
    ],
    [
      'a tab between two',
      '1380000000001-01\t1380000000002-01',
      'it looks like more than one id. Give one at a time.',
    ],
    [
      'a comma between two',
      '1380000000001-01,1380000000002-01',
      'it looks like more than one id. Give one at a time.',
    ],
    [
      'a semicolon between three',
      '1001-01; 1002-01; 1003-01',
      'it looks like more than one id. Give one at a time.',
    ],
    [
      'a power of ten',
      '1.38E+12',
      'a spreadsheet has shortened it to a power of ten, and its last digits are lost. Format the column as text and export the ids again.',
    ],
    [
      'a power of ten with a comma',
      ' 1,38E+12 ',
      'a spreadsheet has shortened it to a power of ten, and its last digits are lost. Format the column as text and export the ids again.',
    ],
    ['nothing in it', ' ', 'it is empty.'],
    ['101 characters', '1'.repeat(101), 'it is longer than 100 characters.'],
  ])('is refused, and the reason is named: %s', (_what, text, problem) => {
    expect(isOrderId(givenOrderId(text))).toBe(false)
    expect(problemIn(text)).toBe(problem)
  })

  it.each(['<b>', 'order 1', 'ação', '1/2', '..'])(
    'is told the rule where nothing else fits, and its text is not repeated: %s',
    (text) => {
      expect(problemIn(text)).toBe(
        'an id has letters, digits, "-", "_" and ".", the first a letter or digit; single spaces only behind the three letters of an affiliate.'
      )
    }
  )

  it('is proposed only where that is a valid id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, proposed = 'none'] =
          /^it has .* in it\. If (.*) is meant/s.exec(problemIn(text)) ?? []

        expect(isOrderId(proposed)).toBe(true)
      }),
      { numRuns: 20_000 }
    )
  })
})
