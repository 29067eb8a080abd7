/** One file of the page's bundle. */
export interface BundledFile {
  text: string
  /** The files that went into it. */
  inputs: string[]
  isEntry: boolean
}

/** Builds the page and its shell into dist/. The packages are installed before. */
export function buildShell(): Promise<unknown>

/** Bundles the page alone, as it would ship: what the platform gives stays outside. For measuring. */
export function bundlePage(): Promise<BundledFile[]>
