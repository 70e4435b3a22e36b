import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { mean } from 'simple-statistics'
import { centred } from './correlation.ts'
import { tQuantile, twoSidedP } from './student-t.ts'

/** What a straight line over several columns explains of y. */
export type Fit = {
  readonly intercept: number
  readonly terms: readonly FittedTerm[]
  /** Values less what was estimated from them. */
  readonly residualDf: number
  readonly rSquared: number
}

/** One column's coefficient with its 95 % interval, y per unit of the column, the others held. */
export type FittedTerm = {
  readonly coefficient: number
  readonly low: number
  readonly high: number
  readonly p: number
  /** How many times as uncertain (squared) as it would be without the other columns. */
  readonly varianceInflation: number
}

/** Columns whose smallest part is below this share of the largest are one column told twice. */
const smallestPart = 1e-8

/**
 * Ordinary least squares with an intercept, by singular values of the columns centred and scaled to
 * length 1, so that °C and % weigh alike and nearly equal columns lose as few digits as they can.
 * Absent where there are not more values than coefficients, where y or a column does not vary,
 * or where one column follows from the others.
 */
export function leastSquares(
  y: readonly number[],
  columns: readonly (readonly number[])[],
): Fit | undefined {
  const residualDf = y.length - columns.length - 1
  const yCentred = centred(y)
  const total = lengthOf(yCentred) ** 2
  const middles = columns.map((column) => mean([...column]))
  const deviations = columns.map(centred)
  const lengths = deviations.map(lengthOf)
  if (residualDf < 1 || total === 0 || lengths.includes(0) || columns.length === 0) return undefined

  const unit = deviations.map((column, k) => column.map((value) => value / (lengths[k] ?? 1)))
  const svd = new SingularValueDecomposition(new Matrix(unit).transpose())
  const parts = svd.diagonal
  if (Math.min(...parts) < smallestPart * Math.max(...parts)) return undefined
  const inflations = unit.map((_, k) =>
    parts.reduce((sum, part, i) => sum + (svd.rightSingularVectors.get(k, i) / part) ** 2, 0),
  )
  const solved = svd.solve(Matrix.columnVector(yCentred)).to1DArray()
  const coefficients = solved.map((value, k) => value / (lengths[k] ?? 1))
  const residuals = yCentred.map((value, row) =>
    unit.reduce((rest, column, k) => rest - (solved[k] ?? 0) * (column[row] ?? 0), value),
  )
  const unexplained = lengthOf(residuals) ** 2
  const spread = Math.sqrt(unexplained / residualDf)
  const t95 = tQuantile(0.975, residualDf)
  return {
    intercept: coefficients.reduce((rest, c, k) => rest - c * (middles[k] ?? 0), mean([...y])),
    terms: coefficients.map((coefficient, k) => {
      const varianceInflation = inflations[k] ?? 1
      const error = (spread * Math.sqrt(varianceInflation)) / (lengths[k] ?? 1)
      return {
        coefficient,
        low: coefficient - t95 * error,
        high: coefficient + t95 * error,
        p: twoSidedP(coefficient / error, residualDf),
        varianceInflation,
      }
    }),
    residualDf,
    rSquared: 1 - unexplained / total,
  }
}

function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
}
