// oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
export const environment = process.env

/** Says loudly that a test did less than it could; where CI is set that is a failure. */
export function reportMissing(tool: string, consequence: string): void {
  const message = `${tool} is not installed: ${consequence}.`
  if (environment['CI'] !== undefined) throw new Error(message)
  process.stderr.write(`${message}\n`)
}
