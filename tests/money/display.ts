/** A way in which OMS shows an order otherwise than it is. The book of the simulator stays true. */
export interface Display {
  name: string
  /** What it says of invoices and changes is wrong, and the document holds nothing that tells. */
  isFalse: boolean
  show: (document: Shown) => Shown
}

export interface ShownPackage {
  type: string | null
  invoiceNumber: string
  invoiceValue?: number | string | null
  items?: Array<{ itemIndex?: number; quantity: number; price: number }> | null
}

/** The fields of an order document that are shown in odd ways. */
export interface Shown {
  value: number
  items: Array<{ id: string; quantity: number; price: number }>
  packageAttachment: { packages: ShownPackage[] }
  changesAttachment: unknown
  cancellationRequests?: unknown[]
}

const ofPackages =
  (change: (one: ShownPackage, document: Shown) => ShownPackage[]) =>
  (document: Shown): Shown => ({
    ...document,
    packageAttachment: {
      packages: document.packageAttachment.packages.flatMap((one) =>
        change(one, document)
      ),
    },
  })

const isReturn = ({ type }: ShownPackage) => type?.toLowerCase() === 'input'

export const WITHOUT_CHANGES = 'without its changes'

/** OMS shows most orders as they are. */
export const PLAIN: Display = {
  name: 'as it is',
  isFalse: false,
  show: (document) => document,
}

/** OMS shows the lines of the whole order where an invoice reaches its value (known issue 1330069). */
export const WITH_ALL_LINES: Display = {
  name: 'sales with the lines of the whole order',
  isFalse: true,
  show: ofPackages((one, { items, value }) =>
    isReturn(one) || Number(one.invoiceValue) < value
      ? [one]
      : [
          {
            ...one,
            items: items.map(({ quantity, price }, itemIndex) => ({
              itemIndex,
              quantity,
              price,
            })),
          },
        ]
  ),
}

export const DISPLAYS: Display[] = [
  {
    name: 'each return twice',
    isFalse: false,
    show: ofPackages((one) => (isReturn(one) ? [one, one] : [one])),
  },
  {
    name: 'each return twice, with another value',
    isFalse: false,
    show: ofPackages((one) =>
      isReturn(one)
        ? [one, { ...one, invoiceValue: Number(one.invoiceValue) + 100 }]
        : [one]
    ),
  },
  {
    name: 'returns without a type',
    isFalse: false,
    show: ofPackages((one) => [isReturn(one) ? { ...one, type: null } : one]),
  },
  {
    name: 'sales without a type',
    isFalse: false,
    show: ofPackages((one) => [isReturn(one) ? one : { ...one, type: null }]),
  },
  {
    name: 'types in lower case',
    isFalse: false,
    show: ofPackages((one) => [
      { ...one, type: one.type?.toLowerCase() ?? null },
    ]),
  },
  {
    name: 'sales without lines',
    isFalse: false,
    show: ofPackages((one) => [isReturn(one) ? one : { ...one, items: [] }]),
  },
  {
    name: 'sales of value 0',
    isFalse: false,
    show: ofPackages((one) => [
      isReturn(one) ? one : { ...one, invoiceValue: 0 },
    ]),
  },
  {
    name: 'values as texts',
    isFalse: false,
    show: ofPackages((one) => [
      { ...one, invoiceValue: String(one.invoiceValue) },
    ]),
  },
  {
    name: 'a fraction of a piece',
    isFalse: false,
    show: ofPackages((one) => [
      {
        ...one,
        items: one.items?.map((line) => ({ ...line, quantity: 0.5 })) ?? null,
      },
    ]),
  },
  {
    name: 'lines without the place 0',
    isFalse: false,
    show: ofPackages((one) => [
      {
        ...one,
        items:
          one.items?.map(({ itemIndex, ...line }) =>
            itemIndex === 0 ? line : { itemIndex, ...line }
          ) ?? null,
      },
    ]),
  },
  WITH_ALL_LINES,
  {
    // Known issue 955489.
    name: WITHOUT_CHANGES,
    isFalse: true,
    show: (document) => ({ ...document, changesAttachment: null }),
  },
  {
    name: 'the newest request first',
    isFalse: false,
    show: (document) => ({
      ...document,
      ...(document.cancellationRequests && {
        cancellationRequests: [...document.cancellationRequests].reverse(),
      }),
    }),
  },
]
