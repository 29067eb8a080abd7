import { join } from 'path'

import { ESLint } from 'eslint'

import { ROOT } from '../support/repository'

const RULE = '@typescript-eslint/no-restricted-imports'

/** One path for each layer. The files need not exist: the rule checks given text under the path. */
const FILES = {
  domain: 'node/domain/order/order.ts',
  vocabulary: 'node/domain/vocabulary.ts',
  ports: 'node/services/ports.ts',
  service: 'node/services/order/cancelOrder.ts',
  batch: 'node/services/batch/enqueue.ts',
  api: 'node/services/batch/api/createBatch.ts',
  worker: 'node/services/batch/worker/drain.ts',
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
    ['domain', "import '../../clients/oms'"],
    ['domain', "import '../../globals'"],
    ['domain', "import type { Oms } from '../../clients/oms'"],
    ['vocabulary', "import '../clients/oms'"],
    ['ports', "import { OmsClient } from '../clients/oms'"],
    ['ports', "import type { Context } from '../globals'"],
    ['service', "import { OmsClient } from '../../clients/oms'"],
    ['service', "import { JanusClient } from '@vtex/api'"],
    ['service', "import type { Context } from '../../globals'"],
    ['service', "import type { Query } from '../../typings/schema'"],
    ['service', "import '../../resolvers/cancelOrder'"],
    ['service', "import '../../index'"],
    ['service', "import service from '../..'"],
    ['service', "import 'fs'"],
    ['service', "import axios from 'axios'"],
    ['service', "import type { IOContext } from '@vtex/api'"],
    ['service', "import '../../../simulator/world'"],
    ['batch', "import { BatchStore } from '../../clients/batchStore'"],
    ['batch', "import type { Context } from '../../globals'"],
    ['api', "import { BatchStore } from '../../../clients/batchStore'"],
    ['api', "import { drain } from '../worker/drain'"],
    ['api', "import type { LoadedBatch } from '../worker/loadedBatch'"],
    ['api', "import type { Context } from '../../../globals'"],
    ['worker', "import { readBatch } from '../api/readBatch'"],
    ['worker', "import type { BatchView } from '../api/batchAnswer'"],
    ['worker', "import { VBase } from '@vtex/api'"],
    ['worker', "import { randomUUID } from 'crypto'"],
    ['worker', "import type { EventContext } from '../../../globals'"],
    ['worker', "import '../../../events/drainBatches'"],
    ['worker', "import '../../../../simulator/world'"],
    ['client', "import '../services/order/cancelOrder'"],
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
    ['simulator', "import '../node/domain/order/order'"],
    ['simulator', "import type { Order } from '../node/domain/order/order'"],
    ['simulator', "import '@vtex/api'"],
  ])('refuse in a %s file: %s', async (layer, line) => {
    const found = await refusals(layer, line)

    expect([...new Set(found)]).toEqual([RULE])
  })

  it.each<[keyof typeof FILES, string]>([
    ['domain', "import { ruleOf } from './orderStatus'"],
    ['domain', "import { refusal } from '../refusal'"],
    ['domain', "import { lastEffective } from '../journal/journal'"],
    ['ports', "import type { Oms } from '../clients/oms'"],
    ['service', "import type { Oms } from '../../clients/oms'"],
    ['service', "import { ruleOf } from '../../domain/order/orderStatus'"],
    ['service', "import { refusal } from '../../domain/refusal'"],
    ['service', "import { sendOnce } from '../send/sendOnce'"],
    ['service', "import type { OrderPorts } from '../ports'"],
    ['service', "import { logOutcome } from './logOutcome'"],
    ['batch', "import type { BatchStore } from '../../clients/batchStore'"],
    ['api', "import { enqueue } from '../enqueue'"],
    ['api', "import { queueOf } from '../../../domain/batch/batchIndex'"],
    ['api', "import type { Stored } from '../../../clients/batchStore'"],
    ['worker', "import { sendRow } from '../../send/sendRow'"],
    ['worker', "import { updateFile } from '../updateFile'"],
    ['worker', "import { refusal } from '../../../domain/refusal'"],
    ['client', "import { JanusClient } from '@vtex/api'"],
    ['client', "import { isOrderId } from '../domain/order/orderId'"],
    ['resolver', "import { cancelOrder } from '../services/order/cancelOrder'"],
    ['resolver', "import type { Query } from '../typings/schema'"],
    ['simulator', "import { World } from './world'"],
  ])('allow in a %s file: %s', async (layer, line) => {
    expect(await refusals(layer, line)).toEqual([])
  })
})
