export const nativeDirectives: string
export function readSchema(): string
