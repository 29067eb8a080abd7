/** The simplest forms of values in the Orders API, as JSON Schemas. */

export const text = { type: 'string' }
export const textOrNull = { type: ['string', 'null'] }
export const flagOrNull = { type: ['boolean', 'null'] }

/** An amount of money, in whole cents. */
export const cents = { type: 'integer', minimum: 0 }

/** ISO 8601 as .NET writes it: up to seven fraction digits and an offset. */
export const date = {
  type: 'string',
  pattern:
    '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?(Z|[+-]\\d{2}:\\d{2})$',
}

export const dateOrNull = { anyOf: [date, { type: 'null' }] }

export const object = (
  properties: Record<string, object>,
  optional: Record<string, object> = {}
) => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
})

export const listOf = (items: object, more: object = {}) => ({
  type: 'array',
  items,
  ...more,
})

export const orNull = (schema: object) => ({
  anyOf: [schema, { type: 'null' }],
})
