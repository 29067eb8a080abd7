import { join } from 'path'

import { ESLint } from 'eslint'

import { ROOT } from '../support/repository'

const RULE = '@typescript-eslint/no-restricted-imports'

/** One path for each layer. The files need not exist: the rule checks given text under the path. */
const FILES = {
  domain: 'node/domain/order.ts',
  service: 'node/services/cancelOrder.ts',
  batch: 'node/services/batch/drain.ts',
  client: 'node/clients/oms.ts',
  resolver: 'node/resolvers/cancelOrder.ts',
  directive: 'node/directives/boundary.ts',
  simulator: 'simulator/platform.ts',
}

const repository = new ESLint({ cwd: ROOT })

/**
 * Lints the line with the repository's own setting of this one rule. Other rules are left
 * out, because they need the types of the whole repository.
 */
async function refusals(layer: keyof typeof FILES, line: string) {
  const filePath = join(ROOT, FILES[layer])
  const { parser, plugins, rules } = await repository.calculateConfigForFile(
    filePath
  )

  const ruleAlone = new ESLint({
    cwd: ROOT,
    useEslintrc: false,
    overrideConfig: {
      parser,
      plugins,
      parserOptions: { sourceType: 'module' },
      rules: { [RULE]: rules[RULE] },
    },
  })

  const [{ messages }] = await ruleAlone.lintText(`${line}\n`, { filePath })

  return messages.map(({ ruleId, message }) => ruleId ?? message)
}

describe('the import rules', () => {
  it.each<[keyof typeof FILES, string]>([
    ['domain', "import '@vtex/api'"],
    ['domain', "import 'fs'"],
    ['domain', "import 'node:crypto'"],
    ['domain', "import '../clients/oms'"],
    ['domain', "import type { Oms } from '../clients/oms'"],
    ['service', "import { OmsClient } from '../clients/oms'"],
    ['service', "import { JanusClient } from '@vtex/api'"],
    ['service', "import type { Context } from '../globals'"],
    ['service', "import type { Query } from '../typings/schema'"],
    ['service', "import '../resolvers/cancelOrder'"],
    ['service', "import '../index'"],
    ['service', "import service from '..'"],
    ['service', "import 'fs'"],
    ['service', "import axios from 'axios'"],
    ['service', "import type { IOContext } from '@vtex/api'"],
    ['service', "import '../../simulator/world'"],
    ['batch', "import { BatchStore } from '../../clients/batchStore'"],
    ['batch', "import { VBase } from '@vtex/api'"],
    ['batch', "import { randomUUID } from 'crypto'"],
    ['batch', "import type { EventContext } from '../../globals'"],
    ['batch', "import '../../events/drainBatches'"],
    ['batch', "import '../../../simulator/world'"],
    ['client', "import '../services/cancelOrder'"],
    ['client', "import '../resolvers/cancelOrder'"],
    ['client', "import '../index'"],
    ['client', "import service from '..'"],
    ['client', "import type { Context } from '../globals'"],
    ['resolver', "import '../events/drain'"],
    ['resolver', "import { OmsClient } from '../clients/oms'"],
    ['resolver', "import '../index'"],
    ['directive', "import '../index'"],
    ['directive', "import '../../simulator/platform'"],
    ['client', "import '../../simulator/platform'"],
    ['simulator', "import '../node/domain/order'"],
    ['simulator', "import type { Order } from '../node/domain/order'"],
    ['simulator', "import '@vtex/api'"],
  ])('refuse in a %s file: %s', async (layer, line) => {
    const found = await refusals(layer, line)

    expect([...new Set(found)]).toEqual([RULE])
  })

  it.each<[keyof typeof FILES, string]>([
    ['domain', "import { ruleOf } from './orderStatus'"],
    ['service', "import type { Oms } from '../clients/oms'"],
    ['service', "import { ruleOf } from '../domain/orderStatus'"],
    ['service', "import { readCheckedOrder } from './readCheckedOrder'"],
    ['batch', "import type { BatchStore } from '../../clients/batchStore'"],
    ['batch', "import { queueOf } from '../../domain/batchIndex'"],
    ['batch', "import { carryOut } from '../carryOut'"],
    ['client', "import { JanusClient } from '@vtex/api'"],
    ['client', "import { isOrderId } from '../domain/orderId'"],
    ['resolver', "import { cancelOrder } from '../services/cancelOrder'"],
    ['resolver', "import type { Query } from '../typings/schema'"],
    ['simulator', "import { World } from './world'"],
  ])('allow in a %s file: %s', async (layer, line) => {
    expect(await refusals(layer, line)).toEqual([])
  })
})
