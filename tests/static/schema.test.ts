import {
  buildSchema,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'
import type { GraphQLNamedType } from 'graphql'

import { SIZED_FIELDS } from '../../node/directives/lists'
import { BATCH_NOTICE_SENTENCES } from '../../node/domain/batch/batchNotices'
import { BATCH_SENTENCES } from '../../node/domain/batch/batchRefusal'
import { NOTICE_CODES } from '../../node/domain/notice/notice'
import {
  GROUND_DETAILS,
  REFUSAL_CODES,
} from '../../node/domain/refusal/details'
import {
  CANCELLATION_STATES,
  NEXT_STEPS,
  STUCK_KINDS,
} from '../../node/domain/vocabulary'
import { nativeDirectives, readSchema } from '../../scripts/lib/schema'

/** The License Manager resources of product OMS that an operation can require: docs/decisions/0003-permissions.md. */
const RESOURCES = ['CancelAction', 'ListOrders', 'OMSViewer', 'RefundAction']

const schema = buildSchema(`${nativeDirectives}\n${readSchema()}`)

const ownTypes = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && name !== 'IOAuthScope'
)

const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap(
  (type) => Object.values(type?.getFields() ?? {})
)

describe('the GraphQL schema', () => {
  it('has exactly the expected operations', () => {
    expect(rootFields.map(({ name }) => name)).toEqual([
      'orderCancellation',
      'cancellationCase',
      'cancellationAccess',
      'cancellationBatch',
      'cancellationBatches',
      'cancellationRequests',
      'cancelOrder',
      'acceptCancellationRequest',
      'denyCancellationRequest',
      'returnInvoicedOrder',
      'createCancellationBatch',
      'controlCancellationBatch',
    ])
  })

  it.each(rootFields.map((field) => [field.name, field] as const))(
    '%s is non-null, and has @auth with a resource of OMS, then @boundary',
    (_name, { type, astNode }) => {
      const directives = (astNode?.directives ?? []).map((directive) => [
        directive.name.value,
        Object.fromEntries(
          (directive.arguments ?? []).map(({ name, value }) => [
            name.value,
            'value' in value ? value.value : null,
          ])
        ),
      ])

      expect(isNonNullType(type)).toBe(true)
      expect(directives).toEqual([
        [
          'auth',
          {
            scope: 'PRIVATE',
            productCode: '19',
            resourceCode: expect.stringMatching(
              new RegExp(`^(${RESOURCES.join('|')})$`)
            ),
          },
        ],
        ['boundary', {}],
      ])
    }
  )

  it.each([
    ['orderCancellation', 'OMSViewer'],
    ['cancellationCase', 'OMSViewer'],
    ['cancellationAccess', 'OMSViewer'],
    ['cancelOrder', 'CancelAction'],
    ['acceptCancellationRequest', 'CancelAction'],
    ['denyCancellationRequest', 'CancelAction'],
    ['returnInvoicedOrder', 'RefundAction'],
    ['createCancellationBatch', 'CancelAction'],
    ['controlCancellationBatch', 'CancelAction'],
    ['cancellationBatch', 'ListOrders'],
    ['cancellationBatches', 'ListOrders'],
    ['cancellationRequests', 'ListOrders'],
  ])('%s requires %s', (name, resource) => {
    const field = rootFields.find((one) => one.name === name)
    const auth = field?.astNode?.directives?.[0].arguments?.find(
      (argument) => argument.name.value === 'resourceCode'
    )

    expect(auth?.value).toMatchObject({ value: resource })
  })

  it('has no list with pages whose cost is not bounded, and bounds each by its own default', () => {
    const paged = ownTypes.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, args }) => {
        const first = args.find((argument) => argument.name === 'first')

        return first ? [[name, first.defaultValue]] : []
      })
    )

    expect(paged).toEqual(
      Object.entries(SIZED_FIELDS)
        .filter(([, { most }]) => most > 1)
        .map(([name, { usual }]) => [name, usual])
        .sort(([one], [other]) => String(one).localeCompare(String(other)))
    )
    expect(paged).toHaveLength(3)
  })

  it('names no field of another type like one whose cost is counted', () => {
    const names = ownTypes
      .filter(isObjectType)
      .flatMap((type) => Object.keys(type.getFields()))

    for (const name of Object.keys(SIZED_FIELDS)) {
      expect([name, names.filter((one) => one === name).length]).toEqual([
        name,
        1,
      ])
    }
  })

  it("has no union and no interface, because VTEX's GraphQL server breaks them", () => {
    expect(
      ownTypes.filter((type) => isUnionType(type) || isInterfaceType(type))
    ).toEqual([])
  })

  it.each<[string, readonly string[]]>([
    ['NoticeCode', NOTICE_CODES],
    ['RefusalCode', REFUSAL_CODES],
    ['RefusalDetail', GROUND_DETAILS],
    ['BatchNoticeCode', Object.keys(BATCH_NOTICE_SENTENCES)],
    ['BatchRefusalDetail', Object.values(BATCH_SENTENCES).flatMap(Object.keys)],
    ['CancellationState', CANCELLATION_STATES],
    ['NextStep', NEXT_STEPS],
    ['StuckKind', STUCK_KINDS],
  ])('%s has the values that the app can give, and no other', (name, words) => {
    const type = schema.getType(name)
    const values = isEnumType(type) ? type.getValues() : []

    expect(new Set(values.map((value) => value.name))).toEqual(new Set(words))
  })

  it('describes every type, field, argument and enum value', () => {
    expect(ownTypes.flatMap(undescribed)).toEqual([])
  })
})

/** Returns the names of a type's parts that have no description. */
function undescribed(type: GraphQLNamedType): string[] {
  const isScalar = ['ID', 'String', 'Boolean', 'Int', 'Float'].includes(
    type.name
  )

  const isRoot = ['Query', 'Mutation'].includes(type.name)

  if (isScalar) return []

  const parts = isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => [
        { name: field.name, description: field.description },
        ...field.args.map(({ name, description }) => ({
          name: `${field.name}(${name})`,
          description,
        })),
      ])
    : isEnumType(type)
    ? type.getValues()
    : []

  return [
    ...(isRoot ? [] : [{ name: '', description: type.description }]),
    ...parts,
  ]
    .filter(({ description }) => !description)
    .map(({ name }) => `${type.name}.${name}`)
}
