export const nativeDirectives: string
export const pageDirectives: string
export function readSchema(): string
export function readDocuments(): Array<{ file: string; text: string }>
