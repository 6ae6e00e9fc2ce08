/** What is wrong and what to do about it, in words for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Runs a command's main function; a CommandError becomes one clear sentence and exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof CommandError || isMistyped(error) ? `pulso: ${error.message}` : error)
    process.exit(1)
  }
}

/** An option that there is not, or one without its value: Node says in a sentence what is wrong with it. */
function isMistyped(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
