import { spawn } from 'node:child_process'
import { CommandError } from './fail.ts'
import { ROOT } from './workspace.ts'

interface RunOptions {
  cwd?: string
  environment?: Record<string, string>
  /** Show the output as it comes; otherwise it is shown only when the process fails. */
  show?: boolean
}

/**
 * Runs a program to its end and gives back what it printed.
 *
 * @throws CommandError with the end of its output when it exits with anything but 0
 */
export async function runProcess(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { status, output } = await tryProcess(program, args, options)
  if (status === 0) return output
  const ending = options.show ? '' : `:\n${output.trim().split('\n').slice(-40).join('\n')}`
  throw new CommandError(`\`${[program, ...args].join(' ')}\` failed${ending}`)
}

/** The same for a program that may fail: its exit status is part of the answer. */
export function tryProcess(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString()
      if (options.show) stream.write(chunk)
    }
    child.stdout.on('data', collect(process.stdout))
    child.stderr.on('data', collect(process.stderr))
    child.on('error', (error) => reject(new CommandError(`${program} cannot be started: ${error.message}`)))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}
