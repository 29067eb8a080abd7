export function parseStartFlags(argv: string[]): {
  once: boolean
  port: number
  replicas: number
}
