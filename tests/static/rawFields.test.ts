import { join, relative } from 'path'

import * as ts from 'typescript'

import { ROOT } from '../support/repository'

/**
 * The fields of an order that only some files may read, so that no operation decides from
 * a part of them: all that is derived from them is asked for there.
 */
const READERS: Record<string, RegExp[]> = {
  invoices: [
    /^domain\/goods\//,
    /^domain\/order\/order\.ts$/,
    /^domain\/return\/returnRequest\.ts$/,
    /^clients\//,
  ],
  requests: [
    /^domain\/order\/requests\.ts$/,
    /^domain\/journal\//,
    /^clients\//,
    /^services\/send\/readCancellationRequests\.ts$/,
  ],
  workflowIsInError: [/^domain\/decision\/progress\.ts$/, /^clients\//],
  lastChangeMs: [/^domain\/decision\/progress\.ts$/, /^clients\//],
}

const NODE = join(ROOT, 'node')
const ORDER = join(NODE, 'domain/order/order.ts')

const isRead = (node: ts.Node): node is ts.Identifier =>
  ts.isIdentifier(node) &&
  ((ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
    (ts.isBindingElement(node.parent) &&
      (node.parent.propertyName ?? node.parent.name) === node))

/** The symbol of a property that is read, by its own name or taken out of an object. */
function propertyOf(checker: ts.TypeChecker, node: ts.Identifier) {
  const { parent } = node

  return ts.isBindingElement(parent)
    ? checker.getTypeAtLocation(parent.parent).getProperty(node.text)
    : checker.getSymbolAtLocation(node)
}

const isOfOrder = (symbol: ts.Symbol | undefined) =>
  symbol?.declarations?.some(
    ({ parent }) =>
      ts.isInterfaceDeclaration(parent) &&
      parent.name.text === 'Order' &&
      parent.getSourceFile().fileName === ORDER
  ) ?? false

/** Finds every file that reads one of the fields of an order, as `field in file`. */
function readsIn(files: Record<string, string> = {}): string[] {
  const { config } = ts.readConfigFile(join(NODE, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path)
  )

  const { options, fileNames } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    NODE
  )

  const host = ts.createCompilerHost(options)
  const readFile = host.readFile.bind(host)
  const given = new Map(
    Object.entries(files).map(([name, text]) => [join(NODE, name), text])
  )

  host.fileExists = (path) => given.has(path) || ts.sys.fileExists(path)
  host.readFile = (path) => given.get(path) ?? readFile(path)
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path)

    return text === undefined
      ? undefined
      : ts.createSourceFile(path, text, target, true)
  }

  const program = ts.createProgram(
    [...fileNames, ...given.keys()],
    options,
    host
  )

  const checker = program.getTypeChecker()
  const found = new Set<string>()

  for (const source of program.getSourceFiles()) {
    const file = relative(NODE, source.fileName)

    if (file.startsWith('..') || file.includes('node_modules')) continue

    const visit = (node: ts.Node): void => {
      if (
        isRead(node) &&
        Object.hasOwn(READERS, node.text) &&
        isOfOrder(propertyOf(checker, node))
      ) {
        found.add(`${node.text} in ${file}`)
      }

      ts.forEachChild(node, visit)
    }

    visit(source)
  }

  return [...found]
}

const isAllowed = (read: string) => {
  const [field, file] = read.split(' in ')

  return READERS[field].some((allowed) => allowed.test(file))
}

describe('the raw fields of an order', () => {
  it('are read only where what follows from them is worked out', () => {
    const reads = readsIn()

    expect(reads.filter((read) => !isAllowed(read))).toEqual([])
    expect(
      Object.keys(READERS).filter((field) =>
        reads.every((read) => !read.startsWith(`${field} in `))
      )
    ).toEqual([])
  })

  it('are found in every way in which an operation could read them', () => {
    const order = "import type { Order } from '../domain/order/order'\n"
    const reads = readsIn({
      'services/a.ts': `${order}export const a = (order: Order) => order.invoices.length`,
      'services/b.ts': `${order}export const b = ({ requests }: Pick<Order, 'requests'>) => requests`,
      'services/c.ts': `${order}export const c = ({ order: { lastChangeMs: at } }: { order: Order }) => at`,
      'services/d.ts': `${order}export const d = (order?: Order) => { const { workflowIsInError } = order ?? { workflowIsInError: null }; return workflowIsInError }`,
      'services/e.ts': `export const e = ({ invoices }: { invoices: string[] }) => invoices`,
    })

    expect(
      reads.filter((read) => read.includes(' in services/') && !isAllowed(read))
    ).toEqual([
      'invoices in services/a.ts',
      'requests in services/b.ts',
      'lastChangeMs in services/c.ts',
      'workflowIsInError in services/d.ts',
    ])
  })
})
