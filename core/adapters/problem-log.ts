import type { Problem, ProblemCode } from '#core/domain/problem.ts'

/** So many problems of one kind in one file are told one by one, the rest are counted. */
const toldEach = 100

/** The problems of one file. A file that is wrong in every row must not fill the memory. */
export class ProblemLog {
  readonly file: string
  readonly #told: Problem[] = []
  readonly #counts = new Map<ProblemCode, number>()

  constructor(file: string) {
    this.file = file
  }

  add(problem: Omit<Problem, 'file'>): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1
    this.#counts.set(problem.code, count)
    if (count <= toldEach) this.#told.push({ file: this.file, ...problem })
  }

  problems(): readonly Problem[] {
    const untold = Array.from(this.#counts).filter(([, count]) => count > toldEach)
    const sums = untold.map(([code, count]): Problem => {
      const message = `${count - toldEach} more of this kind (${code}) in this file, not listed`
      return { file: this.file, code, message }
    })
    return [...this.#told, ...sums]
  }
}
