/** How a file is written. */
export interface FileFormat {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  delimiter: ',' | ';' | '\t'
}

const DELIMITERS = [',', ';', '\t'] as const
const BEGINNING_BYTES = 65_536

/**
 * Reads from its bytes how a file is written. Spreadsheets save what an export
 * once was as UTF-16, or in the letters of Windows, and separate by semicolons where
 * the comma is in numbers.
 */
export async function findFormat(file: Blob): Promise<FileFormat> {
  const encoding = await findEncoding(file)
  const beginning = new TextDecoder(encoding).decode(await file.slice(0, BEGINNING_BYTES).arrayBuffer())
  return { encoding, delimiter: findDelimiter(beginning) }
}

async function findEncoding(file: Blob): Promise<FileFormat['encoding']> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = file.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      decoder.decode(value, { stream: !done })
      if (done) return 'utf-8'
    }
  } catch {
    await reader.cancel()
    return 'windows-1252'
  }
}

/** The one that separates the most names in the first line. */
export function findDelimiter(text: string): FileFormat['delimiter'] {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) break
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return [...DELIMITERS].sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0))[0] ?? ','
}
