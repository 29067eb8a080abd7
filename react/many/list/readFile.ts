/** What is wrong with a file. */
export type FileProblem = 'not-text' | 'too-large' | 'unreadable'

const MOST_BYTES = 5 * 1024 * 1024

/** Reads a file as text: UTF-8, else the encoding of older spreadsheets. */
export async function readFile(
  file: File
): Promise<{ text: string } | { problem: FileProblem }> {
  if (file.size > MOST_BYTES) return { problem: 'too-large' }

  try {
    const bytes = new Uint8Array(await new Response(file).arrayBuffer())

    // A workbook or a picture has zeros; a text of any of the two encodings has none.
    return bytes.includes(0)
      ? { problem: 'not-text' }
      : { text: decoded(bytes) }
  } catch {
    return { problem: 'unreadable' }
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
