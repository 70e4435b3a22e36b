/** The service's own word on what went wrong, or that it could not be reached (`code` 'offline'). */
export class ServiceProblem extends Error {
  override name = 'ServiceProblem'
  readonly code: string
  readonly status: number | undefined

  constructor(code: string, message: string, status?: number) {
    super(message)
    this.code = code
    this.status = status
  }

  /** Whether asking again later may help. */
  get isPassing(): boolean {
    return this.status === undefined || this.status === 429 || this.status >= 500
  }
}
